import type { PersonId } from '#shared/kernel/ids.ts';
import { nearAndElsewhere } from '#shared/place/describe.ts';
import { page } from '#client/app/local.words.ts';
import { useRoom } from '#client/app/useRoom.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { HandQueue } from '#client/hand/HandQueue.tsx';
import { Button } from '#client/ui/Button.tsx';
import styles from './AroundYou.module.css';
import { PersonRow } from './PersonRow.tsx';
import { useHeldOrder } from './useHeldOrder.ts';

interface Around {
  readonly near: readonly PersonId[];
  readonly elsewhere: readonly PersonId[];
}
const nobody: Around = { near: [], elsewhere: [] };

/** Who is here, nearest first: those who are near, those elsewhere in the room, and the queue of hands. */
export function AroundYou() {
  const words = useWords();
  const newest = useRoom<Around>((room, me) => nearAndElsewhere(room, me), nobody);
  const { shown, waits, take, hold } = useHeldOrder(newest);
  const { near, elsewhere } = shown;
  const known = new Set([...near, ...elsewhere]);
  const changes = [...newest.near, ...newest.elsewhere].filter((id) => !known.has(id)).length + [...known].filter((id) => !newest.near.includes(id) && !newest.elsewhere.includes(id)).length;
  return (
    <section id="around" tabIndex={-1} aria-labelledby="around-title" className={`card ${styles.around}`} {...hold}>
      <div className={styles.head}>
        <h2 id="around-title">{words(page.around)}</h2>
        {waits && changes > 0 && <Button variant="quiet" onPress={take}>{words(page.changes, { count: changes })}</Button>}
      </div>
      <HandQueue />
      <h3>{words(page.near)}</h3>
      {near.length === 0 ? <p className={styles.empty}>{words(page.nearEmpty, { elsewhere: elsewhere.length })}</p> : <People ids={near} />}
      {elsewhere.length > 0 && <><h3>{words(page.elsewhere)}</h3><People ids={elsewhere} /></>}
    </section>
  );
}

function People({ ids }: { readonly ids: readonly PersonId[] }) {
  return <ul className={styles.list}>{ids.map((id) => <PersonRow key={id} id={id} />)}</ul>;
}
