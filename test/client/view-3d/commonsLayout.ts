import { readFileSync } from 'node:fs';
import { layoutSchema, type Layout } from '#shared/rooms/layout.ts';

/** The layout that is shipped. */
export const commonsLayout = (): Layout => layoutSchema.parse(JSON.parse(readFileSync(new URL('../../../assets/rooms/commons.json', import.meta.url), 'utf8')));
