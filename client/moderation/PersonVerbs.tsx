import { useId, useState } from 'react';
import type { PersonId } from '#shared/kernel/ids.ts';
import { capabilityOf, permitOf, type CapabilityId } from '#shared/registry.ts';
import { changePage, useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { chat } from '#client/chat/chat.words.ts';
import { writeTo } from '#client/chat/write.ts';
import { Button } from '#client/ui/Button.tsx';
import { moderation as say } from './moderation.words.ts';
import styles from './PersonVerbs.module.css';

interface PersonVerbsProps {
  readonly id: PersonId;
  readonly name: string;
  /** Shows them all at once, and not behind one button. */
  readonly laidOut?: boolean;
  /** One was pressed that leads elsewhere. */
  readonly onDone?: () => void;
}

/** The lesser verbs about a person: those that one's standing allows, and of a pair the one that is possible. */
export function PersonVerbs({ id, name, laidOut = false, onDone }: PersonVerbsProps) {
  const words = useWords();
  const visit = useVisit();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const muted = useHearth(({ own }) => own.muted.includes(id));
  const blocked = useHearth(({ own }) => own.blocked.includes(id));
  const follows = useHearth(({ facts, you }) => you !== undefined && facts.people.get(you)?.following === id);
  const isFollower = useHearth(({ facts, you }) => facts.people.get(id)?.following === you);
  const mayRemove = useHearth(() => allows(visit, 'people.remove'));
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
  return (
    <div className={laidOut ? styles.laidOut : styles.verbs}>
      {!laidOut && <Button variant="quiet" icon="dots-three" aria-expanded={open} aria-controls={listId} aria-label={words(say.more, { name })} onPress={() => setOpen(!open)}>{words(say.moreShort)}</Button>}
      {(open || laidOut) && (
        <ul id={listId}>
          {verb('chat.say', leads(() => writeTo(visit, id)), words(chat.writeTo, { name }), words(chat.writeToShort))}
          {follows ? verb('follow.stop', () => void visit.perform('follow.stop', {})) : verb('follow.start', () => void visit.perform('follow.start', { person: id }))}
          {!isFollower && verb('guide.offer', () => void visit.perform('guide.offer', { person: id }))}
          {isFollower && verb('follow.decline', () => void visit.perform('follow.decline', { person: id }))}
          {muted ? verb('people.unmute', () => void visit.perform('people.unmute', { person: id })) : verb('people.mute', () => void visit.perform('people.mute', { person: id }))}
          {blocked ? verb('people.unblock', () => void visit.perform('people.unblock', { person: id })) : verb('people.block', () => void visit.perform('people.block', { person: id }))}
          {mayRaise && verb('people.standing', leads(() => changePage(visit, { overlay: { kind: 'standing', person: id } })))}
          {mayRemove && verb('people.remove', leads(() => changePage(visit, { overlay: { kind: 'remove', person: id } })))}
        </ul>
      )}
    </div>
  );
}

const allows = ({ hearth }: Pick<ReturnType<typeof useVisit>, 'hearth'>, id: CapabilityId): boolean => {
  const { actor } = hearth;
  if (!actor) return false;
  const permit = permitOf(hearth.view, actor, id);
  return permit.granted || permit.by !== 'standing';
};
