import { useEffect, useId, useState } from 'react';
import type { PersonId } from '#shared/kernel/ids.ts';
import { askedOf, stillToWrite, type Asked } from '#shared/rituals/asked.ts';
import { LONGEST_REASON, LONGEST_WRITING } from '#shared/rituals/own.capabilities.ts';
import { placeNow } from '#shared/rituals/gather.capabilities.ts';
import { isGathered } from '#shared/rituals/gathering.ts';
import { ritualCapabilityOf } from '#shared/rituals/ritual.registry.ts';
import { openStep, participant } from '#shared/rituals/run.ts';
import type { StepKind } from '#shared/rituals/script.ts';
import { changePage, useVisit } from '#client/app/context.tsx';
import { useRoom } from '#client/app/useRoom.ts';
import { Verb } from '#client/app/Verb.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import type { Words } from '#client/app/words.ts';
import { Button } from '#client/ui/Button.tsx';
import { Asking } from './Asking.tsx';
import styles from './Ritual.module.css';
import { desk } from './console/console.words.ts';
import { useIsRehearsal } from './rehearsal/context.ts';
import { rituals as say } from './rituals.words.ts';
import { RitualVerb } from './RitualVerb.tsx';
import { useRitualActs, type Rite } from './useRitual.ts';

const sentence = (words: Words, asked: Asked, kind: StepKind, act: string, nameOf: (id: PersonId) => string): string => {
  switch (asked.asked) {
    case 'listen': return words(say.listen, { kind });
    case 'speak': return words(say.speak);
    case 'take': return words(say.take);
    case 'later': return words(say.later);
    case 'over': return words(say.over, { how: asked.how });
    case 'act': return words(say.act, { act });
    case 'sign': return words(say.sign);
    case 'recognise': return words(say.recognise);
    case 'done': return act === '' ? words(say.signed) : words(say.acted, { act });
    case 'wait':
      if (asked.after === undefined) return words(say.byHand, { before: Math.max(0, asked.before - 1) });
      return asked.before === 1 ? words(say.next, { name: nameOf(asked.after) }) : words(say.wait, { before: asked.before, name: nameOf(asked.after) });
  }
};

/** `write`: the round it is for, which may go on without one. */
type Question = 'ask' | 'recognise' | { readonly write: number };

/** What is asked of oneself now, and what one can do about it: pass, later, in writing and more time among it, always. */
export function YourPart({ rite: { run, setting } }: { readonly rite: Rite }) {
  const words = useWords();
  const title = useId();
  const { perform } = useRitualActs();
  const [question, setQuestion] = useState<Question>();
  const me = setting.by.id;
  const here = openStep(run);
  const { place, isThere } = useRoom((room, id) => {
    const there = placeNow(room);
    return { place: there?.name ?? '', isThere: there !== undefined && isGathered(room, id, there) };
  }, { place: '', isThere: false });
  const isRehearsal = useIsRehearsal();
  const visit = useVisit();
  const isMyTurn = here !== undefined && !isRehearsal && askedOf(run, me, setting).asked === 'speak';
  // The microphone's button says so, too.
  useEffect(() => {
    if (!isMyTurn) return;
    changePage(visit, { isMyTurn });
    return () => changePage(visit, { isMyTurn: false });
  }, [visit, isMyTurn]);
  if (!here) return null;
  const mayGo = !isRehearsal && place !== '' && !isThere;
  const asked = askedOf(run, me, setting);
  const { step, at } = here;
  const act = step.kind === 'act' ? step.act : '';
  const inTurns = ['speak', 'wait', 'take', 'later'].includes(asked.asked);
  const close = (): void => setQuestion(undefined);
  const nameOf = (id: PersonId): string => participant(run, id)?.name ?? '';
  return (
    <div role="group" aria-labelledby={title} className={asked.asked === 'speak' ? `${styles.part} ${styles.now}` : styles.part}>
      <h3 id={title}>{words(say.part)}</h3>
      <p className={styles.asked}>{sentence(words, asked, step.kind, act, nameOf)}</p>
      {mayGo && <p>{words(desk.come, { place })}</p>}
      <div className={styles.verbs}>
        {mayGo && <RitualVerb id="ritual.come" payload={{}} icon="footprints" />}
        {asked.asked === 'speak' && <RitualVerb id="ritual.done" payload={{}} variant="primary" icon="check" />}
        {(asked.asked === 'take' || asked.asked === 'later' || (asked.asked === 'over' && asked.how === 'passed')) && <RitualVerb id="ritual.take" payload={{}} variant="primary" />}
        {asked.asked === 'act' && <RitualVerb id="ritual.act" payload={{}} variant="primary">{words(say.actNow, { act })}</RitualVerb>}
        {step.kind === 'pledge' && asked.asked !== 'listen' && (
          <>
            {asked.asked === 'sign' && <RitualVerb id="ritual.sign" payload={{ version: step.charter.version }} variant="primary" />}
            <RitualVerb id="ritual.ask" payload={{ text: '?' }} variant="quiet" opens={() => setQuestion('ask')} />
          </>
        )}
        {step.kind === 'celebration' && !isRehearsal && <Verb id="gesture.clap" payload={{}} icon="hands-clapping" />}
        {asked.asked === 'recognise' && <RitualVerb id="ritual.recognise" payload={{ person: run.people.find(({ id }) => id !== me)?.id ?? me, why: '.' }} variant="primary" opens={() => setQuestion('recognise')} />}
        {inTurns && (
          <>
            <RitualVerb id="ritual.pass" payload={{}} variant="quiet" />
            <RitualVerb id="ritual.later" payload={{}} variant="quiet" />
            <RitualVerb id="ritual.write" payload={{ step: at, text: '.' }} variant="quiet" opens={() => setQuestion({ write: at })} />
            <RitualVerb id="ritual.moreTime" payload={{}} variant="quiet" />
          </>
        )}
        {stillToWrite(run, me).filter((late) => late !== at).map((late) => <Button key={late} variant="quiet" onPress={() => setQuestion({ write: late })}>{words(say.writeFor, { name: run.script.steps[late]?.name ?? '' })}</Button>)}
      </div>
      {typeof question === 'object' && <Asking title={run.script.steps[question.write]?.prompt ?? ''} text={{ label: words(say.writeWhat), most: LONGEST_WRITING }} onClose={close} onSubmit={(text) => perform('ritual.write', { step: question.write, text })} />}
      {question === 'ask' && <Asking title={words(ritualCapabilityOf('ritual.ask').label)} text={{ label: words(say.askWhat), most: LONGEST_REASON }} onClose={close} onSubmit={(text) => perform('ritual.ask', { text })} />}
      {question === 'recognise' && (
        <Asking title={words(ritualCapabilityOf('ritual.recognise').label)} text={{ label: words(say.why), most: LONGEST_REASON }} people={run.people.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name }))} onClose={close}
          onSubmit={(why, person) => perform('ritual.recognise', { person, why })} />
      )}
    </div>
  );
}
