import type { PersonId } from '#shared/kernel/ids.ts';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { around as say } from './around.words.ts';

/** What one does most with a person. */
export function MainVerbs({ id, name }: { readonly id: PersonId; readonly name: string }) {
  const words = useWords();
  const { perform } = useVisit();
  return (
    <>
      <span data-capability="move.goTo" data-target={id} data-focus-key={`goTo:${id}`}>
        <Button variant="quiet" aria-label={words(page.goToName, { name })} onPress={() => void perform('move.goTo', { to: 'person', id })}>{words(say.goTo)}</Button>
      </span>
      <span data-capability="people.describe" data-target={id} data-focus-key={`describe:${id}`}>
        <Button variant="quiet" aria-label={words(page.describeName, { name })} onPress={() => void perform('people.describe', { person: id })}>{words(say.describe)}</Button>
      </span>
    </>
  );
}
