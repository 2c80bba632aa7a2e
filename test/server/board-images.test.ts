/** Pictures on boards: the door they come in by, what means harm among them, who sees them, how long they are kept. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import express from 'express';
import sharp, { type Sharp } from 'sharp';
import { BoardHost } from '#server/boards/board-host.ts';
import { addImages } from '#server/boards/images/image-routes.ts';
import { Studio } from '#server/boards/images/studio.ts';
import { CONTENT_SECURITY_POLICY } from '#server/host/headers.ts';
import type { Visitors } from '#server/people/visitors.ts';
import type { Profile, Store } from '#server/storage/storage.ts';
import { imageKindOf, LARGEST_FILE, LONGEST_SIDE, SHARES, UNSHOWN_MS, type KeptImage } from '#shared/boards/images.ts';
import { personId } from '#shared/kernel/ids.ts';
import { grant } from '#shared/kernel/refusal.ts';
import { Relations } from '#shared/moderation/relations.ts';
import { ownDatabase } from '#test/storage/databases.ts';
import { profile } from '#test/storage/kept.ts';
import { blackPng, pngClaiming } from '#test/support/png.ts';
import { openHearth, type OpenHearth } from './opened.ts';

/** A picture of one colour, wide unless told otherwise. */
const picture = (colour: string, width = 60, height = 40): Sharp => sharp({ create: { width, height, channels: 3, background: colour } });

