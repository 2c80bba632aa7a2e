import { timingOf } from '#shared/rituals/asked.ts';
import { MINUTE, openPhase } from '#shared/rituals/run.ts';
import { estimate } from '#shared/rituals/script.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { plan } from '../plan/plan.words.ts';
import type { Rite } from '../useRitual.ts';
import styles from './Console.module.css';
import { desk as say } from './console.words.ts';

/** All steps, with how long those took that are over, and how much of the time is used. Where there is little room they are folded under that. */
export function Steps({ rite: { run, setting }, isFolded = false }: { readonly rite: Rite; readonly isFolded?: boolean }) {
  const words = useWords();
  const { hearth } = useVisit();
  const [now, timing] = [openPhase(run), timingOf(run, hearth.now)];
  if (!now || !timing) return null;
  const used = words(say.used, { used: Math.round(timing.usedInAll / MINUTE), all: Math.round(estimate(run.script, setting.here.length)) });
  const list = (
    <ol className={styles.steps}>
      {run.script.steps.map((step, at) => {
        const part = run.parts[at];
        const state = at === now.step ? 'now' : part?.skipped ? 'out' : part?.begun ? 'done' : 'coming';
        const minutes = state === 'done' ? Math.round((part?.spent ?? 0) / MINUTE) : Math.round(step.minutes);
        return (
          <li key={at} className={styles[state]} aria-current={state === 'now' ? 'step' : undefined}>
            <span className={styles.number} aria-hidden="true">{state === 'done' ? <Icon name="check" /> : at + 1}</span>
            <span className={styles.stepName}><span lang={run.script.language}>{step.name}</span><span className={styles.small}>{words(plan.kind, { kind: step.kind })}, {words(say.step, { state, minutes })}</span></span>
          </li>
        );
      })}
    </ol>
  );
  if (isFolded) return <details className={styles.folded}><summary>{words(say.steps)}: {used}</summary>{list}</details>;
  return <div role="group" aria-labelledby="ritual-steps" className={styles.box}><h3 id="ritual-steps">{words(say.steps)}</h3>{list}<p className={styles.total}>{used}</p></div>;
}
