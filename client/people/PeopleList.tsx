import { useEffect, useRef, useState } from 'react';
import type { PersonId } from '#shared/kernel/ids.ts';
import { lookOf } from '#shared/people/look.ts';
import { sameContent } from '#client/net/store.ts';
import { useHearth } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import styles from './AroundYou.module.css';
import { around as say } from './around.words.ts';
import { PersonRow } from './PersonRow.tsx';
import { Portrait } from './portrait.tsx';

/** How many are shown at first, and how many more at a press. A list is never virtual: who is not in it can be asked for. */
const FIRST = 8;
const MORE = 20;
const FACES = 6;

/** People, one below the other; the rest of a long list behind a button, as their faces. */
export function PeopleList({ ids }: { readonly ids: readonly PersonId[] }) {
  const words = useWords();
  const [shown, setShown] = useState(FIRST);
  const list = useRef<HTMLUListElement>(null);
  const opened = useRef<number | undefined>(undefined);
  // The first of those who came into sight has the focus: the button that showed them may be gone.
  useEffect(() => {
    if (opened.current === undefined) return;
    list.current?.querySelectorAll<HTMLElement>(':scope > li')[opened.current]?.focus();
    opened.current = undefined;
  }, [shown]);
  // One alone is shown rather than counted.
  const count = ids.length - shown === 1 ? ids.length : Math.min(shown, ids.length);
  const rest = ids.slice(count);
  if (ids.length === 0) return null;
  return (
    <div className={styles.list}>
      <ul ref={list}>{ids.slice(0, count).map((id) => <PersonRow key={id} id={id} />)}</ul>
      {rest.length > 0 && (
        <div className={styles.rest}>
          <Faces ids={rest.slice(0, FACES)} />
          <Button
            variant="quiet"
            onPress={() => {
              opened.current = count;
              setShown(count + MORE);
            }}
          >
            {words(say.showMore, { count: rest.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Some of those who are not shown yet. */
function Faces({ ids }: { readonly ids: readonly PersonId[] }) {
  const looks = useHearth(({ facts }) => ids.map((id) => facts.people.get(id)?.look ?? ''), sameContent);
  return <span className={styles.faces}>{looks.map((look, at) => <Portrait key={at} look={lookOf(look)} size={2.25} />)}</span>;
}
