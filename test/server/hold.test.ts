/** Microphones that others turn off. */
import { describe, expect, it } from 'vitest';
import { layoutNamed } from '#test/support/room.ts';
import type { Guest } from '#test/support/table.ts';
import { setVoices } from '#test/support/voices.ts';

describe('a microphone', () => {
  it('VO16 is turned off by those above, who are named with their reason, and on again by its owner', async () => {
    const table = setVoices();
    const [ana, sam, fay] = [await table.enter('Ana'), await table.enter('Sam'), await table.enter('Fay')];
    table.raise(sam, 'steward');
    expect(await table.did(ana, 'voice.mute', { person: sam.id })).toMatchObject({ refusal: { code: 'dispatch.standing' } });
    expect(await table.did(sam, 'voice.mute', { person: ana.id })).toMatchObject({ refusal: { code: 'voice.theirsOff' } });
    await table.did(ana, 'voice.on');
    expect(await table.did(sam, 'voice.mute', { person: ana.id, reason: 'There is an echo.' })).toEqual({ accepted: true });
    expect(table.host.facts.people.get(ana.id)?.microphone).toBe('off');
    expect(ana.heard.at(-1)).toMatchObject({ kind: 'voice.muted', by: sam.id, values: { by: 'Sam', reason: 'There is an echo.' } });
    expect(fay.kinds()).not.toContain('voice.muted');
    expect(await table.did(ana, 'voice.on')).toEqual({ accepted: true });
  });

  it('VO17 held off it stays off, in a new tab and after a restart, until that is ended', async () => {
    const table = setVoices();
    const [ana, sam] = [await table.enter('Ana'), await table.enter('Sam')];
    table.raise(sam, 'steward');
    await table.did(ana, 'voice.on');
    expect(await table.did(sam, 'voice.hold', { person: ana.id })).toEqual({ accepted: true });
    expect(await table.did(sam, 'voice.hold', { person: ana.id })).toMatchObject({ refusal: { code: 'voice.heldAlready' } });
    expect(ana.heard.at(-1)).toMatchObject({ kind: 'voice.held', values: { by: 'Sam' } });
    const refused = { accepted: false, refusal: { code: 'voice.held', values: { by: 'Sam' } } };
    expect(await table.did(ana, 'voice.on')).toMatchObject(refused);
    ana.leave(0);
    const again = await table.enter('Ana');
    expect(await table.did(again, 'voice.on')).toMatchObject(refused);
    await table.host.save();
    await table.restart();
    table.host.facts.voice = 'livekit';
    const [later, steward] = [await table.enter('Ana'), await table.enter('Sam')];
    expect(await table.did(later, 'voice.on')).toMatchObject(refused);
    expect(await table.did(steward, 'voice.release', { person: later.id })).toEqual({ accepted: true });
    expect(await table.did(steward, 'voice.release', { person: later.id })).toMatchObject({ refusal: { code: 'voice.notHeld' } });
    expect(later.heard.at(-1)).toMatchObject({ kind: 'voice.released', values: { by: 'Sam' } });
    expect(await table.did(later, 'voice.on')).toEqual({ accepted: true });
  });

  it('VO17 a hold outlasts a restart while they are away, and so does its end', async () => {
    const table = setVoices();
    const [ana, sam] = [await table.enter('Ana'), await table.enter('Sam')];
    table.raise(sam, 'steward');
    await table.did(sam, 'voice.hold', { person: ana.id });
    ana.leave(0);
    table.pass(5_000);
    expect(table.host.has(ana.id)).toBe(false);
    const away = async (): Promise<Guest> => {
      await table.host.save();
      await table.restart();
      table.host.facts.voice = 'livekit';
      return table.enter('Ana');
    };
    const later = await away();
    expect(await table.did(later, 'voice.on')).toMatchObject({ accepted: false, refusal: { code: 'voice.held', values: { by: 'Sam' } } });
    const steward = await table.enter('Sam');
    table.raise(steward, 'steward');
    expect(await table.did(steward, 'voice.release', { person: later.id })).toEqual({ accepted: true });
    later.leave(0);
    table.pass(5_000);
    expect(await table.did(await away(), 'voice.on')).toEqual({ accepted: true });
  });

  it('VO17 a hold that could not be stored holds nobody', async () => {
    const table = setVoices();
    const [ana, sam] = [await table.enter('Ana'), await table.enter('Sam')];
    table.raise(sam, 'steward');
    table.storage.broken = true;
    expect(await table.did(sam, 'voice.hold', { person: ana.id })).toMatchObject({ accepted: false, refusal: { code: 'dispatch.notStored' } });
    table.storage.broken = false;
    expect(await table.did(ana, 'voice.on')).toEqual({ accepted: true });
  });

  it('VO18 all but the stage: those below, who stand on none, and nobody else', async () => {
    const table = setVoices(layoutNamed('stage'));
    const [host, ana, sam, ola] = [await table.come('Host', 0, -6.4), await table.come('Ana', 0, 4), await table.come('Sam', 1, 4), await table.come('Ola', 2, 4)];
    table.raise(sam, 'steward');
    table.raise(ola, 'owner');
    expect(await table.did(sam, 'voice.muteAll')).toEqual({ accepted: true });
    const microphones = [host, ana, sam, ola].map(({ id }) => table.host.facts.people.get(id)?.microphone);
    expect(microphones).toEqual(['on', 'off', 'on', 'on']);
    expect(ana.heard.at(-1)).toMatchObject({ kind: 'voice.mutedAll', values: { by: 'Sam' } });
    expect(host.kinds()).not.toContain('voice.mutedAll');
    expect(await table.did(sam, 'voice.muteAll')).toMatchObject({ refusal: { code: 'voice.nobodyOn' } });
  });
});
