/** The baseline: a Colyseus room with its defaults and a roster, which keeps nothing. `node bare-server.ts PORT` */
import { createServer } from 'node:http';
import { matchMaker, Room, Server, type Client } from '@colyseus/core';
import { schema, t } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';

const Someone = schema({ name: t.string(), x: t.number(), z: t.number() }, 'Someone');
const Roster = schema({ people: t.map(Someone) }, 'Roster');

class Bare extends Room<{ state: InstanceType<typeof Roster> }> {
  override onCreate(): void {
    this.roomId = 'bare';
    this.autoDispose = false;
    this.state = new Roster();
  }

  override onJoin(client: Client, options?: { readonly name?: string }): void {
    this.state.people.set(client.sessionId, new Someone({ name: options?.name ?? '', x: Math.random() * 20, z: Math.random() * 20 }));
  }

  override onLeave(client: Client): void {
    this.state.people.delete(client.sessionId);
  }
}

const server = new Server({ greet: false, transport: new WebSocketTransport({ server: createServer() }) });
server.define('bare', Bare);
await server.listen(Number(process.argv[2]), '127.0.0.1');
await matchMaker.createRoom('bare', {});
process.stdout.write('Open.\n');
