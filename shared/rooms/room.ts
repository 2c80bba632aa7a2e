import type { PersonId } from '../kernel/ids.ts';
import type { View } from '../kernel/view.ts';
import type { Pose } from '../movement/move.ts';
import type { Walks } from '../movement/walks.ts';
import type { Layout } from './layout.ts';
import type { RoomState } from './room.state.ts';

/** A room as anyone in it may see it: what `permit`, `accepts` and both views read. */
export interface RoomView {
  readonly facts: View<RoomState>;
  readonly layout: Layout;
  poseOf(id: PersonId): Pose | undefined;
}

/** A room as its server holds it: what `apply` writes. */
export interface Room extends RoomView {
  readonly facts: RoomState & View<RoomState>;
  readonly walks: Walks;
}
