/** What is asked of rituals that have ended, of our own server. */
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { CharterWords, RunEntry } from '#shared/rituals/kept.ts';
import type { RunRecord } from '#shared/rituals/record.ts';
import { fetchAsMe } from '#client/app/asMe.ts';
import { isRecord, isText } from '#client/app/shape.ts';

/** A record, and what its reader may do with it. */
export interface RecordPage {
  readonly room: string;
  readonly record: RunRecord;
  readonly wasThere: boolean;
  /** Of those who ran it; absent for whoever may not. */
  readonly notes?: readonly { readonly step: number; readonly text: string }[];
}
export interface CharterPage extends CharterWords {
  readonly signed: readonly string[];
  readonly isMine: boolean;
}
/** An answer, why there is none, or `undefined` while the server cannot be reached. */
export type Asked<T> = { readonly answer: T } | { readonly refusal: Refusal } | undefined;

const isPage = (given: unknown): given is RecordPage => isRecord(given) && isRecord(given['record']) && Array.isArray(given['record']['steps']);
const areEntries = (given: unknown): given is readonly RunEntry[] => Array.isArray(given);
const isCharter = (given: unknown): given is CharterPage => isRecord(given) && isRecord(given['charter']);
const isDone = (given: unknown): given is object => isRecord(given) && given['ok'] === true;

const ask = async <T>(path: string, is: (given: unknown) => given is T, method: 'GET' | 'POST' = 'GET'): Promise<Asked<T>> => {
  try {
    const response = await fetchAsMe(path, { method });
    const given: unknown = await response.json();
    if (response.ok) return is(given) ? { answer: given } : undefined;
    const refusal = isRecord(given) ? given['refusal'] : undefined;
    return isRecord(refusal) && isText(refusal['code']) ? { refusal: { code: refusal['code'], values: {} } } : undefined;
  } catch {
    return undefined;
  }
};

export const askRecord = (run: string): Promise<Asked<RecordPage>> => ask(`/api/runs/${encodeURIComponent(run)}`, isPage);
export const leaveRecord = (run: string): Promise<Asked<object>> => ask(`/api/runs/${encodeURIComponent(run)}/leave`, isDone, 'POST');
export const askRuns = (room: string): Promise<Asked<readonly RunEntry[]>> => ask(`/api/rooms/${encodeURIComponent(room)}/runs`, areEntries);
export const askCharter = (): Promise<Asked<CharterPage>> => ask('/api/charter', isCharter);
