import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { unpackLook } from '#shared/people/look.ts';
import type { Coming } from '#shared/rituals/coming.ts';
import { spotOf } from '#shared/place/spot.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Entered, Entry } from '#client/join/entry.ts';
import { settings } from '#client/settings/settings.ts';
import { Button } from '#client/ui/Button.tsx';
import { Frame } from '#client/ui/Frame.tsx';
import { askLayout, askMe, askLink, enter, welcome, type Me } from './api.ts';
import type { View } from './context.tsx';
import { device, hasWebgl } from './device.ts';
import { page } from './local.words.ts';
import { Notice } from './Notice.tsx';
import { refusalWords } from './offers.ts';
import { RoomVisit } from './RoomVisit.tsx';
import { passTo } from './passage.ts';
import { openVisit, type OpenVisit } from './visit.ts';
import { useWords } from './WordsProvider.tsx';

// Whoever has a place inside never fetches the way in.
const Join = lazy(() => import('#client/join/Join.tsx').then((join) => ({ default: join.Join })));
const ShutPage = lazy(() => import('#client/door/ShutPage.tsx'));
const RunPage = lazy(() => import('#client/rituals/records/RunPage.tsx'));
const BoardPage = lazy(() => import('#client/boards/BoardPage.tsx'));
const NeedLink = lazy(() => import('./NeedLink.tsx'));

type Screen =
  | { readonly at: 'loading' | 'unreachable' | 'missing' }
  | { readonly at: 'needLink'; readonly me: Me }
  | { readonly at: 'shut'; readonly me: Me; readonly refusal: Refusal }
  | { readonly at: 'board'; readonly board: string }
  | { readonly at: 'run'; readonly run: string }
  | { readonly at: 'join'; readonly me: Me; readonly invitation: string; readonly venue: string; readonly coming?: readonly Coming[] | undefined }
  | { readonly at: 'room'; readonly visit: OpenVisit; readonly view: View };

/** Does something once one is in the room. */
const onceIn = (visit: OpenVisit, act: () => void): void => {
  const { store } = visit.hearth;
  const stop = store.subscribe(() => {
    if (store.current.connection.status !== 'here' || !visit.hearth.actor) return;
    stop();
    act();
  });
};

/** PL6. Walks to the spot that the address names, once one is in; the address loses it, so that a reload does not walk again. */
const walkToSpot = (visit: OpenVisit): void => {
  const spot = spotOf(location.hash);
  if (!spot) return;
  history.replaceState(null, '', location.pathname + location.search);
  onceIn(visit, () => void visit.perform('move.goTo', { to: 'spot', ...spot }));
};

/** What is done of one's choice of voices, once one is in. */
type Meeting = (visit: OpenVisit) => void;
const meetAs = ({ sound, venue }: Pick<Entry, 'sound' | 'venue'>): Meeting => (visit) => void import('#client/join/meetVoices.ts').then(({ meetVoices }) => meetVoices(visit, sound, venue), () => undefined);

const FIRST_ROOM = 'commons';
const ASK_AGAIN = 2_000;
/** A board's address; its room comes first in it. */
const boardOf = (path: string): string | undefined => /^\/board\/([\w-]+)/.exec(path)?.[1];
/** RI24. The address of what a ritual left. */
const runOf = (path: string): string | undefined => /^\/run\/([\w-]+)/.exec(path)?.[1];
const roomOf = (path: string): string => /^\/r\/([^/]+)/.exec(path)?.[1] ?? new URLSearchParams(location.search).get('room') ?? FIRST_ROOM;
/** What else an address asks for. */
const searchWithout = (name: string): string => {
  const asked = new URLSearchParams(location.search);
  asked.delete(name);
  return asked.size === 0 ? '' : `?${asked}`;
};

