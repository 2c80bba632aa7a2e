import { memo, use, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { CaptureUpdateAction, Excalidraw, MainMenu } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import type { ExcalidrawImperativeAPI, ExcalidrawInitialDataState, ExcalidrawProps, SocketId } from '@excalidraw/excalidraw/types';
import { device } from '#client/app/device.ts';
import { parsed } from '#client/app/shape.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { settings } from '#client/settings/settings.ts';
import type { Raw } from '#shared/boards/excalidraw.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { boards as say } from '../boards.words.ts';
import type { BoardDialog } from '../dialogs.tsx';
import { PicturesContext, useBoard, useBoardPage } from '../visit.ts';
import { Company } from './company.ts';
import { fit } from './fit.ts';
import { DrawnImages } from './images.ts';
import { barredAt, isBarredOn } from './bars.ts';
import { keysOver } from './keys.ts';
import { namesIn, type Said } from './names.ts';
import { keptIn } from './kept.ts';
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

/** How often (ms) it is looked whether what somebody did is on the canvas. */
const BRING_EVERY = 100;

/** What one writes in, unless one chooses otherwise. */
const HAND = '20px Excalifont';

/** Of what their editor offers, what a board is not: one's files, a background of its own. */
const offers: ExcalidrawProps['UIOptions'] = {
  canvasActions: { changeViewBackgroundColor: false, clearCanvas: false, export: false, loadScene: false, saveToActiveFile: false, toggleTheme: false, saveAsImage: false },
};

/** Their foot is no landmark of our page, and a button is called by what is written on it. */
const mended: Readonly<Record<string, Said>> = { '.layer-ui__wrapper__footer': { role: 'presentation' }, '.reset-zoom-button': { 'aria-label': null } };

const firstScene = (): ExcalidrawInitialDataState => {
  const kept = parsed(device.library);
  return { appState: { viewBackgroundColor: '#ffffff', currentItemRoughness: 1 }, ...(Array.isArray(kept) && { libraryItems: kept as never }) };
};

/** A board for hand and eye: Excalidraw over the server's board. */
function Drawing({ open }: { readonly open: (dialog: BoardDialog) => void }) {
  const words = useWords();
  const visit = useBoard();
  const { store } = visit.link;
  const [api, setApi] = useState<ExcalidrawImperativeAPI>();
  const [isReady, setReady] = useState(false);
  const [sync, setSync] = useState<Sync>();
  const [company, setCompany] = useState<Company>();
  const followedTo = useBoardPage(visit, (state) => state.followedTo);
  const following = useBoardPage(visit, (state) => state.following);
  const pictures = use(PicturesContext);
  const around = useRef<HTMLDivElement>(null);
  const images = useRef<DrawnImages>(undefined);
  const first = useMemo(firstScene, []);
  const isDark = useIsDark();
  const isReader = useSyncExternalStore(store.subscribe, () => store.current.status !== 'here' || visit.refusalOf('board.add') !== undefined);

  // It ends before their editor does, which takes all that is drawn with it.
  useLayoutEffect(() => {
    // What is shown before their editor has opened is taken away as it opens.
    if (!api || !isReady) return;
    const pictured = new DrawnImages(api, visit, words(say.pastedPicture));
    images.current = pictured;
    const started = new Sync(editorOver(api), {
      now: () => store.current,
      perform: (act) => visit.quietly(act),
      isBarred: (id, held) => isBarredOn(visit.link, id, held),
      standOf: (raw) => pictured.standOf(raw),
      placed: (ids) => open({ kind: 'describe', ids }),
      refused: (refusal) => visit.refuse(refusal),
      keep: (written, refusal) => keptIn(store.current.board, written, refusal).forEach(open),
    });
    const others = new Company(api, visit.link, () => visit.page.current.following);
    setSync(started);
    setCompany(others);
    pictures.current = picturesOf(api);
    let isFirst = true;
    const look = (): void => {
      started.nudge();
      pictured.look();
      others.refresh(Date.now());
      if (!isFirst || store.current.version === 0) return;
      isFirst = false;
      started.step(Date.now());
      api.scrollToContent(undefined, { fitToViewport: true, viewportZoomFactor: 0.9, maxZoom: 1 });
    };
    look();
    const stop = store.subscribe(look);
    // A hold ends by time, and so does a stroke of another's that never came.
    const again = window.setInterval(look, 1_000);
    const refit = (): void => started.refit();
    document.fonts.addEventListener('loadingdone', refit);
    // What one writes first is as wide as it looks: their editor asks for letters only once some are there.
    void document.fonts.load(HAND, 'Aa');
    const deaf = visit.link.onHands((frame) => others.hear(frame, Date.now()));
    return () => {
      stop();
      deaf();
      document.fonts.removeEventListener('loadingdone', refit);
      window.clearInterval(again);
      started.close();
      others.close();
      pictures.current = undefined;
    };
  }, [api, isReady, store, visit, words, open, pictures]);

  // Whom one follows is followed in both editors, from one's choice in either.
  useEffect(() => {
    const name = following && store.current.board.people.get(following)?.name;
    api?.updateScene({ appState: { userToFollow: name === undefined || name === '' ? null : { socketId: following as unknown as SocketId, username: name } } });
  }, [api, following, store]);
  // Whoever moves the canvas by hand goes their own way again. Their editor tells of it here, and calls no `onUserFollow` that it is given.
  useEffect(() => api?.onUserFollow(({ userToFollow: { socketId, username }, action }) => {
    const person = socketId as unknown as PersonId;
    if (action === 'FOLLOW') visit.follow(person);
    else if (visit.page.current.following === person) {
      visit.follow(undefined);
      visit.say(words(say.followsNoMore, { name: username }));
    }
  }), [api, visit, words]);
  // What somebody did is heard of before it is on the canvas.
  useEffect(() => {
    if (!api || !followedTo) return;
    const bring = (): void => {
      const element = api.getSceneElements().find(({ id }) => id === followedTo.element);
      if (!element) return;
      window.clearInterval(timer);
      api.scrollToContent(element, { animate: false });
    };
    const timer = window.setInterval(bring, BRING_EVERY);
    bring();
    return () => window.clearInterval(timer);
  }, [api, followedTo]);

  useEffect(() => {
    const at = around.current;
    if (!at) return;
    return keysOver(at, {
      undo: () => void visit.perform([{ id: 'board.undo', payload: {} }], () => words(say.undone), false),
      redo: () => void visit.perform([{ id: 'board.redo', payload: {} }], () => words(say.redone)),
      hasLetters: () => settings.current.shortcuts,
      files: (files) => open({ kind: 'files', files }),
      leftOut: () => visit.say(words(say.leftOut)),
      pictures: (files, where) => void images.current?.drop(files, where).then((ids) => {
        if (ids.length > 0) open({ kind: 'describe', ids });
      }),
    });
  }, [visit, words, open]);
  useEffect(() => (around.current ? namesIn(around.current, { '.main-menu-trigger': { 'aria-label': words(say.drawingMenu) }, ...mended }) : undefined), [words]);

  return (
    <div ref={around} className={styles.canvas} id="board-drawing" role="region" aria-label={words(say.canvas)}>
      <Excalidraw
        excalidrawAPI={setApi}
        initialData={first}
        onChange={() => {
          setReady(true);
          sync?.nudge();
          company?.look(Date.now());
          // Undo is the board's (BO10): theirs must have nothing to take back.
          api?.history.clear();
        }}
        onPointerDown={({ type }, { hit, origin }) => {
          const barred = type === 'selection' && !hit.element ? barredAt(visit.link, [origin.x, origin.y]) : undefined;
          if (barred) visit.refuse(barred);
        }}
        onPointerUpdate={(moved) => company?.point(moved, Date.now())}
        generateIdForFile={(file) => images.current?.take(file) ?? Promise.reject(new Error(words(say.lost)))}
        langCode={words.tag.startsWith('es') ? 'es-ES' : 'en'}
        theme={isDark ? 'dark' : 'light'}
        viewModeEnabled={isReader}
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

// A patch changes nothing here: the editor is told of it, and is not drawn anew.
export default memo(Drawing);
