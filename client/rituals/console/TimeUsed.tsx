import { timingOf } from '#shared/rituals/asked.ts';
import { MINUTE } from '#shared/rituals/run.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { rituals } from '../rituals.words.ts';
import { RitualVerb } from '../RitualVerb.tsx';
import type { Rite } from '../useRitual.ts';
import styles from './Console.module.css';
import { desk as say } from './console.words.ts';
import type { Conduct } from './useConduct.ts';

/** RI4. How much of the advised time is used, and what may be done about it. */
export function TimeUsed({ rite: { run }, conduct: { from, left, press } }: { readonly rite: Rite; readonly conduct: Conduct }) {
  const words = useWords();
  const { hearth } = useVisit();
  const timing = timingOf(run, hearth.now);
  if (!timing) return null;
  const minutes = { used: Math.floor(timing.used / MINUTE), all: Math.round(timing.advised / MINUTE) };
  return (
    <div className={styles.time}>
      <p><strong>{words(say.usedOfStep, minutes)}</strong> <span>{words(say.advice)}</span></p>
      <div className={styles.verbs}>
        <RitualVerb id="ritual.extend" payload={{ from, minutes: 5 }} icon="clock">{words(rituals.moreMinutes)}</RitualVerb>
        <RitualVerb id="ritual.skip" payload={{ from, leaving: [...left] }} variant="quiet" opens={() => press('skip')} />
      </div>
      <div className={styles.used} aria-hidden="true"><span style={{ inlineSize: `${Math.min(100, (100 * timing.used) / Math.max(1, timing.advised))}%` }} /></div>
    </div>
  );
}
