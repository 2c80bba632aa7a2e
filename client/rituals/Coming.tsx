import { useEffect } from 'react';
import { changePage, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { useNarrow } from '#client/ui/Frame.tsx';
import { ComingLine } from './ComingLine.tsx';
import styles from './Coming.module.css';
import { noteAsked } from './notices.ts';
import { planned as say } from './planned.words.ts';
import { useShelf } from './shelf.ts';
import { TellMe } from './TellMe.tsx';
import { usePlans } from './usePlans.ts';
import { useRuns } from './useRitual.ts';
import { useStart } from './useStart.ts';

/** RI30. What is planned next: here, and in the whole campus. A quiet line, which nobody is told of. */
export default function Coming() {
  const words = useWords();
  const visit = useVisit();
  const { hearth } = visit;
  const plans = usePlans();
  const [shelf, again] = useShelf();
  const start = useStart();
  const runs = useRuns();
  // Over the picture each line counts; what can be done about it stands in the dialog, too.
  const isOverPicture = visit.view === '3d';
  const narrow = useNarrow();
  const wishes = shelf?.wishes ?? [];
  useEffect(() => noteAsked(hearth, plans.map(({ id, title }) => ({ title, isAsked: wishes.includes(id) })), words), [hearth, shelf, words]);
  const [next, mine] = [plans[0], plans.find(({ room }) => room === hearth.layout.id)];
  const shown = [...new Set([mine, next])].flatMap((one) => one ?? []);
  const whole = runs ? shelf?.plans.find(({ id }) => id === mine?.id) : undefined;
  return (
    <section id="coming" tabIndex={-1} aria-labelledby="coming-title" className={isOverPicture ? `${styles.coming} ${styles.over}` : styles.coming}>
      <h2 id="coming-title" className={isOverPicture ? 'visually-hidden' : undefined}>{words(say.coming)}</h2>
      {shown.map((plan) => (
        <div key={plan.id} className={styles.plan}>
          <ComingLine {...plan} now={() => hearth.now} />
          {!(isOverPicture && narrow) && (
            <div className={styles.verbs}>
              <TellMe plan={plan} isAsked={wishes.includes(plan.id)} variant="quiet" onDone={() => void again()} />
              {plan === mine && whole && <Button variant="quiet" aria-label={words(say.of, { act: say.startNowShort, title: plan.title })} onPress={() => void start(whole.script, whole.id)}>{words(say.startNowShort)}</Button>}
            </div>
          )}
        </div>
      ))}
      <div className={styles.verbs}><Button variant="quiet" onPress={() => changePage(visit, { overlay: { kind: 'ritual', show: 'planned' } })}>{words(say.more)}</Button></div>
    </section>
  );
}
