import { useEffect, useRef } from 'react';
import { ActivityLog } from '#client/announce/ActivityLog.tsx';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { Part } from '#client/app/Part.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { unread } from '#client/chat/talks.ts';
import { useReading } from '#client/chat/useReading.ts';
import { Chat } from '#client/chat/Chat.tsx';
import { useSelected } from '#client/net/store.ts';
import { AroundYou } from '#client/people/AroundYou.tsx';
import { Places } from '#client/place/Places.tsx';
import { Button } from '#client/ui/Button.tsx';
import type { IconName } from '#client/ui/icons.tsx';
import type { Message } from '#shared/kernel/message.ts';
import { panels, showPanel, type Panel } from '#client/app/panels.ts';
import styles from './Rail.module.css';
import { room3d } from './room3d.words.ts';
import type { Shape } from './useShape.ts';

const entries: readonly { readonly panel: Panel; readonly icon: IconName; readonly label: Message; readonly Content: () => React.JSX.Element }[] = [
  { panel: 'people', icon: 'users', label: page.people, Content: () => <AroundYou /> },
  { panel: 'chat', icon: 'chat-circle', label: page.chat, Content: () => <Chat /> },
  { panel: 'places', icon: 'map-trifold', label: room3d.places, Content: Places },
  { panel: 'log', icon: 'clock', label: page.log, Content: ActivityLog },
];
const buttonId = (panel: Panel): string => `rail-${panel}`;

/** The parts of the 2D page, each a press away: a rail of buttons, and the panel that one of them opened. */
export function Rail({ narrow, short }: Shape) {
  const words = useWords();
  const { setView } = useVisit();
  const open = useSelected(panels, (state) => state.open);
  const notes = useNotes();
  return (
    <>
      {open && !short && <OpenPanel key={open} panel={open} />}
      <section aria-label={words(room3d.panels)} className={styles.rail}>
        {entries.map(({ panel, icon, label }) => (
          // Closed, the button stands for the field in it: focus arrives here from the 2D view.
          <span key={panel} className={panel === open ? `${styles.item} ${styles.open}` : styles.item} {...(panel === 'chat' && panel !== open ? { 'data-focus-key': 'chat' } : {})}>
            <Button id={buttonId(panel)} icon={icon} aria-expanded={panel === open} {...(panel === open ? { 'aria-controls': 'panel' } : {})} onPress={() => showPanel(panel === open ? undefined : panel)}>
              <span>{words(label)}</span>
              {notes[panel] && <> <span className={panel === 'chat' ? `${styles.note} ${styles.new}` : styles.note}>{notes[panel]}</span></>}
            </Button>
          </span>
        ))}
        {narrow && (
          <span className={styles.item} data-focus-key="view">
            <Button icon="list-bullets" aria-label={words(page.switchTo2d)} onPress={() => setView('2d')}>{words(page.view2d)}</Button>
          </span>
        )}
      </section>
      {/* In the page's flow it follows its button; over the picture it lies beside it or above. */}
      {open && short && <OpenPanel key={open} panel={open} />}
    </>
  );
}

/** What is new behind each button. */
const useNotes = (): Partial<Record<Panel, string>> => {
  const words = useWords();
  const people = useHearth(({ facts }) => Math.max(0, facts.people.size - 1));
  const hands = useHearth(({ facts }) => facts.hands.size);
  const fresh = unread(useReading()).length;
  return {
    people: words(room3d.peopleNote, { count: people, hands }),
    ...(fresh > 0 ? { chat: words(page.chatNew, { count: fresh }) } : {}),
  };
};

function OpenPanel({ panel }: { readonly panel: Panel }) {
  const words = useWords();
  const body = useRef<HTMLDivElement>(null);
  const entry = entries.find((one) => one.panel === panel);
  useEffect(() => {
    // Opened by a press: focus goes to what was asked for. Kept open over a change of view: the app moves it.
    if (document.activeElement?.id === buttonId(panel)) body.current?.querySelector<HTMLElement>('section')?.focus({ preventScroll: true });
  }, [panel]);
  const close = () => {
    showPanel(undefined);
    document.getElementById(buttonId(panel))?.focus();
  };
  return (
    <div
      id="panel"
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles.close}><Button variant="quiet" icon="x" iconOnly aria-label={words(page.close)} onPress={close} /></div>
      <div ref={body} className={styles.body}>{entry && <Part name={entry.label}><entry.Content /></Part>}</div>
    </div>
  );
}
