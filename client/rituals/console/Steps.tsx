import { timingOf } from '#shared/rituals/asked.ts';
import { MINUTE, openPhase } from '#shared/rituals/run.ts';
import { estimate } from '#shared/rituals/script.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import styles from '../Ritual.module.css';
import type { Rite } from '../useRitual.ts';
import { desk as say } from './console.words.ts';

/** All steps, with how long those took that are over, and how much of the time is used. */
export function Steps({ rite: { run, setting } }: { readonly rite: Rite }) {
  const words = useWords();
  const { hearth } = useVisit();
  const [now, timing] = [openPhase(run), timingOf(run, hearth.now)];
  if (!now || !timing) return null;
  return (
    <details className={styles.desk}>
      <summary>{words(say.steps)}: {words(say.used, { used: Math.round(timing.usedInAll / MINUTE), all: Math.round(estimate(run.script, setting.here.length)) })}</summary>
      <ol className={styles.turns}>
        {run.script.steps.map((step, at) => {
          const part = run.parts[at];
          const state = at === now.step ? 'now' : part?.skipped ? 'out' : part?.begun ? 'done' : 'coming';
          const minutes = state === 'done' ? Math.round((part?.spent ?? 0) / MINUTE) : Math.round(step.minutes);
          return (
            <li key={at} className={state === 'now' ? styles.speaking : undefined} aria-current={state === 'now' ? 'step' : undefined}>
              <span lang={run.script.language}>{step.name}</span> <span className={styles.word}>{words(say.step, { state, minutes })}</span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
