import { describePlace, nearAndElsewhere, placeCue } from '#shared/place/describe.ts';
import { circleName, circleOf, type Gathering } from '#shared/circles/circles.rules.ts';
import { circles } from '#client/circles/circles.words.ts';
import { useRoom } from '#client/app/useRoom.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { place as say } from './place.words.ts';
import styles from './WhereLine.module.css';

/** Where one is and how many are near, as one sentence that follows one's steps. It is read, never spoken by itself. */
export function WhereLine() {
  const words = useWords();
  const here = useRoom((room, me) => ({ place: describePlace(room, me), near: nearAndElsewhere(room, me).near.length, circle: inCircle(circleOf(room, me)) }), undefined);
  if (!here) return null;
  return (
    <p className={styles.where}>
      <strong>{words(placeCue(here.place, 'you'))}</strong> {here.circle && `${words(circles.inCircle, here.circle)} `}{words(say.nearCount, { count: here.near })}
    </p>
  );
}

const inCircle = (circle: Gathering | undefined) => circle && { circle: circleName(circle) };
