/** Notifications of the browser's own: only for whoever asked for them, and for what they asked to be told of. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canNotify, noteAsked, wantNotices, wantsNotices } from '#client/rituals/notices.ts';
import { createWords } from '#client/app/words.ts';
import type { Hearth } from '#client/net/hearth.ts';
import type { HeardCue } from '#shared/kernel/cue.ts';

const words = createWords('en', undefined);
let shown: string[];
let permission: string;
let hidden: boolean;

beforeEach(() => {
  [shown, permission, hidden] = [[], 'default', true];
  class Notice {
    static get permission(): string {
      return permission;
    }
    static requestPermission = async (): Promise<string> => permission;
    constructor(title: string, { body }: { readonly body: string }) {
      shown.push(`${title}. ${body}`);
    }
  }
  const kept = new Map<string, string>();
  vi.stubGlobal('Notification', Notice);
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text), removeItem: (key: string) => void kept.delete(key) });
  vi.stubGlobal('document', { get hidden() { return hidden; } });
});
afterEach(() => void vi.unstubAllGlobals());

/** A room that says what a test has it say. */
const room = () => {
  const listeners: ((cue: HeardCue, late: number) => void)[] = [];
  const hearth = { layout: { name: 'Commons' }, onCue: (listen: (typeof listeners)[number]) => listeners.push(listen) } as unknown as Hearth;
  return { hearth, listeners, says: (kind: string, values: HeardCue['values']) => listeners.forEach((listen) => listen({ number: 1, at: 0, kind, by: undefined, values }, 0)) };
};

describe('a notification', () => {
  it('RI33 comes to whoever asked for it and whose browser grants it, while the page is out of sight', async () => {
    const { hearth, listeners, says } = room();
    noteAsked(hearth, [{ title: 'Check-in', isAsked: true }], words);
    // The one before may have begun: its plan is gone, and it is still to be told of.
    noteAsked(hearth, [{ title: 'Launch', isAsked: true }, { title: 'Another', isAsked: true }], words);
    noteAsked(hearth, [{ title: 'Launch', isAsked: true }, { title: 'Launch', isAsked: false }, { title: 'Another', isAsked: false }], words);
    expect([canNotify(), wantsNotices(), listeners.length]).toEqual([true, false, 1]);
    says('ritual.begun', { title: 'Check-in', room: 'Studio' });
    // Not granted, it is not asked for again and again.
    expect([await wantNotices(true), wantsNotices(), shown]).toEqual([false, false, []]);
    permission = 'granted';
    expect([wantsNotices(), await wantNotices(true), wantsNotices()]).toEqual([false, true, true]);
    says('ritual.begun', { title: 'Check-in', room: 'Studio' });
    says('ritual.started', { title: 'Launch' });
    // What one does not ask for any more, and what is no start, is none.
    says('ritual.started', { title: 'Another' });
    says('ritual.ended', { title: 'Check-in' });
    hidden = false;
    says('ritual.started', { title: 'Check-in' });
    expect(shown).toEqual(['Check-in. It begins now, in Studio.', 'Launch. It begins now, in Commons.']);
    hidden = true;
    expect([await wantNotices(false), wantsNotices()]).toEqual([false, false]);
    says('ritual.begun', { title: 'Check-in', room: 'Studio' });
    expect(shown).toHaveLength(2);
  });
});
