import { page } from '#client/app/local.words.ts';
import { Part } from '#client/app/Part.tsx';
import { Toast } from '#client/app/Toast.tsx';
import { TopBar } from '#client/app/TopBar.tsx';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { ActivityLog } from '#client/announce/ActivityLog.tsx';
import { unread } from '#client/chat/talks.ts';
import { useReading } from '#client/chat/useReading.ts';
import { Chat } from '#client/chat/Chat.tsx';
import { AroundYou } from '#client/people/AroundYou.tsx';
import { Exits } from '#client/place/Exits.tsx';
import { Places } from '#client/place/Places.tsx';
import { WhereLine } from '#client/place/WhereLine.tsx';
import { Ritual } from '#client/rituals/Ritual.tsx';
import { Welcome } from '#client/welcome/Welcome.tsx';
import { Plan } from './Plan.tsx';
import styles from './Room2d.module.css';
import { Tray } from './Tray.tsx';

/** The room as a page. Its order in the document is its order on the screen, at every width. */
export function Room2d() {
  const words = useWords();
  const { hearth: { layout } } = useVisit();
  return (
    <>
      <TopBar />
      <div className={styles.welcome}><Welcome /></div>
      <main className={styles.main}>
        <div className={styles.header}>
          <div id="room" tabIndex={-1}>
            <div className={styles.title}>
              <h1 id="room-title" tabIndex={-1}>{words.named(layout.name)}</h1>
              <p className={styles.purpose}>{words.named(layout.purpose)}</p>
            </div>
            <WhereLine />
            <Exits />
          </div>
          <Plan />
        </div>
        <OnThisPage />
        <div className={styles.people}><Part name={page.around}><AroundYou titled={false} /></Part></div>
        <div className={styles.together}><Ritual /><Part name={page.places}><Places /></Part></div>
        <div className={styles.talk}><Part name={page.chat}><Chat /></Part></div>
        <div className={styles.tray}><Toast /><Tray /></div>
        <div className={styles.log}><Part name={page.log}><ActivityLog /></Part></div>
      </main>
    </>
  );
}

/** Short ways down a page of one column. */
function OnThisPage() {
  const words = useWords();
  const people = useHearth(({ facts }) => Math.max(0, facts.people.size - 1));
  const fresh = unread(useReading()).length;
  const hasRitual = useHearth(({ facts }) => facts.ritual.has('script'));
  return (
    <nav className={styles.ways} aria-label={words(page.onThisPage)}>
      <a href="#around">{words(page.peopleCount, { count: people })}</a>
      {hasRitual && <a href="#ritual">{words(page.ritualLink)}</a>}
      <a href="#places">{words(page.groupPlaces)}</a>
      <a href="#chat">{words(page.chat)}{fresh > 0 && ` ${words(page.chatNew, { count: fresh })}`}</a>
    </nav>
  );
}
