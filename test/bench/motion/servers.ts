/** The servers of the bench, each in a process of its own: Hearth as it ships, and a room as Colyseus's examples have it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Room, Server, type Client } from '@colyseus/core';
import { schema, t, type SchemaType } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { realAmbient } from '#server/host/ambient.ts';
import { startServer } from '#server/host/server.ts';
import { readSettings } from '#server/host/settings.ts';
import { decodeSteer, INPUT_TYPE } from '#shared/movement/input.codec.ts';
import { compileGrid } from '#shared/movement/grid.ts';
import { move, WALKING_SPEED, type Steer } from '#shared/movement/move.ts';
import { layoutSchema } from '#shared/rooms/layout.ts';

const CAP = 2_000;
const layoutFile = join(import.meta.dirname, '../../../assets/rooms/commons.json');

const startHearth = async (port: number): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const folders = { rooms: join(folder, 'rooms'), client: join(folder, 'client') };
  mkdirSync(folders.rooms);
  // The shipped room, for more people than it is meant for.
  writeFileSync(join(folders.rooms, 'commons.json'), JSON.stringify({ ...(JSON.parse(readFileSync(layoutFile, 'utf8')) as object), cap: CAP, portals: [] }));
  const read = readSettings({ PORT: `${port}`, HOST: '127.0.0.1', DATA_DIR: join(folder, 'data') });
  if (!read.ok) throw new Error(read.sentence);
  return (await startServer(read.settings, realAmbient, folders)).guestLink;
};

const Walker = schema({ x: t.float32(), z: t.float32(), heading: t.float32(), speed: t.float32() }, 'Walker');
interface Walker extends SchemaType<typeof Walker> {}
const Walkers = schema({ people: t.map(Walker) }, 'Walkers');
interface Walkers extends SchemaType<typeof Walkers> {}

const grid = compileGrid(layoutSchema.parse(JSON.parse(readFileSync(layoutFile, 'utf8'))));
const STEP = 50;

class NaiveRoom extends Room<{ state: Walkers }> {
  override state = new Walkers();
  readonly #steers = new Map<string, Steer>();

  override onCreate(): void {
    this.maxClients = Infinity;
    this.patchRate = null;
    this.onMessageBytes(INPUT_TYPE, (client: Client, bytes: unknown) => {
      const steer = bytes instanceof Uint8Array ? decodeSteer(bytes) : undefined;
      if (steer) this.#steers.set(client.sessionId, steer);
    });
    this.onMessage('*', () => undefined);
    // One timer for both: two would add 0–50 ms by chance.
    this.setTimestep(() => this.#step(), STEP);
  }

  override onJoin(client: Client): void {
    this.state.people.set(client.sessionId, new Walker({ x: 0, z: 8, heading: 0, speed: 0 }));
  }

  override onLeave(client: Client): void {
    this.state.people.delete(client.sessionId);
    this.#steers.delete(client.sessionId);
  }

  #step(): void {
    for (const [id, steer] of this.#steers) {
      const walker = this.state.people.get(id);
      if (!walker) continue;
      const next = move(walker, steer, STEP / 1000, grid);
      Object.assign(walker, { x: next.x, z: next.z, heading: next.heading, speed: steer.pace * WALKING_SPEED });
    }
    this.broadcastPatch();
  }
}

const startNaive = async (port: number): Promise<string> => {
  const server = new Server({ greet: false, transport: new WebSocketTransport({ server: createServer() }) });
  server.define('naive', NaiveRoom);
  await server.listen(port, '127.0.0.1');
  return '';
};

export interface ServerMeasured {
  readonly cpu: number;
  readonly rss: number;
  readonly loopP99: number;
  readonly loopMost: number;
}

const delay = monitorEventLoopDelay({ resolution: 5 });
let [usage, at] = [process.cpuUsage(), performance.now()];
process.on('message', (asked: 'begin' | 'end' | { readonly start: 'hearth' | 'naive'; readonly port: number }) => {
  if (typeof asked === 'object') void (asked.start === 'hearth' ? startHearth : startNaive)(asked.port).then((guestLink) => process.send?.({ given: { guestLink } }));
  else if (asked === 'begin') {
    delay.enable();
    delay.reset();
    [usage, at] = [process.cpuUsage(), performance.now()];
    process.send?.({ given: {} });
  } else {
    const { user, system } = process.cpuUsage(usage);
    const measured: ServerMeasured = { cpu: (user + system) / 10 / (performance.now() - at), rss: process.memoryUsage().rss / 1e6, loopP99: delay.percentile(99) / 1e6 - 5, loopMost: delay.max / 1e6 - 5 };
    process.send?.({ given: measured });
  }
});
// It goes with the process that started it.
process.on('disconnect', () => process.exit(1));
