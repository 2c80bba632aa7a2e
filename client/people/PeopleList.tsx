import type { PersonId } from '#shared/kernel/ids.ts';
import styles from './AroundYou.module.css';
import { PersonRow } from './PersonRow.tsx';

export function PeopleList({ ids }: { readonly ids: readonly PersonId[] }) {
  return <ul className={styles.list}>{ids.map((id) => <PersonRow key={id} id={id} />)}</ul>;
}
