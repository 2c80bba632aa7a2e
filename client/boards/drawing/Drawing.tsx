import { use, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { CaptureUpdateAction, Excalidraw, MainMenu } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import type { ExcalidrawImperativeAPI, ExcalidrawInitialDataState, ExcalidrawProps } from '@excalidraw/excalidraw/types';
import { device } from '#client/app/device.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { settings } from '#client/settings/settings.ts';
import type { Raw } from '#shared/boards/excalidraw.ts';
import { boards as say } from '../boards.words.ts';
import type { BoardDialog } from '../dialogs.tsx';
import { PicturesContext, useBoard } from '../visit.ts';
import { fit } from './fit.ts';
import { isBarredOn } from './bars.ts';
import { keysOver } from './keys.ts';
import { picturesOf } from './pictures.ts';
import { Sync, type Editor } from './sync.ts';
import { useIsDark } from './useIsDark.ts';
import styles from './Drawing.module.css';

type Elements = NonNullable<Parameters<ExcalidrawImperativeAPI['updateScene']>[0]['elements']>;

const editorOver = (api: ExcalidrawImperativeAPI): Editor => ({
  scene: () => api.getSceneElementsIncludingDeleted() as unknown as readonly Raw[],
  doing: () => api.getAppState(),
  show: (scene) => api.updateScene({ elements: scene as unknown as Elements, captureUpdate: CaptureUpdateAction.NEVER }),
  fit,
});

/** Of what their editor offers, what a board is not: one's files, a background of its own, pictures by link. */
const offers: ExcalidrawProps['UIOptions'] = {
  canvasActions: { changeViewBackgroundColor: false, clearCanvas: false, export: false, loadScene: false, saveToActiveFile: false, toggleTheme: false, saveAsImage: false },
  tools: { image: false },
};

const firstScene = (): ExcalidrawInitialDataState => {
  const kept = device.library;
  try {
    return { appState: { viewBackgroundColor: '#ffffff', currentItemRoughness: 1 }, ...(kept !== undefined && { libraryItems: JSON.parse(kept) as never }) };
  } catch {
    return {};
  }
};

/** A board for hand and eye: Excalidraw over the server's board. */
export default function Drawing({ open }: { readonly open: (dialog: BoardDialog) => void }) {
  const words = useWords();
  const visit = useBoard();
  const { store } = visit.link;
  const [api, setApi] = useState<ExcalidrawImperativeAPI>();
  const [sync, setSync] = useState<Sync>();
  const pictures = use(PicturesContext);
  const around = useRef<HTMLDivElement>(null);
  const first = useMemo(firstScene, []);
  const isDark = useIsDark();
  const isReader = useSyncExternalStore(store.subscribe, () => store.current.status !== 'here' || visit.refusalOf('board.add') !== undefined);

  useEffect(() => {
    if (!api) return;
    const started = new Sync(editorOver(api), {
      now: () => store.current,
      perform: (act) => visit.quietly(act),
      isBarred: (id, held) => isBarredOn(visit.link, id, held),
      refused: (refusal) => visit.refuse(refusal),
      keep: (id, text, refusal) => open({ kind: 'write', id, text, stale: String(refusal.values['now'] ?? '') }),
    });
    setSync(started);
    pictures.current = picturesOf(api);
    let isFirst = true;
    const look = (): void => {
      started.nudge();
      if (!isFirst || store.current.version === 0) return;
      isFirst = false;
      started.step(Date.now());
      api.scrollToContent(undefined, { fitToViewport: true, viewportZoomFactor: 0.9, maxZoom: 1 });
    };
    look();
    const stop = store.subscribe(look);
    // A hold ends by time, too; and what was lost is sent once the board is back.
    const again = window.setInterval(() => started.nudge(), 1_000);
    return () => {
      stop();
      window.clearInterval(again);
      started.close();
      pictures.current = undefined;
    };
  }, [api, store, visit, open, pictures]);

  useEffect(() => {
    const at = around.current;
    if (!at) return;
    return keysOver(at, {
      undo: () => void visit.perform([{ id: 'board.undo', payload: {} }], () => words(say.undone), false),
      redo: () => void visit.perform([{ id: 'board.redo', payload: {} }], () => words(say.redone), false),
      hasLetters: () => settings.current.shortcuts,
      files: (files) => open({ kind: 'files', files }),
    });
  }, [visit, words, open]);

  return (
    <div ref={around} className={styles.canvas} id="board-drawing" role="region" aria-label={words(say.canvas)} data-done={sync?.isDone}>
      <Excalidraw
        excalidrawAPI={setApi}
        initialData={first}
        onChange={() => {
          sync?.nudge();
          // Undo is the board's (BO10): theirs must have nothing to take back.
          api?.history.clear();
        }}
        langCode={words.tag.startsWith('es') ? 'es-ES' : 'en'}
        theme={isDark ? 'dark' : 'light'}
        viewModeEnabled={isReader}
        name={store.current.board.title}
        UIOptions={offers}
        aiEnabled={false}
        validateEmbeddable={false}
        isCollaborating
        onLibraryChange={(items) => { device.library = items.length === 0 ? undefined : JSON.stringify(items); }}
      >
        <MainMenu>
          <MainMenu.DefaultItems.SearchMenu />
          <MainMenu.DefaultItems.Help />
        </MainMenu>
      </Excalidraw>
    </div>
  );
}
