import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useAmbience } from '#client/ambience/useAmbience.ts';
import { Room2d } from '#client/view-2d/Room2d.tsx';
import { Boundary } from '#client/ui/Boundary.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Frame } from '#client/ui/Frame.tsx';
import { BoardOver } from './BoardOver.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { changePage, useHearth, usePage, useVisit, VisitContext, type Overlay, type View, type Visit } from './context.tsx';
import { device } from './device.ts';
import { page } from './local.words.ts';
import { Notice } from './Notice.tsx';
import { DialogFailed, Opening3d, OpeningDialog } from './Opening.tsx';
import { useShortcuts } from './shortcuts.ts';
import { useFocusHeld } from './useFocusHeld.ts';
import type { OpenVisit } from './visit.ts';
import { useWords } from './WordsProvider.tsx';

// The 2D view never fetches Three.js; dialogs come when they are opened.
const Room3d = lazy(() => import('#client/view-3d/Room3d.tsx'));
const Palette = lazy(() => import('#client/palette/Palette.tsx'));
const FullDialog = lazy(() => import('#client/door/FullDialog.tsx'));
const ShutPage = lazy(() => import('#client/door/ShutPage.tsx'));
const Help = lazy(() => import('#client/help/Help.tsx'));
const InvitationsDialog = lazy(() => import('#client/invitations/InvitationsDialog.tsx'));
const AuditDialog = lazy(() => import('#client/moderation/AuditDialog.tsx'));
const EditLineDialog = lazy(() => import('#client/chat/EditLineDialog.tsx'));
const SettingsDialog = lazy(() => import('#client/settings/SettingsDialog.tsx'));
const LookDialog = lazy(() => import('#client/settings/LookDialog.tsx'));
const RemoveDialog = lazy(() => import('#client/moderation/RemoveDialog.tsx'));
const StandingDialog = lazy(() => import('#client/moderation/StandingDialog.tsx'));
const BoardsDialog = lazy(() => import('#client/place/BoardsDialog.tsx'));
const PlanDialog = lazy(() => import('#client/place/PlanDialog.tsx'));
const SpotDialog = lazy(() => import('#client/place/SpotDialog.tsx'));
const TopicDialog = lazy(() => import('#client/circles/TopicDialog.tsx'));
const MicrophoneDialog = lazy(() => import('#client/voice/MicrophoneDialog.tsx'));
const RunsDialog = lazy(() => import('#client/rituals/records/RunsDialog.tsx'));
const RitualDialogs = lazy(() => import('#client/rituals/RitualDialogs.tsx'));
const VenueDialog = lazy(() => import('#client/moderation/VenueDialog.tsx'));

/** A room, in one of its two views. Changing the view keeps place, draft, log and the control one was at. */
export function RoomVisit({ visit: open, firstView }: { readonly visit: OpenVisit; readonly firstView: View }) {
  const words = useWords();
  const [view, setView] = useState(firstView);
  const held = useRef<string | undefined>(undefined);
  const visit = useMemo<Visit>(
    () => ({
      ...open,
      view,
      setView: (next) => {
        if (next === view) return;
        const focused = document.activeElement?.closest<HTMLElement>('[data-focus-key]');
        held.current = focused?.dataset['focusKey'];
        device.view = next;
        setView(next);
        open.announcer.say(words(next === '2d' ? page.now2d : page.now3d), Date.now());
      },
    }),
    [open, view, words],
  );
  useEffect(() => {
    document.title = words(page.title, { room: open.hearth.layout.name, community: open.community });
  }, [open, words]);
  useFocusKept(view, held);
  useArrival(open);

  return (
    <VisitContext value={visit}>
      <Frame>
        <Boundary fallback={<Crashed />}>
          <RoomPage />
        </Boundary>
      </Frame>
    </VisitContext>
  );
}

/** Whoever has come from another room by their own doing begins at this one's heading. */
const useArrival = ({ hearth }: OpenVisit): void => {
  useEffect(() => {
    if (!hearth.hasCome) return;
    const watcher = new MutationObserver(() => arrive());
    const arrive = (): void => {
      const title = document.getElementById('room-title');
      title?.focus();
      if (title) watcher.disconnect();
    };
    watcher.observe(document.body, { childList: true, subtree: true });
    arrive();
    return () => watcher.disconnect();
  }, [hearth]);
};

