import { readFileSync } from 'node:fs';
import { layoutSchema, type Layout } from '#shared/rooms/layout.ts';

export const roomIds = ['commons', 'stage', 'studio', 'library', 'cafe', 'garden'] as const;
export type ShippedRoom = (typeof roomIds)[number];

/** A layout that is shipped. */
export const layoutOf = (room: ShippedRoom): Layout => layoutSchema.parse(JSON.parse(readFileSync(new URL(`../../../assets/rooms/${room}.json`, import.meta.url), 'utf8')));
