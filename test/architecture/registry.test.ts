import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { controls2d } from '#client/view-2d/controls.ts';
import { controls3d } from '#client/view-3d/controls.ts';
import { boardCapabilities, boardCapabilityIds, boardCueKinds, boardRefusalKinds } from '#shared/boards/board.registry.ts';
import { cueKind } from '#shared/kernel/cue.ts';
import { refusalKind } from '#shared/kernel/refusal.ts';
import { lookSlots } from '#shared/people/look.options.ts';
import { ritualCapabilities, ritualCapabilityIds, ritualCueKinds, ritualRefusalKinds } from '#shared/rituals/ritual.registry.ts';
import { capabilities, capabilityIds, capabilityOf, cueKinds, isCapabilityId, refusalKinds, undoOf } from '#shared/registry.ts';
import { root, sourcesOf } from './sources.ts';

interface Declared {
  readonly capabilities: ReadonlySet<unknown>;
  readonly cues: ReadonlySet<unknown>;
  readonly refusals: ReadonlySet<unknown>;
}
const registry: Declared = {
  capabilities: new Set<unknown>([...Object.values(capabilities), ...Object.values(boardCapabilities), ...Object.values(ritualCapabilities)]),
  cues: new Set([...cueKinds.values(), ...boardCueKinds.values(), ...ritualCueKinds.values()]),
  refusals: new Set([...refusalKinds.values(), ...boardRefusalKinds.values(), ...ritualRefusalKinds.values()]),
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isCapability = (value: unknown) => isRecord(value) && 'permit' in value && 'apply' in value;
const isCue = (value: unknown) => isRecord(value) && 'category' in value && 'priority' in value;
const isRefusal = (value: unknown) => isRecord(value) && 'code' in value && 'words' in value;

/** Everything a module declares that the registry lacks. */
const missing = (file: string, exported: Readonly<Record<string, unknown>>, known: Declared): readonly string[] =>
  Object.entries(exported).flatMap(([name, value]) => {
    if (isCapability(value)) return known.capabilities.has(value) ? [] : [`${file} ${name}`];
    if (!isRecord(value)) return [];
    return Object.entries(value).flatMap(([key, one]) =>
      (isCue(one) && !known.cues.has(one)) || (isRefusal(one) && !known.refusals.has(one)) ? [`${file} ${name}.${key}`] : [],
    );
  });

const twice = (ids: readonly string[]): readonly string[] => ids.filter((id, at) => ids.indexOf(id) !== at);

const declaring = sourcesOf('shared').filter(({ path, code }) => path !== 'shared/registry.ts' && /\b(defineCapability|cueKind|refusalKind)\(/.test(code));

describe('the registry', () => {
  it('holds every capability, cue and refusal that a file of shared/ declares', async () => {
    const lacking = await Promise.all(declaring.map(async ({ path }) => missing(path, (await import(join(root, path))) as Record<string, unknown>, registry)));
    expect(declaring.length).toBeGreaterThan(7);
    expect(lacking.flat()).toEqual([]);
  });

  it('would miss one that was forgotten', () => {
    const { 'hand.raise': raise, ...others } = capabilities;
    const without = { ...registry, capabilities: new Set<unknown>(Object.values(others)) };
    expect(missing('hand', { raiseHand: raise }, without)).toEqual(['hand raiseHand']);
    expect(missing('hand', { raiseHand: { ...raise } }, registry)).toEqual(['hand raiseHand']);
    expect(missing('hand', { handCues: { raised: { category: 'hands', priority: 2 } } }, registry)).toEqual(['hand handCues.raised']);
    const lit = { handRefusals: { dark: refusalKind('hand.dark', 'It is dark.') }, handCues: { lit: cueKind('hand.lit', { category: 'hands', priority: 3 }) } };
    expect(missing('hand', lit, registry)).toEqual(['hand handRefusals.dark', 'hand handCues.lit']);
    expect(missing('hand', { ...lit, raiseHand: raise }, { ...registry, refusals: new Set(Object.values(lit.handRefusals)), cues: new Set(Object.values(lit.handCues)) })).toEqual([]);
  });

  it('names each capability by its own id, with a label, a help sentence and a key of its own', () => {
    const keys = capabilityIds.flatMap((id) => {
      const capability = capabilities[id];
      expect(capability.id).toBe(id);
      expect(capability.help.defaultMessage).toMatch(/\.$/);
      return 'shortcut' in capability && capability.shortcut ? [capability.shortcut] : [];
    });
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('takes an act back only by another act, for the same payload where that one takes it', () => {
    for (const id of capabilityIds) expect({ id, undo: capabilityOf(id).undo ?? 'hand.lower' }).toEqual({ id, undo: expect.toSatisfy(isCapabilityId) });
    expect(undoOf('hand.raise', {})).toEqual({ id: 'hand.lower', payload: {} });
    expect(undoOf('people.mute', { person: 'ana' })).toEqual({ id: 'people.unmute', payload: { person: 'ana' } });
    expect(undoOf('seat.sit', { seat: 'hearth-1' })).toEqual({ id: 'seat.stand', payload: {} });
    expect(undoOf('hand.lower', {})).toBeUndefined();
  });

  it('has a place in both views for each capability, and in them for nothing else', () => {
    expect(Object.keys(controls2d).sort()).toEqual([...capabilityIds].sort());
    expect(Object.keys(controls3d).sort()).toEqual([...capabilityIds].sort());
  });

  it('gives every message an id of its own', () => {
    const written = sourcesOf('shared', 'server', 'client').flatMap(({ code }) => [...code.matchAll(/\bmessage\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? ''));
    const declared = new Set([
      ...capabilityIds.flatMap((id) => [capabilities[id].label, capabilities[id].help]),
      ...boardCapabilityIds.flatMap((id) => [boardCapabilities[id].label, boardCapabilities[id].help]),
      ...ritualCapabilityIds.flatMap((id) => [ritualCapabilities[id].label, ritualCapabilities[id].help]),
      ...[...cueKinds.values(), ...boardCueKinds.values(), ...ritualCueKinds.values()].flatMap(({ own, others, many, caption }) => [own, others, many, caption]),
      ...[...refusalKinds.values(), ...boardRefusalKinds.values(), ...ritualRefusalKinds.values()].map(({ words }) => words),
      ...Object.values(lookSlots).flatMap((choices) => choices.map(({ word }) => word)),
    ]);
    const ids = [...written, ...[...declared].flatMap((words) => words?.id ?? [])];
    expect(written.length).toBeGreaterThan(100);
    expect(twice(ids)).toEqual([]);
    expect(twice(['page.help', 'page.find', 'page.help'])).toEqual(['page.help']);
  });

  it('has no refusal or cue that nothing gives: each is named outside its declaration', async () => {
    const code = sourcesOf('shared', 'server', 'client').map((source) => source.code).join('\n');
    const tables = declaring.flatMap(({ path, code: own }) => [...own.matchAll(/export const (\w+(?:Cues|Refusals)) =/g)].map((match) => ({ path, table: match[1] ?? '' })));
    expect(tables.length).toBeGreaterThan(10);
    const unused = tables.map(async ({ path, table }) => {
      const exported = (await import(join(root, path))) as Record<string, Record<string, unknown>>;
      return Object.keys(exported[table] ?? {}).map((key) => `${table}.${key}`).filter((use) => !new RegExp(`\\b${use.replace('.', '\\.')}\\b`).test(code));
    });
    expect((await Promise.all(unused)).flat()).toEqual([]);
  });
});
