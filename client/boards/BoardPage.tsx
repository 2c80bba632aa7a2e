import { Fragment, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { outlineOf } from '#shared/boards/outline.ts';
import { device } from '#client/app/device.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Boundary } from '#client/ui/Boundary.tsx';
import { settings } from '#client/settings/settings.ts';
import { Button } from '#client/ui/Button.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { boards as say } from './boards.words.ts';
import { Bringing } from './Bringing.tsx';
import { Changes } from './Changes.tsx';
import { dialogOf, type BoardDialog } from './dialogs.tsx';
import { Groups } from './Groups.tsx';
import { Heading } from './Heading.tsx';
import { nothingSought, soughtIn, type Seeking } from './seeking.ts';
import { Toast } from './Toast.tsx';
import { Tools } from './Tools.tsx';
import { BoardContext, openBoard, PicturesContext, refusalSentence, useBoardPage, useBoardState, type Pictures } from './visit.ts';
import styles from './Board.module.css';

// The outline never fetches Excalidraw.
const Drawing = lazy(() => import('./drawing/Drawing.tsx'));
const Likeness = lazy(() => import('./Likeness.tsx'));
const ComingThere = lazy(() => import('#client/rituals/ComingThere.tsx'));

/** A board, in one of its two editors: in words, by keys and ear, or drawn. */
export default function BoardPage({ board: id, onBack }: { readonly board: string; readonly onBack: () => void }) {
  const words = useWords();
  const [visit] = useState(() => openBoard(id, words));
  const { status, refusal, board, version } = useBoardState(visit);
  const known = useBoardPage(visit, (state) => state.known);
  /** One lies over the page at a time; what comes meanwhile waits its turn. */
  const [dialogs, setDialogs] = useState<readonly { readonly dialog: BoardDialog; readonly key: number }[]>([]);
  const [editor, setEditor] = useState(device.boardEditor);
  const [seeking, setSeeking] = useState<Seeking>(nothingSought);
  const title = useRef<HTMLHeadingElement>(null);
  const pictures = useRef<Pictures>(undefined);
  const opener = useRef<Element | null>(null);
  const read = useRead(visit, editor === 'drawing');
  const whole = useMemo(() => outlineOf(board), [board, read]);
  const shown = useMemo(() => soughtIn(whole, board, known, seeking), [whole, board, known, seeking, read]);
  useEffect(() => () => visit.close(), [visit]);
  useEffect(() => {
    if (status === 'here') title.current?.focus();
  }, [status === 'here']);
  useEffect(() => {
    document.title = words.named(board.title) || words(say.opening);
  }, [board.title, words]);
  useFollowed(visit);
  useKeys(() => open({ kind: 'palette' }));

  const open = useCallback((next: BoardDialog): void => {
    if (!document.activeElement?.closest('[role="dialog"]')) opener.current = document.activeElement;
    setDialogs((before) => [...before, { dialog: next, key: (before.at(-1)?.key ?? 0) + 1 }]);
  }, []);
  const choose = (next: typeof editor): void => {
    device.boardEditor = next;
    setEditor(next);
    visit.announce(words(next === 'drawing' ? say.nowDrawing : say.nowOutline));
  };
  const [first] = dialogs;
  const close = (): void => setDialogs(([, ...others]) => others);
  useReturn(first !== undefined, opener, title);
  const isHere = status === 'here' || (status === 'lost' && version > 0);
  return (
    <BoardContext value={visit}>
      <PicturesContext value={pictures}>
        <a className="skip-link" href={editor === 'drawing' ? '#board-drawing' : '#board-groups'}>{words(editor === 'drawing' ? say.canvas : say.skip)}</a>
        <main className={styles.board} id="board" data-status={status} data-editor={editor}>
          <div className={styles.top}>
            <Button variant="quiet" onPress={onBack}>{words(say.back)}</Button>
            <Button variant="quiet" icon="magnifying-glass" onPress={() => open({ kind: 'palette' })}>{words(say.palette)} <kbd aria-hidden="true">Ctrl K</kbd></Button>
            <Segmented label={words(say.editor)} value={editor} options={[{ id: 'outline', label: words(say.outline) }, { id: 'drawing', label: words(say.drawingEditor) }]} onChange={choose} />
          </div>
          <Boundary fallback={null}><Suspense><ComingThere /></Suspense></Boundary>
          {status === 'ended' && refusal && <p role="alert">{refusalSentence(words, refusal)}</p>}
          {status === 'lost' && <p className={styles.lost} role="status">{words(say.lost)}</p>}
          {!isHere && status !== 'ended' && <p role="status">{words(say.opening)}</p>}
          {isHere && (
            <>
              <Heading ref={title} outline={whole} />
              <Tools open={open} seeking={seeking} onSeek={setSeeking} found={shown} editor={editor} />
              <Bringing />
              {editor === 'drawing' ? (
                <Boundary fallback={<p role="alert">{words(say.canvasFailed)}</p>}>
                  <Suspense fallback={<p role="status">{words(say.canvasOpening)}</p>}><Drawing open={open} /></Suspense>
                </Boundary>
              ) : (
                <div className={styles.columns}>
                  <Groups outline={shown} whole={whole} open={open} />
                  <div className={styles.side}>
                    <Boundary fallback={null}><Suspense><Likeness /></Suspense></Boundary>
                    <Changes outline={whole} />
                  </div>
                </div>
              )}
              <Toast />
            </>
          )}
        </main>
        {first && <Fragment key={first.key}>{dialogOf(first.dialog, { outline: whole, board, close, open, draws: editor === 'drawing' })}</Fragment>}
      </PicturesContext>
    </BoardContext>
  );
}

/** The key of the palette, which is the board's own here: the room's would take the board away. In the drawing area, too: what Excalidraw does by it stands in its menu. */
const useKeys = (palette: () => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, ctrlKey, shiftKey, altKey, metaKey, repeat } = event;
      if (!settings.current.shortcuts || key.toLowerCase() !== 'k' || !ctrlKey || shiftKey || altKey || metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (!repeat && !document.querySelector('[role="dialog"]')) palette();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [palette]);
};

