import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWords } from '#client/app/words.ts';
import type { Hearth, HearthState, Result } from '#client/net/hearth.ts';
import { createStore } from '#client/net/store.ts';
import { keepWith } from '#client/settings/keeping.ts';
import { changeSettings, personalOf, putSettings, settings, unsent, usual } from '#client/settings/settings.ts';
import type { PersonalSettings } from '#shared/people/settings.ts';

const words = createWords('en');
const offline: Result = { accepted: false, refusal: { code: 'client.offline', values: {} } };

/** A server that keeps what it is sent, as far as it can be reached. */
const server = () => {
  const state = { kept: undefined as HearthState['kept'], connection: { status: 'here' } as HearthState['connection'] };
  const store = createStore(state);
  const sent: PersonalSettings[] = [];
  const spoken: string[] = [];
  let answer: Result = { accepted: true };
  const hearth = {
    store, actor: { id: 'ana' },
    perform: async (_id: string, { settings: given }: { settings: PersonalSettings }) => {
      if (answer.accepted) sent.push(given);
      return answer;
    },
  } as unknown as Hearth;
  return {
    sent, spoken,
    tell: (kept: unknown) => {
      state.kept = { settings: kept };
      store.changed();
    },
    answers: (given: Result) => (answer = given),
    lose: (status: 'lost' | 'here') => {
      // As the connection does: what was told before a loss may be old.
      if (status === 'lost') state.kept = undefined;
      state.connection = (status === 'here' ? { status } : { status, since: 0, retryAt: 0 });
      store.changed();
    },
    keep: () => keepWith(hearth, (text) => spoken.push(text), words),
  };
};
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('location', { search: '', reload: () => undefined });
});
afterEach(() => {
  putSettings({ ...usual });
  unsent.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('PE9 keeping settings with a person', () => {
  it('PE9 sends a change at once, and once', async () => {
    const { keep, tell, sent } = server();
    const stop = keep();
    tell(personalOf(usual));
    changeSettings({ theme: 'dark' });
    await settled();
    expect(sent).toEqual([{ ...personalOf(usual), theme: 'dark' }]);
    expect([...unsent]).toEqual([]);
    changeSettings({ volume: 'soft' });
    await settled();
    expect(sent).toHaveLength(1);
    stop();
  });

  it('PE9 takes up what another browser changed, and says so when one comes in', async () => {
    const { keep, tell, spoken, sent } = server();
    const stop = keep();
    tell({ ...personalOf(usual), textSize: '150' });
    expect(settings.current.textSize).toBe('150');
    tell({ ...personalOf(usual), textSize: '200' });
    expect([settings.current.textSize, spoken]).toEqual(['200', ['Your settings are as you left them.']]);
    await settled();
    expect(sent).toEqual([]);
    stop();
  });

  it('PE9 lets what was changed while the server was away stand, and sends it when that is back', async () => {
    const { keep, tell, sent, lose } = server();
    const stop = keep();
    tell(personalOf(usual));
    lose('lost');
    changeSettings({ density: 'compact' });
    await settled();
    expect([settings.current.density, sent]).toEqual(['compact', []]);
    lose('here');
    tell({ ...personalOf(usual), theme: 'dark' });
    await settled();
    expect(settings.current).toMatchObject({ density: 'compact', theme: 'dark' });
    expect(sent.at(-1)).toMatchObject({ density: 'compact', theme: 'dark' });
    stop();
  });

  it('PE9 gives whoever is new what their browser is set to, and tries again where it was refused', async () => {
    const { keep, tell, sent, answers } = server();
    changeSettings({ contrast: 'more' });
    unsent.clear();
    answers(offline);
    const stop = keep();
    tell(null);
    await settled();
    expect([sent, [...unsent]]).toEqual([[], ['contrast']]);
    answers({ accepted: true });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toMatchObject([{ contrast: 'more' }]);
    stop();
  });
});
