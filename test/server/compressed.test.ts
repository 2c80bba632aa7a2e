import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressed, writeCompressed } from '#server/host/compressed.ts';

const script = 'export const words = "so it goes, and goes on";\n'.repeat(50);
let folder: string;
let server: Server;

/** As it comes over the wire, not unpacked. */
const ask = async (path: string, encoding: string): Promise<{ readonly headers: IncomingMessage['headers']; readonly status: number | undefined; readonly body: Buffer }> => {
  const request = get({ port: (server.address() as AddressInfo).port, path, headers: { 'accept-encoding': encoding } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { headers: response.headers, status: response.statusCode, body: await buffer(response) };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearth-compressed-'));
  for (const name of ['a.js', 'a.css', 'late.js', 'a.woff2']) writeFileSync(join(folder, name), script);
  const { writeBundle } = writeCompressed;
  if (typeof writeBundle !== 'function') throw new Error('The plugin writes nothing');
  await writeBundle.call({} as never, { dir: folder } as never, { 'a.js': {}, 'a.css': {}, 'a.woff2': {} } as never);
  server = createServer(express().use('/assets', compressed(folder), express.static(folder))).listen(0);
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('scripts and styles', () => {
  it('go out as the browser takes them, under their own type', async () => {
    const best = await ask('/assets/a.js', 'gzip, deflate, br');
    expect(best.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/javascript; charset=utf-8', vary: 'Accept-Encoding' });
    expect(String(brotliDecompressSync(best.body))).toBe(script);
    const plainHttp = await ask('/assets/a.css', 'gzip, deflate');
    expect(plainHttp.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'text/css; charset=utf-8', vary: 'Accept-Encoding' });
    expect(String(gunzipSync(plainHttp.body))).toBe(script);
  });

  it('go out as they are to whoever takes nothing else, and where nothing was compressed', async () => {
    for (const [path, encoding] of [['/assets/a.js', 'identity'], ['/assets/a.js', 'br;q=0, gzip;q=0'], ['/assets/late.js', 'br'], ['/assets/a.woff2', 'br']] as const) {
      const { headers, body } = await ask(path, encoding);
      expect({ path, encoding: headers['content-encoding'], text: String(body) }).toEqual({ path, encoding: undefined, text: script });
    }
    expect((await ask('/assets/none.js', 'br')).status).toBe(404);
    expect((await ask('/assets/../http.js', 'br')).status).toBe(404);
    expect(readFileSync(join(folder, 'a.js'), 'utf8')).toBe(script);
  });
});
