/** A browser whose connection can be cut: Chromium's *offline* leaves open sockets alone. */
import type { BrowserContext, Page } from 'playwright-core';

interface Cut {
  readonly openSockets: Set<WebSocket>;
}

/** Remembers a page's sockets; call it before its first page opens. */
export const rememberSockets = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const openSockets = new Set<WebSocket>();
    const Real = WebSocket;
    Object.assign(globalThis, {
      openSockets,
      WebSocket: class extends Real {
        constructor(...given: ConstructorParameters<typeof WebSocket>) {
          super(...given);
          openSockets.add(this);
        }
      },
    });
  });

/** Takes the network away, open sockets included. */
export const breakConnection = async (page: Page): Promise<void> => {
  await page.context().setOffline(true);
  await page.evaluate(() => (globalThis as unknown as Cut).openSockets.forEach((socket) => socket.close(4000)));
};

export const mendConnection = (page: Page): Promise<void> => page.context().setOffline(false);
