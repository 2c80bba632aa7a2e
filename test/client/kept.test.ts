/** What is changed of rituals and not saved, as a browser keeps it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftFrom, dropDraft, keepDraft, keptDrafts } from '#client/rituals/plan/kept.ts';
import { scriptOf, stepOf } from '#test/support/ritual.ts';

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text), removeItem: (key: string) => void kept.delete(key) });
});
afterEach(() => void vi.unstubAllGlobals());

const named = (title: string) => draftFrom({ ...scriptOf(stepOf('say')), title }, { kind: 'saved', id: 's1', revision: 2 });
const titles = () => keptDrafts().map(({ draft: { title } }) => title);

describe('a ritual that is changed and not saved', () => {
  it('RI36 is kept as it was changed last, whichever others are changed or dropped meanwhile', () => {
    const [launch, circle, again] = [named('Launch'), named('Circle'), named('Launch')];
    keepDraft(launch);
    keepDraft(circle);
    keepDraft(again);
    keepDraft({ ...launch, draft: { ...launch.draft, title: 'Our launch' } });
    expect(titles()).toEqual(['Our launch', 'Launch', 'Circle']);
    expect(keptDrafts().at(-1)).toEqual(circle);
    // One that was only looked at was never kept.
    dropDraft(named('Launch').key);
    dropDraft(again.key);
    expect(titles()).toEqual(['Our launch', 'Circle']);
    for (let count = 0; count < 20; count++) keepDraft(named(`${count}`));
    expect([titles().length, titles()[0]]).toEqual([10, '19']);
  });

  it('RI36 is nothing where the browser keeps nothing, or something else', () => {
    for (const text of ['', '{', 'null', '[1, null, {"key":"k","draft":{}}]', '{"key":"k"}']) {
      kept.set('hearth.plans', text);
      expect(keptDrafts()).toEqual([]);
    }
    vi.stubGlobal('localStorage', undefined);
    keepDraft(named('Launch'));
    expect(keptDrafts()).toEqual([]);
  });
});