/** How long (ms) what is read of a board may be behind while one draws: a full one takes longer to read than a frame lasts. */
const READ_EVERY = 1_000;

/** The version of the board that is read: each, but while one draws, when its counts are all that is read of it. */
const useRead = ({ link: { store } }: ReturnType<typeof openBoard>, isDrawing: boolean): number => {
  const { version } = store.current;
  const [read, setRead] = useState(version);
  const isBehind = isDrawing && read !== version;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(() => setRead(store.current.version), READ_EVERY);
    return () => clearTimeout(timer);
  }, [isBehind, store]);
  return isDrawing && read > 0 ? read : version;
};

/** How many frames (some 16 ms each) one's way back is looked for: until then the page behind the dialog may take no focus. */
const FRAMES = 30;

/** Once a dialog is gone, focus is where it was opened, or at the title where that is gone, too; whoever was quicker stays where they went. */
const useReturn = (isOpen: boolean, opener: { readonly current: Element | null }, title: { readonly current: HTMLElement | null }): void => {
  useEffect(() => {
    if (isOpen || !opener.current) return;
    let left = FRAMES;
    const arrive = (): void => {
      const at = document.activeElement;
      const isElsewhere = at !== null && at !== document.body && !at.closest('[role="dialog"]');
      if (isElsewhere || left-- === 0) return;
      (opener.current instanceof HTMLElement && opener.current.isConnected ? opener.current : title.current)?.focus();
      frame = requestAnimationFrame(arrive);
    };
    let frame = requestAnimationFrame(arrive);
    return () => cancelAnimationFrame(frame);
  }, [isOpen, opener, title]);
};

/** W6. Brings into sight what somebody whom one follows has just changed, once it is on the page: it may be heard of before. Focus stays where it is. */
const useFollowed = (visit: ReturnType<typeof openBoard>): void => {
  const to = useBoardPage(visit, (state) => state.followedTo);
  const brought = useRef<typeof to>(undefined);
  useEffect(() => {
    if (!to || to === brought.current) return;
    const item = [...document.querySelectorAll<HTMLElement>('[data-element]')].find(({ dataset }) => dataset['element']?.split(' ').includes(to.element));
    if (!item) return;
    brought.current = to;
    document.querySelector('[data-followed]')?.removeAttribute('data-followed');
    item.scrollIntoView({ block: 'nearest' });
    item.setAttribute('data-followed', '');
  });
};
