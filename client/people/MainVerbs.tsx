import type { PersonId } from '#shared/kernel/ids.ts';
import { capabilityOf } from '#shared/registry.ts';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { chat } from '#client/chat/chat.words.ts';
import { writeTo } from '#client/chat/write.ts';
import { Button } from '#client/ui/Button.tsx';
import { around as say } from './around.words.ts';

interface VerbsProps {
  readonly id: PersonId;
  readonly name: string;
}

/** What one does most with a person. */
export function GoToPerson({ id, name, quiet = false }: VerbsProps & { readonly quiet?: boolean }) {
  const words = useWords();
  const { perform } = useVisit();
  return (
    <span data-capability="move.goTo" data-target={id} data-focus-key={`goTo:${id}`}>
      <Button {...(quiet ? { variant: 'quiet' } : { icon: 'footprints' })} aria-label={words(page.goToName, { name })} onPress={() => void perform('move.goTo', { to: 'person', id })}>{words(say.goTo)}</Button>
    </span>
  );
}

/** The four things that one does most with a person, on their card. `onLeft`: one was pressed that leads elsewhere. */
export function MainVerbs({ id, name, onLeft }: VerbsProps & { readonly onLeft?: () => void }) {
  const words = useWords();
  const visit = useVisit();
  const { perform } = visit;
  const follows = useHearth(({ facts, you }) => you !== undefined && facts.people.get(you)?.following === id);
  const follow = follows ? 'follow.stop' : 'follow.start';
  const called = words(capabilityOf(follow).label);
  return (
    <>
      <GoToPerson id={id} name={name} />
      <span data-capability={follow} data-target={id}>
        <Button icon="arrow-right" iconFlips aria-label={`${called}: ${name}`} onPress={() => void (follows ? perform('follow.stop', {}) : perform('follow.start', { person: id }))}>{called}</Button>
      </span>
      <span data-capability="chat.say" data-target={id}>
        <Button
          icon="chat-circle"
          aria-label={words(chat.writeTo, { name })}
          onPress={() => {
            onLeft?.();
            writeTo(visit, id);
          }}
        >
          {words(chat.writeToShort)}
        </Button>
      </span>
      <span data-capability="people.describe" data-target={id} data-focus-key={`describe:${id}`}>
        <Button icon="info" aria-label={words(page.describeName, { name })} onPress={() => void perform('people.describe', { person: id })}>{words(say.describe)}</Button>
      </span>
    </>
  );
}
