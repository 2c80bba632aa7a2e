declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** One identity across rooms, tabs and visits. */
export type PersonId = Branded<'PersonId'>;
/** A room of the campus: the file name of its layout, such as `commons`. */
export type RoomId = Branded<'RoomId'>;
export type SeatId = Branded<'SeatId'>;
export type ObjectId = Branded<'ObjectId'>;
/** A circle. */
export type CircleId = Branded<'CircleId'>;
export type LineId = Branded<'LineId'>;

export const personId = (text: string): PersonId => text as PersonId;
export const roomId = (text: string): RoomId => text as RoomId;
export const seatId = (text: string): SeatId => text as SeatId;
export const objectId = (text: string): ObjectId => text as ObjectId;
export const circleId = (text: string): CircleId => text as CircleId;
export const lineId = (text: string): LineId => text as LineId;