/** Which of Hearth's pages is open: the way in, the room, or a sentence on why neither. */
export function App() {
  const words = useWords();
  const [screen, setScreen] = useState<Screen>({ at: 'loading' });
  const [webgl] = useState(hasWebgl);
  /** The room whose address stands in the history's present entry. */
  const shownAt = useRef(location.pathname);

  const openRoom = async (community: string, wanted: View | undefined, meet?: Meeting) => {
    const layout = await askLayout(roomOf(location.pathname));
    if (layout === undefined || layout === 'missing') return setScreen({ at: layout === undefined ? 'unreachable' : 'missing' });
    const view = webgl ? (wanted ?? '2d') : '2d';
    device.view = view;
    // The invitation leaves the address, so that nobody passes it on by showing a screen.
    if (!location.pathname.startsWith('/r/')) history.replaceState(null, '', `/r/${layout.id}${searchWithout('room')}`);
    shownAt.current = location.pathname;
    const visit = openVisit(layout, community, words);
    if (wanted === '3d' && !webgl) visit.tell(words(page.noWebgl));
    walkToSpot(visit);
    if (meet) onceIn(visit, () => meet(visit));
    show(visit, view);
  };
  /** Shows a room, and goes on to the next when one has come through a portal. */
  const show = (visit: OpenVisit, view: View) => {
    const attend = (): void =>
      visit.hearth.onThrough((to) => {
        // Once is enough, however often one is let through meanwhile.
        visit.hearth.onThrough(() => undefined);
        void passTo(visit, to, words).then((next) => {
          if (!next) return attend();
          history.pushState(null, '', `/r/${to}`);
          shownAt.current = location.pathname;
          show(next, device.view ?? view);
          void next.perform('place.where', {}).then(async () => (await import('#client/people/comeToVenue.ts')).joinVenue(next)).catch(() => undefined);
        });
      });
    attend();
    setScreen({ at: 'room', visit, view });
  };
  const look = async () => {
    const me = await askMe(device.tab);
    if (!me) return setScreen({ at: 'unreachable' });
    document.title = me.community;
    const invitation = location.pathname === '/join' ? location.hash.slice(1) : '';
    const link = invitation === '' ? undefined : await askLink(invitation);
    if (link && 'refusal' in link) setScreen({ at: 'shut', me, refusal: link.refusal });
    else if (link) setScreen({ at: 'join', me, invitation, ...link });
    else if (me.knownAs && boardOf(location.pathname)) setScreen({ at: 'board', board: boardOf(location.pathname) ?? '' });
    else if (me.knownAs && runOf(location.pathname)) setScreen({ at: 'run', run: runOf(location.pathname) ?? '' });
    else if (me.knownAs) await openRoom(me.community, device.view);
    else setScreen({ at: 'needLink', me });
  };
  useEffect(() => void look(), []);
  // Another link opened in this tab changes the fragment alone; going back leads to the room before, or from a board to its room.
  useEffect(() => {
    const changed = () => location.reload();
    const wentBack = () => {
      if (location.pathname !== shownAt.current) changed();
    };
    addEventListener('hashchange', changed);
    addEventListener('popstate', wentBack);
    return () => {
      removeEventListener('hashchange', changed);
      removeEventListener('popstate', wentBack);
    };
  }, []);
  useEffect(() => {
    if (screen.at !== 'unreachable') return;
    const timer = window.setTimeout(() => void look(), ASK_AGAIN);
    return () => window.clearTimeout(timer);
  }, [screen]);

  const comeIn = async (me: Me, invitation: string, entry: Entry): Promise<Entered> => {
    const answer = await enter(invitation, entry, me.knownAs !== undefined);
    if (!answer.ok) return { ok: false, words: refusalWords(words, answer.refusal), ...(answer.refusal.code === 'entry.noName' ? { field: 'name' } : {}) };
    if (answer.tab !== undefined) device.tab = answer.tab;
    await openRoom(me.community, entry.view, me.voice ? meetAs(entry) : undefined);
    return { ok: true };
  };

  switch (screen.at) {
    case 'room':
      return <RoomVisit key={screen.visit.hearth.layout.id} visit={screen.visit} firstView={screen.view} />;
    case 'join': {
      const { me, invitation, venue, coming } = screen;
      const known = me.knownAs;
      const packed = known && unpackLook(known.look);
      return (
        <Suspense fallback={<Notice title={words(page.loading)} busy />}>
          <Join
            community={me.community}
            inside={me.inside}
            knownAs={known && { name: known.name, venue: known.venue ?? '', ...(packed ? { look: packed } : {}) }}
            venue={venue}
            coming={coming}
            webgl={webgl}
            lastView={device.view}
            lastSound={me.voice ? (settings.current.voices === 'off' ? 'text' : 'speak') : undefined}
            chance={Math.random}
            onEnter={(entry) => comeIn(me, invitation, entry)}
            onContinue={(view, voices) => void welcome(invitation, device.tab).then(() => openRoom(me.community, view, me.voice ? meetAs(voices) : undefined))}
          />
        </Suspense>
      );
    }
    case 'board':
      return <Suspense fallback={<Notice title={words(page.loading)} busy />}><Frame><BoardPage board={screen.board} onBack={() => location.assign(`/r/${screen.board.split('_')[0]}`)} /></Frame></Suspense>;
    case 'run':
      return <Suspense fallback={<Notice title={words(page.loading)} busy />}><Frame><RunPage run={screen.run} /></Frame></Suspense>;
    case 'needLink':
      return <Suspense fallback={<Notice title={words(page.loading)} busy />}><NeedLink community={screen.me.community} /></Suspense>;
    case 'shut': {
      const { me, refusal } = screen;
      const known = me.knownAs && { name: me.knownAs.name, goIn: () => void openRoom(me.community, device.view) };
      return <Suspense fallback={<Notice title={words(page.loading)} busy />}><ShutPage refusal={refusal} community={me.community} {...(known ? { known } : {})} /></Suspense>;
    }
    case 'missing':
      return <Notice title={words(page.noSuchRoom)}><Button variant="primary" onPress={() => location.assign('/')}>{words(page.backToRoom)}</Button></Notice>;
    case 'unreachable':
      return (
        <Notice title={words(page.unreachable)}>
          <p>{words(page.unreachableWhy)}</p>
          <Button variant="primary" onPress={() => void look()}>{words(page.tryNow)}</Button>
        </Notice>
      );
    case 'loading':
      return <Notice title={words(page.loading)} busy />;
  }
}
