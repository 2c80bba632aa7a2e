import { handQueue } from '#shared/hand/hand.rules.ts';
import { lookOf } from '#shared/people/look.ts';
import { sameContent } from '#client/net/store.ts';
import { useHearth } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import styles from '#client/people/AroundYou.module.css';
import { around as say } from '#client/people/around.words.ts';
import { Portrait } from '#client/people/portrait.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { PersonName } from '#client/ui/PersonName.tsx';

/** Whose hand is up, in the order in which they went up. Nothing while no hand is. */
export function HandQueue() {
  const words = useWords();
  const queue = useHearth(({ facts, you }) => handQueue(facts).flatMap((id) => {
    const person = facts.people.get(id);
    return person ? [{ id, name: person.callMe || person.name, look: person.look, you: id === you }] : [];
  }), sameContent);
  if (queue.length === 0) return null;
  return (
    <div className={styles.queue}>
      <h3 id="hands-title"><Icon name="hand-palm" weight="fill" size={1.1} /> {words(say.waitingTitle)}</h3>
      <ol aria-labelledby="hands-title">
        {queue.map((one, index) => (
          <li key={one.id}>
            <span className={styles.place}>{index + 1}</span>
            <Portrait look={lookOf(one.look)} size={1.75} ring={one.you ? 'you' : undefined} />
            <span><PersonName name={one.name} />{one.you && ` (${words(page.you)})`}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