/** What means harm, or is broken, with why it is refused. */
const corpus = async (): Promise<readonly (readonly [why: string, file: Buffer, code: string])[]> => {
  const [png, jpeg, gif, webp] = await Promise.all([picture('#f00', 300, 200).png().toBuffer(), picture('#0f0', 300, 200).jpeg().toBuffer(), picture('#00f').gif().toBuffer(), picture('#ff0', 300, 200).webp().toBuffer()]);
  const [half, most] = [(file: Buffer) => file.subarray(0, Math.ceil(file.length / 2)), (file: Buffer) => file.subarray(0, file.length - 40)];
  const noise = Buffer.from(Array.from({ length: 3_000 }, (_, n) => (n * 7_919) % 251));
  return [
    ['nothing', Buffer.alloc(0), 'imageKind'], ['a text', Buffer.from('not a picture'), 'imageKind'], ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'imageKind'],
    ['SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'imageKind'], ['SVG that fetches', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'), 'imageKind'],
    ['TIFF', await picture('#abc').tiff().toBuffer(), 'imageKind'], ['AVIF', await picture('#abc').avif().toBuffer(), 'imageKind'], ['a bitmap', Buffer.concat([Buffer.from('BM'), noise]), 'imageKind'], ['PDF', Buffer.from('%PDF-1.7\n'), 'imageKind'],
    ...[['PNG', png], ['JPEG', jpeg], ['GIF', gif], ['WebP', webp]].flatMap(([name, file]) => [[`${String(name)} cut in half`, half(file as Buffer), 'imageBroken'], [`${String(name)} without its end`, most(file as Buffer), 'imageBroken'], [`the head of a ${String(name)} alone`, (file as Buffer).subarray(0, 12), 'imageBroken'], [`the head of a ${String(name)} before noise`, Buffer.concat([(file as Buffer).subarray(0, 12), noise]), 'imageBroken']] as [string, Buffer, string][]),
    ['GIF that is a script, too', Buffer.from('GIF89a/*aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa*/=1;alert(document.domain)//'), 'imageBroken'], ['a script that begins as JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('*/=alert(1)/*')]), 'imageBroken'],
    ['PNG whose colours are of another length', pngClaiming(9_999, 10, deflateSync(Buffer.alloc(10))), 'imageBroken'], ['PNG whose sums are wrong', Buffer.concat([png.subarray(0, 20), Buffer.from([255]), png.subarray(21)]), 'imageBroken'],
    ['a gigapixel in a hundred bytes', pngClaiming(40_000, 40_000, deflateSync(Buffer.alloc(1_000))), 'imageLarge'], ['more pixels than there are numbers', pngClaiming(2 ** 31 - 1, 2 ** 31 - 1, deflateSync(Buffer.alloc(9))), 'imageBroken'], ['a line of a gigapixel', pngClaiming(1_000_000_000, 1, deflateSync(Buffer.alloc(9))), 'imageBroken'],
    ['51 million points', blackPng(51_000, 1_000), 'imageLarge'], ['no points at all', pngClaiming(0, 0, deflateSync(Buffer.alloc(1))), 'imageBroken'],
  ];
};

describe('what is taken in', () => {
  const studio = new Studio();
  afterAll(() => studio.close());

  it('BO26 means harm or is broken: each is refused with its reason, and the next picture is read', async () => {
    for (const [why, file, code] of await corpus()) expect(await studio.redraw(file), why).toBe(code);
    expect(await studio.redraw(await picture('#123456').png().toBuffer())).toMatchObject({ width: 60, height: 40 });
  });

  it('BO26 is drawn anew: upright, within bounds, without what the camera or a stranger wrote in it', async () => {
    const taken = await picture('#888', 3_000, 1_500).withExif({ IFD0: { Copyright: 'secret words' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const drawn = await studio.redraw(Buffer.concat([taken, Buffer.from('<script>hidden()</script>')]));
    if (typeof drawn === 'string') throw new Error(drawn);
    expect([drawn.width, drawn.height, imageKindOf(drawn.bytes)]).toEqual([LONGEST_SIDE / 2, LONGEST_SIDE, 'webp']);
    const { exif, icc, xmp, orientation } = await sharp(drawn.bytes).metadata();
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(Buffer.from(drawn.bytes).includes('hidden()')).toBe(false);
    // What is drawn with few colours is the same to a point, and what one sees through stays so.
    const sharpLines = await sharp({ create: { width: 9, height: 9, channels: 4, background: { r: 200, g: 30, b: 7, alpha: 0.5 } } }).png().toBuffer();
    const exact = await studio.redraw(sharpLines);
    if (typeof exact === 'string') throw new Error(exact);
    expect(await sharp(exact.bytes).raw().toBuffer()).toEqual(await sharp(sharpLines).raw().toBuffer());
  });

  it('BO26 ends, hangs or cannot start the process that reads: this one goes on, and says so', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    for (const [does, answer] of [['dies', 'imageBroken'], ['hangs', 'imageBroken'], ['away', 'imagesAway']] as const) {
      const bad = new Studio(join(import.meta.dirname, `images.${does}.ts`), 1_000);
      expect(await bad.redraw(Buffer.of(1)), does).toBe(answer);
      expect(await bad.redraw(Buffer.of(1)), does).toBe(answer);
      bad.close();
    }
    // Whoever keeps the machine reads why.
    expect(log.mock.calls.join('')).toContain('"event":"images.away","code":"1","said":"Could not load what reads pictures.\\n"');
    log.mockRestore();
    const many = await Promise.all(Array.from({ length: 30 }, () => studio.redraw(Buffer.of(1))));
    expect([many.filter((one) => one === 'imageKind').length, many.filter((one) => one === 'imagesBusy').length]).toEqual([24, 6]);
  });
});

describe('what is kept', () => {
  let storage: Store;
  let [now, ids] = [0, 0];
  let host: BoardHost;
  const studio = new Studio();
  const open = (board = 'studio_north-board'): Promise<BoardHost> => BoardHost.open(board, 'North board', storage, { now: () => now, chance: () => 0.5, newId: () => `id-${ids++}` }, new Relations(), studio);
  beforeEach(async () => {
    [now, ids] = [1_795_000_000_000, 0];
    const own = await ownDatabase();
    storage = own.storage;
    host = await open();
    return own.end;
  });
  afterAll(() => studio.close());
  const keep = async (at: BoardHost, file: Buffer): Promise<KeptImage> => {
    const kept = await at.images.add(file, ana, () => now);
    if ('code' in kept) throw new Error(kept.code);
    return kept;
  };
  const ana = { ...profile({ id: personId('ana'), name: 'Ana', standing: 'steward', duties: [] }), role: 'facilitator' } as const;
  const act = async (at: BoardHost, id: string, payload: unknown): Promise<string> => {
    now += 50;
    const answer = at.command(ana.id, { id, key: `key-${now}-long`, payload });
    const flushing = setInterval(() => at.flush(() => undefined), 1);
    const { accepted, ...rest } = await answer.finally(() => clearInterval(flushing));
    return accepted ? 'done' : (rest as { refusal: { code: string } }).refusal.code;
  };
  const come = (at: BoardHost): void => void at.enter(ana, { cue: () => undefined, hands: () => undefined, own: () => undefined, end: () => undefined, welcome: () => undefined });
  const shown = (fileId: string) => ({ elements: [{ type: 'image', id: `p${fileId.slice(0, 9)}`, x: 0, y: 0, width: 60, height: 40, fileId }] });

  it('BO27 is there after a restart, the same once however often it is put there, and given out as it was to another board', async () => {
    const file = await picture('#246').png().toBuffer();
    const one = await keep(host, file);
    expect(await keep(host, file)).toEqual(one);
    host = await open();
    const bytes = await host.images.bytesOf(one.id);
    expect([createHash('sha256').update(bytes ?? '').digest('hex'), (await storage.boardImages(host.id)).length]).toEqual([one.id, 1]);
    const other = await open('studio_west-board');
    expect([await keep(other, bytes ?? Buffer.of()), await other.images.bytesOf(one.id)]).toEqual([one, bytes]);
    expect(await (await open('studio_east-board')).images.bytesOf(one.id)).toBeUndefined();
  });

  it('BO29 counts for whoever brought it first, after a restart, too; what is there already costs nobody anything', async () => {
    const gus = { id: personId('gus'), role: 'editor', standing: 'guest' } as const;
    const taken = await picture('#468').png().toBuffer();
    const one = await keep(host, taken);
    for (let n = 0; n < SHARES.person.images; n++) await storage.keepBoardImage(host.id, { id: n.toString(16).padStart(64, '0'), at: now, width: 1, height: 1, size: 1, by: gus.id, isGuest: true }, Buffer.of(1));
    host = await open();
    const another = await picture('#579').png().toBuffer();
    expect(await host.images.add(another, gus, () => now)).toEqual({ code: 'board.imagesYours', values: { most: 40, megabytes: 40 } });
    expect(await host.images.add(taken, gus, () => now)).toEqual(one);
    expect((await storage.boardImages(host.id)).find(({ id }) => id === one.id)).toMatchObject({ by: ana.id, isGuest: false });
    await keep(host, another);
  });

  it('BO27 is forgotten once no element, copy or undo shows it, and not before; what cannot be stored is not said to be', async () => {
    come(host);
    const [loose, placed, copied] = [await keep(host, await picture('#111').png().toBuffer()), await keep(host, await picture('#222').png().toBuffer()), await keep(host, await picture('#333').png().toBuffer())];
    const left = async (): Promise<readonly boolean[]> => Promise.all([loose, placed, copied].map(async ({ id }) => (await host.images.bytesOf(id)) !== undefined));
    for (const { id } of [placed, copied]) expect(await act(host, 'board.add', shown(id))).toBe('done');
    now += UNSHOWN_MS - 1_000;
    await host.save();
    expect(await left()).toEqual([true, true, true]);
    now += UNSHOWN_MS;
    await host.save();
    expect(await left()).toEqual([false, true, true]);
    expect(await act(host, 'board.add', { elements: [{ ...shown(loose.id).elements[0], id: 'again' }] })).toBe('board.noSuchImage');
    expect(await act(host, 'board.delete', { ids: [`p${placed.id.slice(0, 9)}`] })).toBe('done');
    expect(await act(host, 'board.keep', { name: 'With the other' })).toBe('done');
    await storage.forgetBoardCopies(host.id, 0);
    expect(await act(host, 'board.delete', { ids: [`p${copied.id.slice(0, 9)}`] })).toBe('done');
    // A day later both elements are forgotten, with whoever could undo; the copy still shows them, as they were when it was kept.
    await host.save();
    now += 25 * 60 * 60_000;
    host = await open();
    await host.save();
    expect([host.facts.elements.size, await left()]).toEqual([0, [false, true, true]]);
    const save = storage.keepBoardImage;
    storage.keepBoardImage = () => Promise.reject(new Error('The disk is full.'));
    await expect(host.images.add(await picture('#444').png().toBuffer(), ana, () => now)).rejects.toThrow('full');
    storage.keepBoardImage = save;
    expect((await storage.boardImages(host.id)).length).toBe(2);
  });
});

describe('the door', () => {
  it('BO26 holds three places at most for one person, and none for a file of which nothing comes', async () => {
    const [ana, ben] = ['ana', 'ben'].map((id) => profile({ id: personId(id), name: id }));
    const admit: Visitors['admit'] = ({ headers }) => Promise.resolve({ profile: (headers.authorization === 'ben' ? ben : ana) as Profile });
    const board = { mayChange: () => grant, facts: { guests: 'edit' }, images: { add: () => Promise.resolve({ id: 'image', width: 1, height: 1 }) } } as unknown as BoardHost;
    const doorOf = async (stalled?: number) => {
      const app = express();
      addImages(app, { admit }, { boards: new Map([['board', board]]), isAllowedOrigin: () => true, now: () => 0 }, stalled);
      const http = app.listen(0);
      await once(http, 'listening');
      const { port } = http.address() as AddressInfo;
      const begin = (authorization: string): ClientRequest => request({ port, path: '/api/boards/board/images', method: 'POST', headers: { authorization, 'content-length': 9 } });
      return {
        whole: async (authorization: string): Promise<number | undefined> => ((await once(begin(authorization).end('123456789'), 'response')) as [IncomingMessage])[0].statusCode,
        half: (authorization: string): { readonly ended: Promise<void>; end(): void } => {
          const begun = begin(authorization).on('error', () => undefined);
          begun.write('1234');
          return { ended: new Promise((resolve) => begun.on('close', resolve)), end: () => begun.destroy() };
        },
        close: () => http.close(),
      };
    };
    const patient = await doorOf();
    const halves = Array.from({ length: 3 }, () => patient.half('ana'));
    await expect.poll(() => patient.whole('ana')).toBe(503);
    expect(await patient.whole('ben')).toBe(201);
    for (const half of halves) half.end();
    await expect.poll(() => patient.whole('ana')).toBe(201);
    const hasty = await doorOf(100);
    await Promise.all(Array.from({ length: 3 }, () => hasty.half('ana').ended));
    await expect.poll(() => hasty.whole('ana')).toBe(201);
    for (const { close } of [patient, hasty]) close();
  });

  let hearth: OpenHearth;
  beforeAll(async () => (hearth = await openHearth()));
  afterAll(() => hearth.close());
  const board = '/api/boards/commons_notice-board';
  const send = async (tab: string | undefined, file: BodyInit, { at = board, origin = hearth.url } = {}) => {
    const response = await fetch(`${hearth.url}${at}/images`, { method: 'POST', headers: { origin, ...(tab !== undefined && { authorization: `Bearer ${tab}` }) }, body: file });
    const answer = (await response.json()) as { ok: boolean; id?: string; refusal?: { code: string; values: Record<string, unknown> } };
    return { status: response.status, ...answer };
  };

  it('BO26 takes a picture from whoever may change the board, and gives it to whoever may see it, for ever and as nothing else', async () => {
    const [ana, ben] = [await hearth.enter('Ana'), await hearth.enter('Ben')];
    const file = new Uint8Array(await picture('#369').png().toBuffer());
    const { status, id } = await send(ana, file);
    expect([status, id]).toEqual([201, expect.stringMatching(/^[\da-f]{64}$/)]);
    const seen = await fetch(`${hearth.url}${board}/images/${id}`, { headers: { authorization: `Bearer ${ben}` } });
    expect([seen.status, ...['content-type', 'cache-control', 'x-content-type-options', 'content-security-policy', 'cross-origin-resource-policy'].map((name) => seen.headers.get(name))]).toEqual([200, 'image/webp', 'private, max-age=31536000, immutable', 'nosniff', CONTENT_SECURITY_POLICY, 'same-origin']);
    expect(imageKindOf(new Uint8Array(await seen.arrayBuffer()))).toBe('webp');
    for (const [path, tab, expected] of [[`${board}/images/${id}`, undefined, 401], [`${board}/images/${'0'.repeat(64)}`, ben, 404], [`${board}/images/..%2f..%2fdata`, ben, 404], [`/api/boards/nowhere/images/${id}`, ben, 404], [`/api/boards/studio_north-board/images/${id}`, ben, 404]] as const) {
      const response = await fetch(`${hearth.url}${path}`, tab === undefined ? {} : { headers: { authorization: `Bearer ${tab}` } });
      expect([response.status, response.headers.get('cache-control')], path).toEqual([expected, 'no-store']);
    }
  });

  it('BO26 refuses strangers, other origins, what is too heavy and what is no picture, each in words, and goes on', async () => {
    const mal = await hearth.enter('Mal');
    const file = new Uint8Array(await picture('#963').png().toBuffer());
    expect(await send(undefined, file)).toMatchObject({ status: 401 });
    expect(await send(mal, file, { origin: 'http://elsewhere.example' })).toMatchObject({ status: 403, refusal: { code: 'entry.badOrigin' } });
    expect(await send(mal, file, { at: '/api/boards/nowhere' })).toMatchObject({ status: 404 });
    expect(await send(mal, new Uint8Array(LARGEST_FILE + 1))).toMatchObject({ status: 413, refusal: { code: 'board.imageHeavy', values: { most: 12 } } });
    // Without a word of its length.
    const stream = new ReadableStream({ start: (to) => { for (let part = 0; part < 13; part++) to.enqueue(new Uint8Array(1_000_000)); to.close(); } });
    const endless = await fetch(`${hearth.url}${board}/images`, { method: 'POST', headers: { origin: hearth.url, authorization: `Bearer ${mal}` }, body: stream, duplex: 'half' } as RequestInit);
    expect([endless.status, await endless.text()]).toEqual([413, expect.stringContaining('board.imageHeavy')]);
    expect(await send(mal, '<svg xmlns="http://www.w3.org/2000/svg"/>')).toMatchObject({ status: 422, refusal: { code: 'board.imageKind' } });
    expect(await send(mal, file.slice(0, 50))).toMatchObject({ status: 422, refusal: { code: 'board.imageBroken' } });
    expect(await send(mal, file)).toMatchObject({ status: 201 });
    let codes: (string | undefined)[] = [];
    for (let time = 0; time < 32; time++) codes = [...codes, (await send(mal, 'x')).refusal?.code];
    expect(codes.at(-1)).toBe('dispatch.tooFast');
    expect(await send(await hearth.enter('Nia'), file)).toMatchObject({ status: 201 });
    expect(hearth.log.filter((line) => /failed|died/.test(line))).toEqual([]);
  });
});
