import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLayout } from '#server/rooms/layouts.ts';

/** The layout of a room that does not ship: it shows what a seventh takes. */
export const observatory = readLayout('observatory.json', readFileSync(join(import.meta.dirname, 'observatory.json'), 'utf8'));
