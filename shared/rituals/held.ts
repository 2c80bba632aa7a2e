/** The run that a room holds: one at most, in the room's state, where everyone in it reads it. */
import { handQueue } from '../hand/hand.rules.ts';
import type { Actor, Moment } from '../kernel/capability.ts';
import { personId, type PersonId } from '../kernel/ids.ts';
import { callNameOf } from '../people/people.rules.ts';
import { dutiesOf, type Duty } from '../people/standing.ts';
import type { Room, RoomView } from '../rooms/room.ts';
import type { Setting } from './events.ts';
import { fold, unfold } from './fold.ts';
import { floorOf } from './floor.ts';
import { notesIn, textsIn, withTexts, type Written } from './texts.ts';
import { closedRun, participant, type Comer, type Run } from './run.ts';

/** What was unfolded last of a room's table: it is asked of many times between two changes. */
const known = new WeakMap<object, { readonly seal: string; readonly run: Run | undefined }>();
/** Counts the changes of a table, so that it can be seen whether it has changed. */
const SEAL = 'seal';
/** The light of the room before the ritual. */
const MOOD = 'mood';

/** The run of a room: under way, or ended and not followed by another. Only its server has what people wrote in it. */
export const runOf = (room: Pick<RoomView, 'facts'> | Room): Run | undefined => {
  if ('ritual' in room) return room.ritual.run;
  const { facts } = room;
  const seal = facts.ritual.get(SEAL) ?? '';
  const last = known.get(facts.ritual);
  if (last?.seal === seal) return last.run;
  const run = unfold(facts.ritual);
  known.set(facts.ritual, { seal, run });
  return run;
};

/** Puts a run into the room's state: what is new of it alone is written, and so travels alone. */
export const holdRun = (room: Pick<Room, 'facts' | 'ritual'>, run: Run): void => {
  const { ritual } = room.facts;
  const before = room.ritual.run;
  room.ritual.run = run;
  const bare = (one: Run): Run => (one.phase.status === 'ended' ? closedRun(one) : { ...withTexts(one, () => ''), notes: [] });
  // Lists of a run only grow until it ends: what has ended, and another run, alone have less in them.
  const isSame = before?.id === run.id && run.phase.status !== 'ended';
  const table = fold(bare(run), isSame ? bare(before) : undefined);
  for (const [path, text] of table) if (ritual.get(path) !== text) ritual.set(path, text);
  if (!isSame) for (const path of [...ritual.keys()]) if (!table.has(path) && path !== SEAL && path !== MOOD) ritual.delete(path);
  room.facts.floor = floorOf(run);
  ritual.set(SEAL, String(Number(ritual.get(SEAL) ?? 0) + 1));
};

/** RI24. Those who were there read what a run leaves, and those who may run rituals. */
export const readsRun = (run: Run, { id, rank }: Pick<Comer, 'id' | 'rank'>): boolean => rank === 'runs' || participant(run, id) !== undefined;

/** BL1, MU1, RI24, RI27. What somebody may read of what was written in the run. */
export const textsFor = (room: Room, reader: PersonId): readonly Written[] => {
  const { run } = room.ritual;
  const comer = comerOf(room, reader);
  if (!run || !readsRun(run, comer)) return [];
  const all = comer.rank === 'runs' ? [...textsIn(run), ...notesIn(run)] : textsIn(run);
  return all.filter(({ by }) => by === reader || room.relations.reaches(by, reader));
};

/** The light that a room had before its ritual. */
export const moodBefore = ({ facts }: Pick<RoomView, 'facts'>): string => facts.ritual.get(MOOD) ?? '';
export const keepMood = ({ facts }: Pick<Room, 'facts'>, mood: string): void => void facts.ritual.set(MOOD, mood);

/** RI6. Facilitators do, and stewards. */
export const mayRunRituals = (standing: string, duties: readonly Duty[]): boolean => standing === 'steward' || standing === 'owner' || duties.includes('facilitator');

/** RI15. Somebody as a ritual knows them. */
export const comerOf = (room: RoomView, id: PersonId): Comer => {
  const person = room.facts.people.get(id);
  const standing = person?.standing;
  const runs = mayRunRituals(standing ?? '', dutiesOf(person?.duties ?? ''));
  return { id, name: callNameOf(room, id), rank: runs ? 'runs' : standing === 'member' ? 'member' : 'guest', companion: person?.companion ?? false };
};

/** RI7. Everyone in the room: those on seats as the seats stand, then the others as they came. */
const seated = ({ facts, layout }: RoomView): readonly PersonId[] => {
  const onSeats = layout.seatGroups.flatMap(({ seats }) => seats).flatMap(({ id }) => facts.seats.get(id) ?? []);
  return [...new Set([...onSeats, ...facts.people.keys()])].filter((id) => facts.people.has(id)).map(personId);
};

export const settingIn = (room: RoomView, { id }: Pick<Actor, 'id'>, moment: Moment): Setting => ({
  ...moment,
  by: comerOf(room, id),
  here: seated(room).map((one) => comerOf(room, one)),
  hands: handQueue(room.facts),
  venueOf: (one) => room.facts.people.get(one)?.venue ?? '',
});

/** A moment for asking whether something may be done: nothing is drawn in it, and nothing kept of it. */
export const noMoment: Moment = { at: 0, chance: () => 0, newId: () => '' };
