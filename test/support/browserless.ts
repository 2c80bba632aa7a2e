/** What client/net asks of a browser, for Node. Import it before anything that loads Colyseus's SDK, which looks for a WebSocket once. */
import { WebSocket } from 'ws';

/** A page's own socket: it names the origin that it was loaded from. */
class PageSocket extends WebSocket {
  constructor(address: string | URL) {
    super(address, { headers: { origin: `http://${new URL(address).host}` }, perMessageDeflate: false });
  }
}

const ask = globalThis.fetch;
const askAsPage: typeof fetch = (input, options = {}) => {
  const address = input instanceof Request ? input.url : input;
  const headers = new Headers(options.headers);
  if (!headers.has('origin')) headers.set('origin', new URL(address).origin);
  return ask(input, { ...options, headers });
};

const location = { origin: '' };
Object.assign(globalThis, { window: globalThis, location, addEventListener: () => undefined, removeEventListener: () => undefined, WebSocket: PageSocket, fetch: askAsPage });

/** Pages that are opened from now on are this server's. */
export const openPagesAt = (origin: string): void => void (location.origin = origin);
