import { personId } from '#shared/kernel/ids.ts';
import { callNameOf } from '#shared/people/people.rules.ts';
import { readFloor } from '#shared/voice/floor.ts';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import styles from './Ritual.module.css';
import { rituals as say } from './rituals.words.ts';

/** RI23. Whose voices carry in this step, where it says so and there are voices. */
export function HeardNow() {
  const words = useWords();
  const { hearth } = useVisit();
  const floor = useHearth(({ facts }) => (facts.voice === '' ? '' : facts.floor));
  if (floor === '') return null;
  const { rule, heard } = readFloor(floor);
  const isMe = (id: string): number => Number(id === hearth.actor?.id);
  // One's own name begins the sentence.
  const here = [...heard].filter((id) => hearth.view.facts.people.has(id)).toSorted((a, b) => isMe(b) - isMe(a));
  const names = here.map((id) => (isMe(id) ? words(say.you) : callNameOf(hearth.view, personId(id))));
  return rule !== 'none' && names.length === 0 ? null : <p className={styles.word}>{words(say.heard, { rule, names: words.list(names) })}</p>;
}
