import { describe, expect, it } from 'vitest';
import { createWords } from '#client/app/words.ts';
import { estimate, stepKinds } from '#shared/rituals/script.ts';
import { faultsIn, parseScript, readScript, sayFault } from '#shared/rituals/script.faults.ts';
import { commons } from '#test/support/room.ts';
import { scriptOf, stepOf } from '#test/support/ritual.ts';

const words = createWords('en', undefined);
const said = (raw: unknown): readonly string[] => (readScript(raw).faults ?? []).map((fault) => words(sayFault(fault).message, sayFault(fault).values));
const script = (...steps: readonly unknown[]) => ({ version: 1, title: 'Check-in', steps });

describe('a script', () => {
  it('RI1 takes every kind of step, and fills in what is ordinary', () => {
    const { steps } = scriptOf(...stepKinds.map((kind) => stepOf(kind)));
    expect(steps.map(({ kind }) => kind)).toEqual(stepKinds);
    expect(steps.map(({ kind, voice, leaves, mood }) => `${kind} ${voice} ${leaves} ${mood}`.trim())).toEqual([
      'arrival open names', 'say stage nothing', 'round turn counts', 'act open counts', 'pledge open names', 'recognition open names', 'silence none nothing', 'celebration open nothing celebration', 'close open nothing',
    ]);
    expect(steps[2]).toMatchObject({ order: 'seat', turn: 2, who: 'everyone', place: '' });
  });

  it('RI1 is refused with each place and its reason, in words', () => {
    for (const none of [null, [], 'x', 5]) expect(said(none)).toEqual(['The script: it has to be a group of fields.']);
    expect(said(undefined)).toEqual(['The script: it is missing.']);
    expect(said({ version: 1, title: '', steps: [] })).toEqual(['title: it is empty.', 'steps: it is empty.']);
    expect(said(script(stepOf('dance' as 'say')))).toEqual([`Step 1, kind: it has to be one of these: ${stepKinds.join(', ')}.`]);
    expect(said(script(stepOf('say'), stepOf('say', { minutes: 0, name: 'x'.repeat(61), prompt: undefined })))).toEqual([
      'Step 2, name: it is too long: 60 characters at most.', 'Step 2, prompt: it is missing.', 'Step 2, minutes: it is too small: 0.5 at least.',
    ]);
    expect(said(script(stepOf('say', { minutes: '5', moood: 'day', order: 'seat' })))).toEqual([
      'Step 1, minutes: it has to be a number.', 'Step 1, moood: nothing is known by this name here. It may be misspelt.', 'Step 1, order: nothing is known by this name here. It may be misspelt.',
    ]);
    expect(said(script(stepOf('say', { minutes: 999, mood: 'dusk', place: '../etc' })))).toEqual([
      'Step 1, minutes: it is too large: 180 at most.', 'Step 1, mood: it has to be one of these: "", day, evening, celebration.', 'Step 1, place: it is not written as it has to be.',
    ]);
    expect(said(script(stepOf('pledge', { charter: { title: 'Us', version: 1.5, sections: [{ heading: 'Care', text: ' ' }] } })))).toEqual(['Step 1, charter.version: it has to be a whole number.', 'Step 1, charter.sections.1.text: it is empty.']);
    expect(said(script(...Array.from({ length: 31 }, () => stepOf('say'))))).toEqual(['steps: there are too many: 30 at most.']);
    expect(said({ ...script(stepOf('say')), version: 2 })).toEqual(['version: it has to be one of these: 1.']);
  });

  it('RI1 is called by one line of letters, which turns nothing around it', () => {
    const title = (given: string): unknown => readScript({ ...script(stepOf('say')), title: given }).script?.title;
    expect([title(' Our\r\nlaunch\u0000\u0007 '), title('\u202eevil\u202c'), title('👩🏽‍🌾 می‌آید'), title('a\u2028b')]).toEqual(['Our launch', 'evil', '👩🏽‍🌾 می‌آید', 'a b']);
    for (const nothing of ['\u200b\u200d', '\u0000', '\u202e ']) expect(said({ ...script(stepOf('say')), title: nothing })).toEqual(['title: it is empty.']);
    expect(said(script(stepOf('say', { name: '\u2060' })))).toEqual(['Step 1, name: it is empty.']);
  });

  it('RI1 has people arrive first and close last', () => {
    expect(said(script(stepOf('say'), stepOf('arrival'), stepOf('close'), stepOf('say')))).toEqual(['Step 2, kind: people arrive in the first step only.', 'Step 3, kind: a ritual closes in its last step only.']);
    expect(readScript(script(stepOf('arrival'), stepOf('close'))).faults).toBeUndefined();
  });

  it('RI1 that is not JSON is refused, and so is a place that the room lacks', () => {
    expect(parseScript('{"version": 1,').faults?.map(({ reason }) => reason.message.id)).toEqual(['ritual.fault.json']);
    expect(parseScript(JSON.stringify(script(stepOf('say')))).script?.steps).toHaveLength(1);
    expect(faultsIn(commons, scriptOf(stepOf('say', { place: 'hearth' }), stepOf('say', { place: 'moon' }), stepOf('say'))).map(({ step, field }) => `${step} ${field}`)).toEqual(['1 place']);
  });

  it('RI4 says how long it is advised to take: a round by its people, where that is longer', () => {
    const { steps } = scriptOf(stepOf('say', { minutes: 3 }), stepOf('round', { minutes: 4, turn: 1.5 }));
    expect([estimate({ steps }, 2), estimate({ steps }, 6)]).toEqual([7, 12]);
  });
});
