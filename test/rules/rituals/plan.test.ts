/** A script while it is changed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWords } from '#client/app/words.ts';
import {
  addStep, changeKind, changeStep, draftEstimate, draftOf, duplicateStep, faultAt, faultsOf, isSame, mayAdd, moveStep, rawOf, readDraft, removeStep, scriptIn, titleOf, type Draft,
} from '#shared/rituals/plan.ts';
import { readScript, sayFault } from '#shared/rituals/script.faults.ts';
import { MOST_STEPS, stepKinds, type StepKind } from '#shared/rituals/script.ts';
import { seeded } from '#test/support/chance.ts';
import { scriptOf, stepOf } from '#test/support/ritual.ts';
import { commons } from '#test/support/room.ts';

const words = createWords('en', undefined);
const draft = (...steps: readonly object[]): Draft => draftOf(scriptOf(...steps));
const kinds = ({ steps }: Draft): string => steps.map(({ kind }) => kind).join(' ');
const text = { name: 'More', prompt: 'What else?' };
const folder = join(import.meta.dirname, '../../../assets/rituals');
const templates = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown);

describe('a script that is changed', () => {
  it('RI35 is the same script as long as nothing is changed, each template too', () => {
    expect(templates.length).toBeGreaterThan(7);
    for (const template of templates) {
      const { script } = readScript(template);
      if (!script) throw new Error('A template is bad.');
      expect(scriptIn(draftOf(script))).toEqual(script);
      expect(readDraft(JSON.parse(JSON.stringify(draftOf(script))))).toEqual(draftOf(script));
    }
    const first = draft(stepOf('say'), stepOf('round'));
    expect([isSame(first, moveStep(moveStep(first, 0, 1), 1, -1)), isSame(first, moveStep(first, 0, 1)), isSame(first, changeStep(first, 0, { minutes: '5,0' }))]).toEqual([true, false, true]);
  });

  it('RI35 has its steps moved, duplicated, removed and added, each where it can be', () => {
    const first = draft(stepOf('arrival'), stepOf('say'), stepOf('close'));
    expect(kinds(moveStep(first, 0, 1))).toBe('say arrival close');
    expect([kinds(moveStep(first, 0, 2)), kinds(moveStep(first, 2, -2))]).toEqual(['say close arrival', 'close arrival say']);
    expect([moveStep(first, 0, 0), moveStep(first, 0, 3)]).toEqual([first, first]);
    expect([moveStep(first, 0, -1), moveStep(first, 2, 1), moveStep(first, 9, 1)]).toEqual([first, first, first]);
    expect(kinds(duplicateStep(first, 1))).toBe('arrival say say close');
    expect([duplicateStep(first, 0), duplicateStep(first, 2)]).toEqual([first, first]);
    expect(kinds(removeStep(first, 1))).toBe('arrival close');
    const one = removeStep(removeStep(first, 0), 0);
    expect([kinds(one), removeStep(one, 0)]).toEqual(['close', one]);
    // People arrive first, and a ritual closes last.
    expect([kinds(addStep(one, 0, 'arrival', text)), kinds(addStep(first, 2, 'round', text)), kinds(addStep(first, 0, 'round', text)), addStep(first, 0, 'close', text)]).toEqual(['arrival close', 'arrival say round close', 'arrival round say close', first]);
    expect(kinds(addStep(removeStep(first, 2), 0, 'close', text))).toBe('arrival say close');
    const full = draft(...Array.from({ length: MOST_STEPS }, () => stepOf('say')));
    expect([mayAdd(full, 'say'), duplicateStep(full, 0)]).toEqual([false, full]);
  });

  it('RI35 keeps what was written in a step that becomes one of another kind, and back; what was ordinary follows the kind', () => {
    const first = draft(stepOf('pledge', { voice: 'stage' }), stepOf('round', { order: 'random', turn: 3 }));
    const other = changeKind(changeKind(first, 0, 'act'), 1, 'silence');
    expect(other.steps.map(({ kind, voice, leaves }) => `${kind} ${voice} ${leaves}`)).toEqual(['act stage counts', 'silence none nothing']);
    expect(scriptIn(other)?.steps[1]).not.toHaveProperty('order');
    expect(changeKind(changeKind(other, 0, 'pledge'), 1, 'round')).toEqual(first);
  });

  it('RI36 tells what is wrong at its field, with the reason', () => {
    let changed = draft(stepOf('say'), stepOf('pledge'), stepOf('round'));
    changed = changeStep(changed, 0, { name: ' ', minutes: 'soon', place: 'moon' });
    changed = changeStep(changed, 1, { charter: { title: 'Us', version: '1,5', sections: [{ heading: 'Care', text: '' }] } });
    changed = changeStep(changed, 2, { minutes: '', turn: '0' });
    const faults = faultsOf({ ...changed, title: '' }, commons);
    const at = (step: number | undefined, field: string): string => {
      const fault = faultAt(faults, step, field);
      return fault ? words(fault.reason.message, fault.reason.values) : '';
    };
    expect([at(undefined, 'title'), at(0, 'name'), at(0, 'minutes'), at(0, 'prompt'), at(1, 'charter.version'), at(1, 'charter.sections.1.text'), at(2, 'minutes'), at(2, 'turn')]).toEqual([
      'it is empty.', 'it is empty.', 'it has to be a number.', '', 'it has to be a whole number.', 'it is empty.', 'it is missing.', 'it is too small: 0.25 at least.',
    ]);
    expect(scriptIn(changed)).toBeUndefined();
    // A place is judged by the room it is for, once everything else is right.
    const moon = changeStep(draft(stepOf('say')), 0, { place: 'moon' });
    expect([faultsOf(moon).length, faultsOf(moon, commons).map((fault) => words(sayFault(fault)))]).toEqual([0, ['Step 1, place: the room has no such object, group of seats or zone.']]);
    expect(readDraft({ ...moon, steps: [] })).toBeUndefined();
    expect(readDraft('x')).toBeUndefined();
  });

  it('RI36 is called something, whatever stands where its title is written', () => {
    const called = (title: string): string => titleOf({ ...draft(stepOf('say')), title }, 'Without a name');
    expect([called(' '), called(' Launch '), called('🔥'.repeat(60)), called('🔥'.repeat(9_000))]).toEqual(['Without a name', 'Launch', '🔥'.repeat(60), `${'🔥'.repeat(60)}…`]);
  });

  it('RI35 is never lost, whatever is done in whichever order', () => {
    for (let seed = 1; seed <= Number(process.env['RUNS'] ?? 200); seed++) {
      const chance = seeded(seed);
      const below = (most: number): number => Math.floor(chance() * most);
      let now = draft(stepOf('arrival'), stepOf('round'), stepOf('pledge'), stepOf('close'));
      for (let count = 0; count < 40; count++) {
        const [before, at, kind] = [now, below(now.steps.length), stepKinds[below(stepKinds.length)] as StepKind];
        const done = below(6);
        if (done === 0) now = moveStep(now, at, chance() < 0.5 ? 1 : -1);
        else if (done === 1) now = duplicateStep(now, at);
        else if (done === 2) now = removeStep(now, at);
        else if (done === 3) now = addStep(now, at, kind, text);
        else if (done === 4) now = changeKind(now, at, kind);
        else now = changeStep(now, at, { prompt: `${seed} ${count}`, minutes: String(count) });
        const keys = now.steps.map(({ key }) => key);
        expect({ seed, unique: new Set(keys).size, steps: now.steps.length > 0 && now.steps.length <= MOST_STEPS }).toEqual({ seed, unique: keys.length, steps: true });
        // Every step but the one that was meant is what it was.
        const changed = before.steps.filter((step) => !now.steps.includes(step)).length;
        expect({ seed, done, changed: changed <= 1, lost: before.steps.length - now.steps.length <= (done === 2 ? 1 : 0) }).toEqual({ seed, done, changed: true, lost: true });
        expect(readDraft(JSON.parse(JSON.stringify(now)))).toEqual(now);
        expect(rawOf(now)).toMatchObject({ version: 1 });
      }
    }
  });

  it('RI4 says how long it takes, as far as it is known', () => {
    const now = changeStep(draft(stepOf('say', { minutes: 3 }), stepOf('round', { minutes: 4, turn: 1.5 }), stepOf('say')), 2, { minutes: 'soon' });
    expect([draftEstimate(now, 2), draftEstimate(now, 6)]).toEqual([7, 12]);
  });
});
