/** How ids come in from outside: any text that may be one. Whether there is such a person or thing is judged by whoever asks for it. */
import * as z from 'zod/mini';
import { circleId, lineId, personId, seatId } from './ids.ts';

// Written out: a build leaves out what only calls `z`, but not a call of a function of ours, which would bring zod into the first script.
export const aPersonId = z.pipe(z.string().check(z.maxLength(40)), z.transform(personId));
export const aSeatId = z.pipe(z.string().check(z.maxLength(60)), z.transform(seatId));
export const aCircleId = z.pipe(z.string().check(z.maxLength(60)), z.transform(circleId));
export const aLineId = z.pipe(z.string().check(z.maxLength(60)), z.transform(lineId));
