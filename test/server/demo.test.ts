/** The companions of `npm start -- --demo`: they come by the door, live in the rooms, and stand in no record. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Companion } from '#server/demo/companion.ts';
import { companionNames, COMPANIONS } from '#server/demo/companions.ts';
import type { Identity } from '#server/people/identity.ts';
import { listLinks } from '#server/people/links.ts';
import { readLayouts } from '#server/rooms/layouts.ts';
import { defaultLook } from '#shared/people/look.ts';
import { launch, DIE_WITH_PARENT, newFolder } from '#test/support/server-process.ts';
import { freePort } from '#test/support/ports.ts';
import { witness } from '#test/support/witness.ts';

const folder = newFolder();
let url = '';
let link = '';
let end: () => void = () => undefined;

beforeAll(async () => {
  const port = await freePort();
  const child = launch({ PORT: `${port}`, DATA_DIR: folder }, DIE_WITH_PARENT, ['--demo']);
  end = () => void child.kill('SIGKILL');
  url = `http://localhost:${port}`;
  link = await new Promise((resolve) => {
    let printed = '';
    child.stdout?.on('data', (text: Buffer) => {
      printed += text.toString();
      const guests = /Guests\s+(\S+)/.exec(printed)?.[1];
      if (guests && /Port\s/.test(printed)) resolve(guests);
    });
  });
});
afterAll(() => {
  end();
  rmSync(folder, { recursive: true, force: true });
});

it('a dozen companions come in, say that they are companions, and do what people do; counts and records leave them out', { timeout: 90_000 }, async () => {
  const ana = await witness(url, link, 'Ana');
  await ana.until('all companions are here', ({ facts }) => [...facts.people.values()].filter(({ companion }) => companion).length === companionNames.length, 30_000);
  expect([...ana.facts.people.values()].filter(({ name }) => !name.startsWith('Companion ')).map(({ name }) => name)).toEqual(['Ana']);
  await ana.until('one of them walks', ({ facts }) => [...facts.people.values()].some(({ name }) => (ana.pose(name)?.speed ?? 0) > 0), 30_000);
  await ana.perform('gesture.wave', {});
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toMatch(/^hearth_people\{room="commons"\} 1$/m);
  const database = new DatabaseSync(join(folder, 'hearth.sqlite'), { readOnly: true });
  await expect.poll(() => database.prepare('select distinct actor from activity').all().map(({ actor }) => actor)).toEqual([ana.id]);
  database.close();
  await ana.leave();
});

it('their link is in no list, for nobody comes by it', async () => {
  const storage = { invitations: async () => [COMPANIONS, 'spring'].map((id) => ({ id, code: 'C', standing: 'guest', duties: [], label: '', venue: '', madeAt: 0, madeBy: undefined, usesLeft: undefined, expiresAt: undefined, revokedAt: undefined }) as const) };
  const identity = { linkTo: (id: string) => id } as Identity;
  expect((await listLinks(storage, identity, url)).map(({ id }) => id)).toEqual(['spring']);
});

it('one of them goes through a portal, and comes back', { timeout: 60_000 }, async () => {
  const rooms = join(import.meta.dirname, '../../assets/rooms');
  const layouts = readLayouts(rooms);
  const ana = await witness(url, link, 'Ana');
  const secret = new URL(link).hash.slice(1);
  // The last act of the table, and the last portal.
  void new Companion('Companion Wren', { url, link: secret, layouts, chance: () => 0.999, draw: () => defaultLook, pace: 0.02 }).live();
  await ana.until('Wren is here', (me) => me.who('Companion Wren') !== undefined);
  await ana.until('Wren has gone', (me) => me.who('Companion Wren') === undefined, 30_000);
  await ana.until('Wren is back', (me) => me.who('Companion Wren') !== undefined, 30_000);
  await ana.leave();
});
