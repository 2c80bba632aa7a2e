import { useRef } from 'react';
import { placeOf } from '#shared/hand/hand.rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { distanceBetween } from '#shared/place/describe.ts';
import { sameContent } from '#client/net/store.ts';
import { useHearth, usePage } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useRoom, useRoomNow } from '#client/app/useRoom.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { circles } from '#client/circles/circles.words.ts';
import { moderation } from '#client/moderation/moderation.words.ts';
import { speaking as speakingWords } from '#client/voice/speaking.words.ts';
import { bearingTo } from '#shared/voice/speakers.ts';
import { around as say } from './around.words.ts';

interface Facts {
  readonly name: string;
  readonly pronouns: string;
  readonly look: string;
  readonly standing: string;
  readonly connected: boolean;
  readonly seated: boolean;
  /** Their place in the queue of hands; 0 for none. */
  readonly hand: number;
  readonly venue: string;
  readonly availability: string;
}

export interface SeenPerson extends Facts {
  /** They speak now, and one hears it. */
  readonly speaking: boolean;
  /** They have not left the room. */
  readonly here: boolean;
  /** What others should know of them now, in words, the most pressing first. */
  readonly signals: readonly string[];
  /** The same, and what they do besides. */
  readonly states: readonly string[];
  /** How far away, in words; nothing where one has no place. */
  readonly distance: string | undefined;
}

/** A person as one sees them: by their last known facts once they have left. `undefined` for someone who was never here. */
export const usePerson = (id: PersonId): SeenPerson | undefined => {
  const words = useWords();
  const last = useRef<Facts | undefined>(undefined);
  const now = useHearth<Facts | undefined>(({ facts }) => {
    const person = facts.people.get(id);
    if (!person) return undefined;
    const { name, callMe, pronouns, look, standing, connected, seated, venue, availability } = person;
    return { name: callMe || name, pronouns, look, standing, connected, seated, venue, availability, hand: placeOf(facts, id) };
  }, sameContent);
  const metres = useRoom((room, me) => distanceBetween(room, me, id), 0);
  const walking = useRoom((room) => room.walking(id), false);
  const reaction = usePage((state) => state.reactions[id]?.text);
  const speaking = usePage(({ voice }) => voice.speaking.has(id));
  const from = useRoomNow((room, me) => (speaking && me !== id ? bearingTo(room, me, id) : undefined));
  last.current = now ?? last.current;
  const person = last.current;
  if (!person) return undefined;
  const signals = [
    speaking ? words(say.speaking) : undefined,
    reaction,
    person.hand > 0 ? words(say.handIsUp, { place: person.hand }) : undefined,
    person.connected ? undefined : words(page.reconnecting),
    person.availability === 'focused' ? words(circles.focused) : person.availability === 'away' ? words(circles.isAway) : undefined,
  ].filter((state) => state !== undefined);
  const states = [
    ...(speaking && from ? [words(speakingWords.state, { from }), ...signals.slice(1)] : signals),
    person.seated ? words(page.sitting) : undefined,
    person.venue ? words(moderation.atVenue, { venue: person.venue }) : undefined,
    walking ? words(page.walkingState) : undefined,
  ].filter((state) => state !== undefined);
  return {
    ...person,
    speaking,
    here: now !== undefined,
    signals: now ? signals : [words(page.gone)],
    states: now ? states : [words(page.gone)],
    distance: now && metres > 0 ? words(page.metresAway, { metres }) : undefined,
  };
};
