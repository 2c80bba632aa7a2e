/** A WebSocket by hand on a TCP connection: what a load generator needs, and nothing that would slow it down (RFC 6455). */
import { connect, type Socket } from 'node:net';

const PING = 9;
const CLOSE = 8;

export class RawSocket {
  readonly #socket: Socket;
  readonly #take: (payload: Buffer) => void;
  #rest: Buffer = Buffer.alloc(0);
  #isOpen = false;
  /** Bytes and frames received since the start, all framing included. */
  bytes = 0;
  frames = 0;

  /** Opens `path` with a browser's headers; `take` gets every data frame's payload, valid until it returns. */
  constructor(port: number, path: string, headers: Readonly<Record<string, string>>, take: (payload: Buffer) => void, gone: (why: string) => void) {
    this.#take = take;
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const all = { host: `localhost:${port}`, connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'aGVhcnRoLWJlbmNoLWJvdA==', ...headers };
    this.#socket.write(`GET ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#socket.on('error', (error) => gone(error.message));
    this.#socket.on('close', () => gone('closed'));
  }

  /** Sends a short message (below 126 bytes), masked by zeros. */
  send(payload: Uint8Array, opcode = 2): void {
    const frame = Buffer.alloc(6 + payload.length);
    frame[0] = 0x80 | opcode;
    frame[1] = 0x80 | payload.length;
    frame.set(payload, 6);
    this.#socket.write(frame);
  }

  close(): void {
    this.#socket.removeAllListeners('close');
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (!this.#isOpen) {
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) return void (this.#rest = data);
      if (!data.subarray(0, 12).toString().endsWith('101')) return void this.#socket.destroy(new Error(data.subarray(0, 40).toString()));
      this.#isOpen = true;
      data = data.subarray(end + 4);
    }
    this.bytes += this.#isOpen ? chunk.length : 0;
    let at = 0;
    while (at + 2 <= data.length) {
      const opcode = (data[at] ?? 0) & 15;
      let length = (data[at + 1] ?? 0) & 127;
      let head = 2;
      if (length === 126) {
        if (at + 4 > data.length) break;
        length = data.readUInt16BE(at + 2);
        head = 4;
      } else if (length === 127) {
        if (at + 10 > data.length) break;
        length = Number(data.readBigUInt64BE(at + 2));
        head = 10;
      }
      if (at + head + length > data.length) break;
      const payload = data.subarray(at + head, at + head + length);
      at += head + length;
      this.frames++;
      if (opcode === PING) this.send(payload, 10);
      else if (opcode !== CLOSE) this.#take(payload);
    }
    this.#rest = data.subarray(at);
  }
}