/** Brings focus to the same control of the new view, once it is there; else to the room's heading. */
const useFocusKept = (view: View, held: { current: string | undefined }): void => {
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    const key = held.current ?? 'view';
    const arrive = (): boolean => {
      const place = document.querySelector<HTMLElement>(`[data-focus-key="${key}"]`);
      const within = (selector: string) => place?.querySelector<HTMLElement>(selector);
      const control = place?.matches('button, textarea, input, a') ? place : (within('[aria-checked="true"]') ?? within('button, textarea, input, a'));
      control?.focus();
      return control !== null && control !== undefined;
    };
    if (arrive()) return;
    const watcher = new MutationObserver(() => {
      if (document.activeElement !== document.body || arrive()) watcher.disconnect();
    });
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, [view, held]);
};

function RoomPage() {
  const words = useWords();
  const visit = useVisit();
  const overlay = usePage((state) => state.overlay);
  // Before the room is known there is nothing true to say of it.
  const isKnown = useHearth(({ you, facts }) => you !== undefined && facts.people.has(you));
  const shut = useHearth(({ connection }) => (connection.status === 'ended' ? connection.refusal : undefined));
  const close = () => changePage(visit, { overlay: undefined });
  useShortcuts();
  useFocusHeld();
  useAmbience();
  if (!isKnown && shut) return <Suspense fallback={<Notice title={words(page.entering)} busy />}><ShutPage refusal={shut} community={visit.community} layout={visit.hearth.layout} onAgain={() => void visit.hearth.join()} /></Suspense>;
  if (!isKnown) return <><ConnectionBanner /><Notice title={words(page.entering)} busy /></>;
  if (overlay && 'board' in overlay && overlay.board !== undefined) return <BoardOver board={overlay.board} isDialogOpen={overlay.kind === 'microphone'} />;
  return (
    <>
      <a className="skip-link" href="#room">{words(page.skipToRoom)}</a>
      <a className="skip-link" href="#controls">{words(page.skipToControls)}</a>
      <ConnectionBanner />
      {visit.view === '2d' ? <Room2d /> : <Suspense fallback={<Opening3d />}><Room3d /></Suspense>}
      <Boundary key={overlay?.kind} fallback={<DialogFailed onFailed={close} />}>
        <Suspense fallback={<OpeningDialog />}>{overlay && dialogOf(overlay, close)}</Suspense>
      </Boundary>
    </>
  );
}

const dialogOf = (overlay: Overlay, close: () => void): ReactNode => {
  switch (overlay.kind) {
    case 'palette': return <Palette search={overlay.search} onClose={close} />;
    case 'full': return <FullDialog room={overlay.room} onClose={close} />;
    case 'board': return null;
    case 'help': return <Help onClose={close} />;
    case 'invitations': return <InvitationsDialog onClose={close} />;
    case 'audit': return <AuditDialog onClose={close} />;
    case 'settings': return <SettingsDialog section={overlay.section} onClose={close} />;
    case 'boards': return <BoardsDialog onClose={close} />;
    case 'plan': return <PlanDialog onClose={close} />;
    case 'look': return <LookDialog onClose={close} />;
    case 'spot': return <SpotDialog onClose={close} />;
    case 'topic': return <TopicDialog onClose={close} />;
    case 'microphone': return <MicrophoneDialog onClose={close} />;
    case 'runs': return <RunsDialog onClose={close} />;
    case 'ritual': return <RitualDialogs show={overlay.show} onClose={close} />;
    case 'venue': return <VenueDialog onClose={close} />;
    case 'editLine': return <EditLineDialog line={overlay.line} onClose={close} />;
    case 'remove': return <RemoveDialog person={overlay.person} onClose={close} />;
    case 'standing': return <StandingDialog person={overlay.person} onClose={close} />;
  }
};

/** A dialog whose code could not be fetched takes nothing else with it. */
function Crashed() {
  const words = useWords();
  return (
    <Notice title={words(page.crashed)}>
      <p>{words(page.crashedWhy)}</p>
      <Button variant="primary" onPress={() => location.reload()}>{words(page.reload)}</Button>
    </Notice>
  );
}
