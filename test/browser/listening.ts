/** What is listened to whatever carries voices: two pages that speak with a tone, and a steward beside them. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { panOf } from '#shared/voice/direction.ts';
import type { Address } from '#shared/voice/news.ts';
import { launch } from '#test/support/chromium.ts';
import { startHearth, type TestHearth } from '#test/support/hearth.ts';
import { enter, tokenOf, visitor, type Visitor } from '#test/support/page.ts';
import { roomsChanged } from '#test/support/room.ts';
import { levels, packets, withTone, WITH_SOUND } from '#test/support/tones.ts';
import { witness, witnessAs, type Witness } from '#test/support/witness.ts';

/** Someone who speaks and listens, and their ear by the server. */
export interface Speaker extends Visitor {
  readonly name: string;
  readonly ear: Witness;
}

export interface Meeting {
  readonly hearth: TestHearth;
  readonly browser: Browser;
  readonly ana: Speaker;
  readonly ben: Speaker;
  /** The owner, out of hearing. */
  readonly olga: Witness;
  come(name: string, hertz: number): Promise<Speaker>;
}

/** A private zone that no room of ours has. */
export const BOOTH = { x: 6, z: 11.5 } as const;
const roomsWithBooth = (folder: string): string =>
  roomsChanged(folder, (layout) => (layout.id === 'commons' ? { ...layout, zones: [{ id: 'booth', name: 'the booth', rule: 'private', ...BOOTH, shape: { kind: 'circle', radius: 1 }, hearing: { in: 4, out: 5 } }, ...layout.zones] } : layout));

const meet = async (voice: string): Promise<Meeting> => {
  const [hearth, browser] = await Promise.all([startHearth(roomsWithBooth, { VOICE: voice }), launch(WITH_SOUND)]);
  const olga = await witness(hearth.url, hearth.ownerLink, 'Olga');
  await olga.perform('move.goTo', { to: 'spot', x: -14, z: -4 });
  const come = async (name: string, hertz: number): Promise<Speaker> => {
    const one = await visitor(browser, hearth);
    await withTone(one.context, hertz);
    await enter(one, hearth, name, '2d');
    return { ...one, name, ear: await witnessAs(hearth.url, await tokenOf(one.context)) };
  };
  const [ana, ben] = await Promise.all([come('Ana', 440), come('Ben', 880)]);
  return { hearth, browser, ana, ben, olga, come };
};

export const button = ({ page }: Visitor) => page.locator('#controls [data-focus-key="voice.on"] button');
export const says = (visiting: Visitor, words: RegExp) => expect.poll(() => button(visiting).textContent(), { timeout: 20_000 }).toMatch(words);
/** How many packets of sound come in within half a second. */
export const flow = async ({ page }: Visitor): Promise<number> => {
  const before = await packets(page);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  return (await packets(page)) - before;
};
export const flows = (visiting: Visitor) => expect.poll(() => flow(visiting), { timeout: 20_000 }).toBeGreaterThan(10);
export const isStill = (visiting: Visitor) => expect.poll(() => flow(visiting), { timeout: 20_000 }).toBe(0);
export const stand = async ({ ear, name }: Speaker, x: number, z: number): Promise<void> => {
  await ear.perform('move.goTo', { to: 'spot', x, z });
  await ear.until(`${name} stands there`, () => {
    const at = ear.pose(name);
    return at?.speed === 0 && Math.hypot(at.x - x, at.z - z) < 0.3;
  });
};

/**
 * The listening tests, over what the setting says; they leave Ana speaking, and Ben beside her. `intrude` does from Ben's place, out of
 * hearing, what no honest client does, to hear the stay that Ana has; what it answers shows that near by this does lead to her. Answers the meeting, for more tests.
 */
export const listening = (voice: 'livekit' | 'mesh', intrude: (meeting: Meeting, address: Address) => Promise<() => Promise<unknown>>): (() => Meeting) => {
  let meeting: Meeting | undefined;
  const here = (): Meeting => {
    if (!meeting) throw new Error('The meeting has not begun.');
    return meeting;
  };
  beforeAll(async () => {
    meeting = await meet(voice);
  });
  afterAll(async () => {
    for (const one of [meeting?.olga, meeting?.ana.ear, meeting?.ben.ear]) await one?.leave();
    await meeting?.browser.close();
    await meeting?.hearth.remove();
  });

  it('VO1 VO11 one is heard by who is near, seen to speak, and counted', async () => {
    const { ana, ben } = here();
    await Promise.all([stand(ana, 6, 8), stand(ben, 7.5, 8)]);
    await says(ana, /Microphone is off.*Turn on: 1 person will hear you/);
    await button(ana).click();
    await says(ana, /Microphone is on.*1 person can hear you/);
    await flows(ben);
    await ben.page.locator('[data-person]', { hasText: 'Ana' }).getByText(/speaking/).first().waitFor();
  });

  it('VO9 from the side where the speaker is, and softer from further away', async () => {
    const { ben } = here();
    // Ben has come from the west and looks east: Ana, behind him and a little to the north, is to his left.
    await stand(ben, 7.5, 9.2);
    await stand(ben, 8.2, 9.2);
    const loud = (): Promise<readonly number[]> => levels(ben.page);
    const heading = ben.ear.pose('Ben')?.heading ?? 0;
    const side = panOf({ x: 8.2, z: 9.2, heading }, { x: 6, z: 8 });
    expect(Math.abs(side)).toBeGreaterThan(0.2);
    await expect.poll(async () => {
      const [left = 0, right = 0] = await loud();
      return Math.min(left, right) > 0 ? (side < 0 ? left / right : right / left) : 0;
    }).toBeGreaterThan(1.3);
    const near = Math.max(...(await loud()));
    await stand(ben, 10, 8);
    await expect.poll(async () => Math.max(...(await loud()))).toBeLessThan(near * 0.8);
  });

  it('VO13 out of hearing nothing reaches one, not even a client that does everything to hear', async () => {
    const { ana, ben } = here();
    const [address] = ben.ear.hearing.hear;
    if (address === undefined) throw new Error('Ben does not hear Ana.');
    await stand(ben, 14, 8);
    await says(ana, /Nobody can hear you yet/);
    await isStill(ben);
    const reachesNearBy = await intrude(here(), address);
    for (let time = 0; time < 3; time++) expect(await flow(ben)).toBe(0);
    await stand(ben, 7.5, 8);
    await reachesNearBy();
    await ben.page.reload();
    await flows(ben);
  });

  it('VO17 held muted nobody is heard, after a reload as before, until it is ended', async () => {
    const { ana, ben, olga } = here();
    const holds = async (): Promise<void> => {
      expect(await olga.perform('voice.hold', { person: ana.ear.id, reason: 'There is an echo.' })).toMatchObject({ accepted: true });
      await says(ana, /Muted by Olga/);
      await isStill(ben);
    };
    await holds();
    await olga.perform('voice.release', { person: ana.ear.id });
    // The tone goes on, and nobody hears it.
    await says(ana, /You are muted but talking/);
    await button(ana).click();
    await flows(ben);
    await holds();
    await ana.page.reload();
    await says(ana, /Muted by Olga/);
    expect(await ana.ear.perform('voice.on', {})).toMatchObject({ accepted: false });
    await olga.perform('voice.release', { person: ana.ear.id });
    await says(ana, /Microphone is off/);
    await button(ana).click();
    await flows(ben);
  });

  return here;
};
