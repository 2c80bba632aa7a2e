/** What whoever starts Hearth reads when it cannot start. */
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings, settingTable } from '#server/host/settings.ts';
import { freePort } from '#test/support/ports.ts';
import { newFolder, spawnHearth, startAndFail } from './spawned.ts';

let folder: string;
beforeAll(() => (folder = newFolder()));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One line on stderr, no stack, exit code 1. */
const expectSentence = ({ code, err }: { code: number | null; err: string }, about: RegExp): void => {
  expect(err).toMatch(about);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).not.toMatch(/\bat .*:\d+:\d+|node_modules/);
  expect(code).toBe(1);
};

describe('a start that fails says in one line why, and what to do', () => {
  it('the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expectSentence(await startAndFail({ PORT: `${port}`, DATA_DIR: folder }), new RegExp(`^Port ${port} is in use by another program\\. .*PORT`));
    other.close();
  });

  it('the data folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const PORT = `${await freePort()}`;
    expectSentence(await startAndFail({ PORT, DATA_DIR: join(file, 'data') }), /^Hearth cannot write to the data folder .*DATA_DIR/);
    expectSentence(await startAndFail({ PORT, DATA_DIR: file }), /^Hearth cannot write to the data folder .*DATA_DIR/);
    expectSentence(await startAndFail({ PORT, DATA_DIR: '/proc/hearth' }), /^Hearth cannot write to the data folder .*DATA_DIR/);
  });

  it('the data is not a database', async () => {
    const damaged = newFolder();
    writeFileSync(join(damaged, 'hearth.sqlite'), 'this was a database once'.repeat(100));
    expectSentence(await startAndFail({ PORT: `${await freePort()}`, DATA_DIR: damaged }), /^Hearth cannot use the database .*hearth\.sqlite/);
    rmSync(damaged, { recursive: true });
  });

  it('there is no room where the setting says', async () => {
    const settings = { PORT: `${await freePort()}`, DATA_DIR: join(folder, 'roomless') };
    for (const rooms of [folder, join(folder, 'nowhere')]) expectSentence(await startAndFail({ ...settings, ROOMS_DIR: rooms }), /^There is no room in the folder .*ROOMS_DIR/);
  });

  it('the address is not this machine’s', async () => {
    expectSentence(await startAndFail({ PORT: `${await freePort()}`, DATA_DIR: join(folder, 'other'), HOST: '192.0.2.1' }), /^Hearth cannot listen on 192\.0\.2\.1:\d+ .*HOST/);
  });

  it('a setting cannot be meant: each that can be wrong is named with what was given', async () => {
    expectSentence(await startAndFail({ PORT: 'eighty' }), /^The setting PORT is "eighty"/);
    for (const [key, wrong] of [['PORT', '0'], ['PORT', '70000'], ['PORT', '-1'], ['PORT', '2567.5'], ['HOST', 'not a host'], ['PUBLIC_URL', 'hearth.example.org'], ['PUBLIC_URL', 'https://hearth.example.org/path'], ['COMMUNITY', ' '.repeat(3)], ['DATA_DIR', 'x'.repeat(501)], ['ROOMS_DIR', 'x'.repeat(501)]] as const) {
      const read = readSettings({ [key]: wrong });
      expect(read.ok ? read.settings[key] : read.sentence).toContain(`The setting ${key} is ${JSON.stringify(wrong)}`);
    }
  });
});

describe('a start that succeeds', () => {
  it('--help lists every setting with its meaning, and starts nothing', async () => {
    const { code, out } = await startAndFail({}, ['--help']);
    for (const [key, { meaning }] of Object.entries(settingTable)) expect(out).toContain(`${key.padEnd(12)} ${meaning}`);
    expect(code).toBe(0);
  });

  it('prints the owner’s link until someone opened it, and the guests’ link always', async () => {
    const hearth = await spawnHearth();
    const [owner, guests] = [hearth.linkOf('Owner') ?? '', hearth.linkOf('Guests') ?? ''];
    expect([owner, guests].every((link) => link.startsWith(`${hearth.url}/join#`))).toBe(true);
    const claim = (name: string): Promise<string> => hearth.door.enter(name, { link: owner }).then(() => 'owner', (error: Error) => error.message);
    // Two open it at the same moment.
    const claims = await Promise.all([claim('Ana'), claim('Ben')]);
    expect(claims).toEqual(expect.arrayContaining(['owner', expect.stringContaining('entry.claimed')]));
    expect(await claim('Cy')).toContain('entry.claimed');
    await hearth.end('SIGTERM');
    await hearth.start();
    expect([hearth.linkOf('Owner'), hearth.linkOf('Guests')]).toEqual([undefined, guests]);
    await hearth.end('SIGTERM');
    rmSync(hearth.folder, { recursive: true, force: true });
  });
});
