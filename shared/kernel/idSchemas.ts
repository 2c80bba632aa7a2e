/** How ids come in from outside: any text that may be one. Whether there is such a person or thing is judged by whoever asks for it. */
import * as z from 'zod/mini';
import { circleId, lineId, personId, seatId } from './ids.ts';

const idOf = <T extends string>(brand: (text: string) => T, longest: number) => z.pipe(z.string().check(z.maxLength(longest)), z.transform(brand));

export const aPersonId = idOf(personId, 40);
export const aSeatId = idOf(seatId, 60);
export const aCircleId = idOf(circleId, 60);
export const aLineId = idOf(lineId, 60);
