import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import type { PersonId } from '#shared/kernel/ids.ts';
import { capabilityOf, permitOf, type CapabilityId } from '#shared/registry.ts';
import { changePage, useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { chat } from '#client/chat/chat.words.ts';
import { writeTo } from '#client/chat/write.ts';
import { Boundary } from '#client/ui/Boundary.tsx';
import { Button } from '#client/ui/Button.tsx';
import { moderation as say } from './moderation.words.ts';
import styles from './PersonVerbs.module.css';

const VoiceOf = lazy(() => import('#client/voice/VoiceOf.tsx'));

interface PersonVerbsProps {
  readonly id: PersonId;
  readonly name: string;
  /** One was pressed that leads elsewhere. */
  readonly onDone?: () => void;
}

/** What one can do with a person besides going to them, behind one button of their row. */
export function PersonVerbs({ id, name }: PersonVerbsProps) {
  const words = useWords();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const { most, lesser, stewards } = useVerbs(id, name);
  const hasVoice = useHearth(({ facts }) => facts.voice !== '');
  return (
    <>
      <Button variant="quiet" icon="dots-three" iconOnly aria-expanded={open} aria-controls={listId} aria-label={words(say.more, { name })} onPress={() => setOpen(!open)} />
      {open && <ul id={listId} className={styles.list}>{most}{lesser}{stewards}</ul>}
      {open && hasVoice && <Boundary fallback={null}><Suspense><VoiceOf id={id} name={name} /></Suspense></Boundary>}
    </>
  );
}

/** The lesser verbs about a person, laid out on their card; a steward's apart. */
export function CardVerbs({ id, name, onDone }: PersonVerbsProps) {
  const words = useWords();
  const titleId = useId();
  const { lesser, stewards } = useVerbs(id, name, onDone);
  return (
    <div className={styles.laidOut}>
      <ul>{lesser}</ul>
      {stewards.length > 0 && (
        <>
          <h4 id={titleId}>{words(say.asSteward)}</h4>
          <ul aria-labelledby={titleId}>{stewards}</ul>
        </>
      )}
    </div>
  );
}

/** Those that one's standing allows, and of a pair the one that is possible. */
const useVerbs = (id: PersonId, name: string, onDone?: () => void): Readonly<Record<'most' | 'lesser' | 'stewards', readonly ReactNode[]>> => {
  const words = useWords();
  const visit = useVisit();
  const { perform } = visit;
  const muted = useHearth(({ own }) => own.muted.includes(id));
  const blocked = useHearth(({ own }) => own.blocked.includes(id));
  const follows = useHearth(({ facts, you }) => you !== undefined && facts.people.get(you)?.following === id);
  const isFollower = useHearth(({ facts, you }) => facts.people.get(id)?.following === you);
  const mayRemove = useHearth(() => allows(visit, 'people.remove'));
  const mayMute = useHearth(() => allows(visit, 'voice.mute'));
  const isHeld = useHearth(({ facts }) => (facts.people.get(id)?.heldBy ?? '') !== '');
  const mayRaise = useHearth(() => allows(visit, 'people.standing'));
  const verb = (capability: CapabilityId, run: () => void, label = `${words(capabilityOf(capability).label)}: ${name}`, short = words(capabilityOf(capability).label)) => (
    <li key={capability} data-capability={capability} data-target={id}>
      <Button variant="quiet" aria-label={label} onPress={run}>{short}</Button>
    </li>
  );
  const leads = (run: () => void) => () => {
    onDone?.();
    run();
  };
  const ask = (capability: 'follow.start' | 'guide.offer' | 'follow.decline' | 'people.mute' | 'people.unmute' | 'people.block' | 'people.unblock' | 'people.describe' | 'voice.mute' | 'voice.hold' | 'voice.release') =>
    verb(capability, () => void perform(capability, { person: id }));
  return {
    most: [
      ask('people.describe'),
      verb('chat.say', leads(() => writeTo(visit, id)), words(chat.writeTo, { name }), words(chat.writeToShort)),
      follows ? verb('follow.stop', () => void perform('follow.stop', {})) : ask('follow.start'),
    ],
    lesser: [ask(isFollower ? 'follow.decline' : 'guide.offer'), ask(muted ? 'people.unmute' : 'people.mute'), ask(blocked ? 'people.unblock' : 'people.block')],
    stewards: [
      ...(mayMute ? [ask('voice.mute'), ask(isHeld ? 'voice.release' : 'voice.hold')] : []),
      ...(mayRaise ? [verb('people.standing', leads(() => changePage(visit, { overlay: { kind: 'standing', person: id } })))] : []),
      ...(mayRemove ? [verb('people.remove', leads(() => changePage(visit, { overlay: { kind: 'remove', person: id } })))] : []),
    ],
  };
};

const allows = ({ hearth }: Pick<ReturnType<typeof useVisit>, 'hearth'>, id: CapabilityId): boolean => {
  const { actor } = hearth;
  if (!actor) return false;
  const permit = permitOf(hearth.view, actor, id);
  return permit.granted || permit.by !== 'standing';
};
