import type { Line } from '../chat/chat.ts';
import type { LineId, PersonId, RoomId } from '../kernel/ids.ts';
import type { View } from '../kernel/view.ts';
import type { Availability } from '../people/availability.ts';
import type { Relations } from '../moderation/relations.ts';
import type { Pose } from '../movement/move.ts';
import type { Walks } from '../movement/walks.ts';
import type { Calendar } from '../rituals/calendar.ts';
import type { Run } from '../rituals/run.ts';
import type { Layout } from './layout.ts';
import type { RoomState } from './room.state.ts';

/** A room as anyone in it may see it: what `permit`, `accepts` and both views read. */
export interface RoomView {
  readonly facts: View<RoomState>;
  readonly layout: Layout;
  poseOf(id: PersonId): Pose | undefined;
  walking(id: PersonId): boolean;
}

/** A room as its server holds it: what `apply` writes. */
export interface Room extends RoomView {
  readonly facts: RoomState & View<RoomState>;
  readonly walks: Walks;
  /** Who walks up to whom: the path is found again while the other moves. */
  readonly approaches: Map<PersonId, PersonId>;
  /** Who walks to which portal, to go through. */
  readonly passages: Map<PersonId, string>;
  /** Who wants to be told when which room has a place. */
  readonly waiting: Map<PersonId, RoomId>;
  /** Who follows whom, in all rooms of the campus. */
  readonly following: Map<PersonId, PersonId>;
  /** How those want to be met who said so, in all rooms of the campus. */
  readonly availabilities: Map<PersonId, Availability>;
  /** The newest messages that were said here, to whomever. */
  readonly lines: Map<LineId, Line>;
  /** The ritual that is held here, with what people wrote in it. */
  readonly ritual: { run: Run | undefined };
  /** The rituals' times and scripts of the whole campus. */
  readonly calendar: Calendar;
  /** BO22. Of whom it was told when (ms since 1970) that they are at which board. */
  readonly toldOfBoards: Map<string, number>;
  readonly relations: Relations;
  /** Whose microphone is held off in all rooms of the campus, and by whom: names. */
  readonly holds: Map<PersonId, string>;
  /** Who hears someone, or would with their microphone on. */
  heardBy(id: PersonId): readonly PersonId[];
  /** VO29. Who would hear someone, too, but for the network, which keeps the two apart. */
  keptFrom(id: PersonId): readonly PersonId[];
}
