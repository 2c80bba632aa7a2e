import { useEffect, useState } from 'react';
import { changePage, useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { sameContent } from '#client/net/store.ts';
import { Button } from '#client/ui/Button.tsx';
import { useNarrow } from '#client/ui/Frame.tsx';
import { ComingLine } from './ComingLine.tsx';
import styles from './Coming.module.css';
import { noteAsked } from './notices.ts';
import { planned as say } from './planned.words.ts';
import { RitualVerb } from './RitualVerb.tsx';
import { askShelf, useShelf } from './shelf.ts';
import { toRitual } from './toRitual.ts';
import { useRitualActs, useRuns } from './useRitual.ts';

/** RI30. What is planned next: here, and in the whole campus. A quiet line, which nobody is told of. */
export default function Coming() {
  const words = useWords();
  const visit = useVisit();
  const { hearth } = visit;
  const plans = useHearth(({ facts }) => [...facts.plans].map(([id, { room, at, title, language }]) => ({ id, room, at, title, language, roomName: room === hearth.layout.id ? hearth.layout.name : (facts.elsewhere.get(room)?.name ?? room) })).toSorted((a, b) => a.at - b.at), sameContent);
  const [shelf, again] = useShelf();
  const { perform } = useRitualActs();
  const runs = useRuns();
  // Over the picture each line counts; what can be done about it stands in the dialog, too.
  const isOverPicture = visit.view === '3d';
  const narrow = useNarrow();
  const [isBusy, setBusy] = useState(false);
  const wishes = shelf?.wishes ?? [];
  useEffect(() => noteAsked(hearth, plans.flatMap(({ id, title }) => (wishes.includes(id) ? [title] : [])), words), [hearth, shelf, words]);
  const isHere = ({ room }: (typeof plans)[number]): boolean => room === hearth.layout.id;
  const [next, mine] = [plans[0], plans.find(isHere)];
  const shown = [...new Set([mine, next])].flatMap((one) => one ?? []);
  const start = async (id: string): Promise<void> => {
    setBusy(true);
    const plan = (await askShelf(visit))?.plans.find((one) => one.id === id);
    if (plan && (await perform('ritual.start', { script: plan.script, plan: id }))) toRitual('anywhere');
    setBusy(false);
  };
  const more = <Button variant="quiet" onPress={() => changePage(visit, { overlay: { kind: 'ritual', show: 'planned' } })}>{words(say.more)}</Button>;
  return (
    <section id="coming" tabIndex={-1} aria-labelledby="coming-title" className={isOverPicture ? `${styles.coming} ${styles.over}` : styles.coming}>
      <h2 id="coming-title" className={isOverPicture ? 'visually-hidden' : undefined}>{words(say.coming)}</h2>
      {shown.map((plan) => (
        <div key={plan.id} className={styles.plan}>
          <ComingLine {...plan} now={() => hearth.now} />
          {!(isOverPicture && narrow) && (
            <div className={styles.verbs}>
              <RitualVerb key={String(wishes.includes(plan.id))} id={wishes.includes(plan.id) ? 'ritual.tellMeNot' : 'ritual.tellMe'} payload={{ plan: plan.id }} variant="quiet" icon="bell" onDone={() => void again()} />
              {isHere(plan) && runs && <Button variant="quiet" busy={isBusy ? words(say.startNowShort) : undefined} aria-label={words(say.of, { act: say.startNowShort, title: plan.title })} onPress={() => void start(plan.id)}>{words(say.startNowShort)}</Button>}
            </div>
          )}
        </div>
      ))}
      <div className={styles.verbs}>{more}</div>
    </section>
  );
}
