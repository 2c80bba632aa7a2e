import { useRef } from 'react';
import { ritualCapabilityOf } from '#shared/rituals/ritual.registry.ts';
import { participant } from '#shared/rituals/run.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { useBlockSize } from '#client/ui/useBlockSize.ts';
import { useVisit } from '#client/app/context.tsx';
import { rituals } from '../rituals.words.ts';
import { RitualVerb } from '../RitualVerb.tsx';
import { useRitualActs, type Rite } from '../useRitual.ts';
import styles from './Console.module.css';
import { desk as say } from './console.words.ts';
import type { Conduct } from './useConduct.ts';

/** The few things that a ritual is led with, always in sight: back, pause, what comes next, the end of a turn. */
export function Dock({ rite: { run, setting }, conduct: { from, next, isPaused, left, speaker, press } }: { readonly rite: Rite; readonly conduct: Conduct }) {
  const words = useWords();
  const { tell } = useVisit();
  const { perform, refusalOf } = useRitualActs();
  const dock = useRef<HTMLDivElement>(null);
  useBlockSize(dock, 'dock');
  const isRound = run.script.steps[from]?.kind === 'round';
  const isMine = speaker === setting.by.id;
  const name = speaker === undefined || isMine ? '' : (participant(run, speaker)?.name ?? '');
  const label = (id: 'ritual.back' | 'ritual.pause' | 'ritual.resume') => <span className={styles.label}>{words(ritualCapabilityOf(id).label)}</span>;
  return (
    <div className={styles.dock}>
      <div ref={dock} role="group" aria-label={words(say.dock)} className={styles.pill}>
        <RitualVerb id="ritual.back" payload={{ from }} icon="arrow-left">{label('ritual.back')}</RitualVerb>
        {isPaused ? <RitualVerb id="ritual.resume" payload={{}} icon="arrow-right">{label('ritual.resume')}</RitualVerb> : <RitualVerb id="ritual.pause" payload={{}} icon="pause">{label('ritual.pause')}</RitualVerb>}
        <RitualVerb id="ritual.next" payload={{ from, leaving: [...left] }} variant="primary" icon="arrow-right" opens={() => press('next')}>
          {next ? words(rituals.nextStep, { name: next.name, minutes: Math.round(next.minutes) }) : words(rituals.nextEnds)}
        </RitualVerb>
        {isRound && !isMine && (
          <span>
            <Button icon="check" aria-label={name === '' ? words(say.endTurn) : words(say.endTurnOf, { act: words(say.endTurn), name })} refusal={speaker === undefined ? words(say.nobodySpeaks) : refusalOf('ritual.mark', { person: speaker })} onRefused={tell}
              onPress={() => speaker !== undefined && void perform('ritual.mark', { person: speaker })}><span className={styles.label}>{words(say.endTurn)}</span></Button>
          </span>
        )}
      </div>
    </div>
  );
}
