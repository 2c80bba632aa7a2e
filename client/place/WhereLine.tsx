import { describePlace, placeCue } from '#shared/place/describe.ts';
import { around } from '#shared/circles/around.ts';
import { circleName, circleOf } from '#shared/circles/circles.rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { RoomView } from '#shared/rooms/room.ts';
import { speakersAround } from '#shared/voice/speakers.ts';
import { circles } from '#client/circles/circles.words.ts';
import { useHearth, usePage, useVisit } from '#client/app/context.tsx';
import { useRoom, useRoomNow } from '#client/app/useRoom.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { speakingLine } from '#client/voice/speakingLine.ts';
import { place as say } from './place.words.ts';
import styles from './WhereLine.module.css';

/** As many speakers as one line has room for. */
const MOST = 2;

/** Where one is, how many are near and who speaks, as sentences that follow one's steps. They are read, never spoken by themselves. */
export function WhereLine() {
  const words = useWords();
  const here = useRoom(whereIs, undefined);
  const hasVoice = useHearth(({ facts }) => facts.voice !== '');
  if (!here) return null;
  return (
    <>
      <p className={styles.where}>
        <strong>{words(placeCue(here.place, 'you'))}</strong> {here.circle !== undefined && `${words(circles.inCircle, { circle: here.circle, count: here.together })} `}{words(say.nearCount, { count: here.near, besides: here.together })}
      </p>
      {hasVoice && <Speaking />}
    </>
  );
}

/** Its line is there while nobody speaks, too: nothing below it moves. */
function Speaking() {
  const words = useWords();
  const { page } = useVisit();
  // Who speaks is the page's; from where, the room's.
  usePage(({ voice }) => voice.speaking);
  const line = useRoomNow((room, me) => speakingLine(words, speakersAround(room, me, page.current.voice.speaking, MOST)));
  return <p className={styles.speaking}>{line}</p>;
}

const whereIs = (room: RoomView, me: PersonId) => {
  const { together, near } = around(room, me);
  const circle = circleOf(room, me);
  return { place: describePlace(room, me), circle: circle && circleName(circle), together: together.length, near: near.length };
};
