import { availabilityOf } from '#shared/people/availability.ts';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import styles from './Circles.module.css';
import { circles as say } from './circles.words.ts';

/** How one wants to be met, one of three. */
export function Availability() {
  const words = useWords();
  const { perform } = useVisit();
  const now = useHearth(({ facts, you }) => availabilityOf((you && facts.people.get(you)?.availability) ?? ''));
  return (
    <div className={styles.availability} data-capability="people.availability">
      <span aria-hidden="true">{words(say.availability)}</span>
      <Segmented
        label={words(say.availability)}
        options={[{ id: 'open', label: words(say.beOpen) }, { id: 'focused', label: words(say.beFocused) }, { id: 'away', label: words(say.beAway) }]}
        value={now}
        onChange={(availability) => void perform('people.availability', { availability })}
      />
    </div>
  );
}
