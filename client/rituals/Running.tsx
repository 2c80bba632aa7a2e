import { useId, useState } from 'react';
import { ritualCapabilityOf } from '#shared/rituals/ritual.registry.ts';
import { openTurns } from '#shared/rituals/round.ts';
import { openPart, openPhase, participant } from '#shared/rituals/run.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Notes } from './console/Notes.tsx';
import { RoomTools } from './console/RoomTools.tsx';
import { Steps } from './console/Steps.tsx';
import { Asking } from './Asking.tsx';
import styles from './Ritual.module.css';
import { useIsRehearsal } from './rehearsal/context.ts';
import { rituals as say } from './rituals.words.ts';
import { RitualVerb } from './RitualVerb.tsx';
import { useRitualActs, type Rite } from './useRitual.ts';

/** For whoever may run rituals: on, back, pause, more time, leave out, hand over, end. Whoever would be left without a turn is named first. */
export function Running({ rite: { run, setting } }: { readonly rite: Rite }) {
  const words = useWords();
  const title = useId();
  const { perform } = useRitualActs();
  const isRehearsal = useIsRehearsal();
  const [question, setQuestion] = useState<'end' | { readonly on: 'next' | 'skip'; readonly from: number }>();
  const now = openPhase(run);
  if (!now) return null;
  const part = openPart(run, 'round');
  const left = part ? openTurns(part, setting.here) : [];
  const names = left.map((id) => participant(run, id)?.name ?? '');
  const [from, next] = [now.step, run.script.steps[now.step + 1]];
  // RI3. From the step that was asked about: somebody may move on while one thinks.
  const move = (on: 'next' | 'skip', asked: number): Promise<boolean> => perform(`ritual.${on}`, { from: asked, leaving: [...left] });
  const press = (on: 'next' | 'skip') => (left.length > 0 ? setQuestion({ on, from }) : void move(on, from));
  const leadName = participant(run, run.lead)?.name ?? '';
  const [isMine, leadIsHere] = [run.lead === setting.by.id, setting.here.some(({ id }) => id === run.lead)];
  const others = setting.here.filter(({ id, rank }) => rank === 'runs' && id !== run.lead);
  const close = (): void => setQuestion(undefined);
  return (
    <div role="group" aria-labelledby={title} className={styles.running}>
      <h3 id={title}>{words(say.running)}</h3>
      <p className={styles.word}>{isMine ? words(say.youRun) : words(leadIsHere ? say.runs : say.waits, { name: leadName })}</p>
      <div className={styles.verbs}>
        <RitualVerb id="ritual.next" payload={{ from, leaving: [...left] }} variant="primary" icon="arrow-right" opens={() => press('next')}>
          {next ? words(say.nextStep, { name: next.name, minutes: Math.round(next.minutes) }) : words(say.nextEnds)}
        </RitualVerb>
        <RitualVerb id="ritual.back" payload={{ from }} icon="arrow-left" />
        {now.status === 'paused' ? <RitualVerb id="ritual.resume" payload={{}} /> : <RitualVerb id="ritual.pause" payload={{}} />}
        <RitualVerb id="ritual.extend" payload={{ from, minutes: 5 }} icon="clock">{words(say.moreMinutes)}</RitualVerb>
        <RitualVerb id="ritual.skip" payload={{ from, leaving: [...left] }} variant="quiet" opens={() => press('skip')} />
        {!isMine && !leadIsHere && <RitualVerb id="ritual.takeOver" payload={{}} />}
        {leadIsHere && others.map(({ id, name }) => <RitualVerb key={id} id="ritual.handOver" payload={{ person: id }} variant="quiet">{words(say.handOverTo, { name })}</RitualVerb>)}
        <RitualVerb id="ritual.end" payload={{ leaving: run.people.map(({ id }) => id) }} variant="danger" opens={() => setQuestion('end')} />
      </div>
      <Steps rite={{ run, setting }} />
      {!isRehearsal && <><RoomTools rite={{ run, setting }} /><Notes rite={{ run, setting }} /></>}
      {typeof question === 'object' && (
        <Asking title={words(say.openTitle)} act={words(say.goOn)} not={words(say.waitForThem)} onClose={close} onSubmit={() => move(question.on, question.from)}>
          <p>{words(say.openTurns, { count: left.length, names: words.list(names) })}</p>
        </Asking>
      )}
      {question === 'end' && (
        <Asking title={words(say.endTitle, { title: run.script.title })} act={words(ritualCapabilityOf('ritual.end').label)} onClose={close} onSubmit={() => perform('ritual.end', { leaving: run.people.map(({ id }) => id) })}>
          <p>{words(say.endMeans)}</p>
        </Asking>
      )}
    </div>
  );
}
