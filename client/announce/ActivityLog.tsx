import { usePage, useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { runPageAct } from '#client/app/pageKeys.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { useSelected } from '#client/net/store.ts';
import { settings } from '#client/settings/settings.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './ActivityLog.module.css';

const SHOWN = 50;

/** Everything that was announced, to be read at one's own pace; and the say over announcements. */
export function ActivityLog() {
  const words = useWords();
  const visit = useVisit();
  const log = usePage((state) => state.log);
  const paused = usePage((state) => state.paused);
  const sounds = useSelected(settings, ({ volume }) => volume !== 'off');
  return (
    <section id="log" tabIndex={-1} aria-labelledby="log-title" className={`card ${styles.log}`}>
      <h2 id="log-title">{words(page.log)}</h2>
      <div className={styles.buttons}>
        <Button variant="quiet" onPress={() => visit.announcer.repeat()}>{words(page.repeat)}</Button>
        <Button variant="quiet" onPress={() => runPageAct('page.pause', visit, words)}>{words(paused ? page.resume : page.pause)}</Button>
        <Button variant="quiet" icon={sounds ? 'speaker-high' : 'speaker-slash'} aria-pressed={sounds} onPress={() => runPageAct('page.sounds', visit, words)}>{words(page.sounds)}</Button>
      </div>
      {log.length === 0 ? <p>{words(page.logEmpty)}</p> : (
        <ol className={styles.entries} tabIndex={0} aria-labelledby="log-title">
          {log.slice(-SHOWN).map((entry) => (
            <li key={entry.key}><time dateTime={new Date(entry.at).toISOString()}>{words.time(entry.at)}</time> {entry.text}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
