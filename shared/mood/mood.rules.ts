import type { RoomView } from '../rooms/room.ts';

/** The lights a room can be given. */
export const roomMoods = ['day', 'evening', 'celebration'] as const;
export type RoomMood = (typeof roomMoods)[number];

/** AT1. The light that everyone in a room is in; `undefined` where each one's own page decides. */
export const moodOf = ({ facts }: Pick<RoomView, 'facts'>): RoomMood | undefined => roomMoods.find((mood) => mood === facts.mood);
