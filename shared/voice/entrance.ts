import { cleanName } from '../people/people.rules.ts';
import { isSameVenue } from '../people/venues.ts';

/** How one meets voices: speaking, listening alone, not at all, or in one physical room with others, who hear one as it is. */
export const sounds = ['speak', 'listen', 'text', 'room'] as const;
export type Sound = (typeof sounds)[number];

/** VO27. At which venue one is, and whether one only listens, by what one has chosen on the way in. */
export const entranceOf = (sound: Sound, venue: string): { readonly venue: string; readonly listens: boolean } => ({
  venue: sound === 'room' ? cleanName(venue, 40) : '',
  listens: sound === 'listen' || sound === 'text',
});

/** VO27. What is offered on the way in: where one was, if the link asks for no other place, or as one met voices in this browser. */
export const soundOffered = (last: Sound, at: string, asked: string): { readonly sound: Sound; readonly venue: string } => {
  const venue = asked || at;
  return { sound: venue !== '' && isSameVenue(venue, at) ? 'room' : last, venue };
};
