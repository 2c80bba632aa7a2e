/** RI23. Who speaks and is heard no more, or again, is told so: a step does not touch anybody's microphone. */
import { cue, type Cue } from '../kernel/cue.ts';
import { personId, type PersonId } from '../kernel/ids.ts';
import type { RoomView } from '../rooms/room.ts';
import { reachOf, readFloor } from '../voice/floor.ts';
import { microphoneOf } from '../voice/microphone.ts';
import { ritualCues } from './rituals.cues.ts';
import { openStep, type Run } from './run.ts';

/** What a change of the floor, from what it was before, is to those whose microphone is on. */
export const quietedBy = ({ facts }: Pick<RoomView, 'facts'>, before: string, run: Run): readonly Cue[] => {
  if (facts.voice === '' || before === facts.floor) return [];
  const [was, is] = [readFloor(before), readFloor(facts.floor)];
  const open: readonly PersonId[] = [...facts.people].filter(([, person]) => microphoneOf(person) === 'on').map(([id]) => personId(id));
  const isQuiet = (floor: typeof is, id: PersonId): boolean => !['usual', 'room'].includes(reachOf(floor, id));
  const [quiet, again] = [open.filter((id) => !isQuiet(was, id) && isQuiet(is, id)), open.filter((id) => isQuiet(was, id) && !isQuiet(is, id))];
  const rule = openStep(run)?.step.voice ?? 'open';
  return [
    ...(quiet.length > 0 ? [cue(ritualCues.quieted, undefined, quiet, { rule, title: run.script.title })] : []),
    ...(again.length > 0 ? [cue(ritualCues.heardAgain, undefined, again, {})] : []),
  ];
};
