import { createHmac } from 'node:crypto';
import type { Relay } from '#shared/voice/signals.ts';

/** How long (s) words for a TURN server open a new way through it; a way that is open stays. */
const LASTS = 600;
/** How often (ms) everyone gets new ones. */
export const RENEWED_EVERY = (LASTS / 2) * 1_000;

export interface RelaySettings {
  readonly stunUrls: readonly string[];
  readonly turnUrls: readonly string[];
  readonly turnSecret: string;
}

/**
 * The servers that help pages on a mesh to find each other, with words for TURN that end soon: the time of their end and a lot, and a
 * signature over both (draft-uberti-behave-turn-rest-00). Nobody's name stands in them.
 */
export const relaysAt = ({ stunUrls, turnUrls, turnSecret }: RelaySettings, now: number, lot: string): readonly Relay[] => {
  const username = `${Math.floor(now / 1_000) + LASTS}:${lot}`;
  const credential = createHmac('sha1', turnSecret).update(username).digest('base64');
  return [...(stunUrls.length > 0 ? [{ urls: stunUrls }] : []), ...(turnUrls.length > 0 ? [{ urls: turnUrls, username, credential }] : [])];
};
