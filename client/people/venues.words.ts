import { message } from '#shared/kernel/message.ts';

/** Those who sit together in one physical room. */
export const venues = {
  title: message('venues.title', 'In the same physical room'),
  at: message('venues.at', 'At {venue}'),
  mine: message('venues.mine', 'you hear each other there, not through Hearth'),
  theirs: message('venues.theirs', 'they hear each other there, not through Hearth'),
  who: message('venues.who', 'Who is there'),
} as const;
