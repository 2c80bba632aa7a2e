/** Watches a page for what must never happen on it. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

const watchForViolations = (): void => {
  const seen: string[] = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
  Object.assign(globalThis, { hearthViolations: seen });
};

export interface Guard {
  /** Errors that a test brings about itself, such as those of a server that it stopped. */
  expectErrors(pattern: RegExp): void;
  /** Everything that was noticed so far. */
  reported(): Promise<readonly string[]>;
  /** Fails unless nothing was reported, nothing failed, and no other origin was asked. */
  clean(): Promise<void>;
}

/** Guards every page of a context, its workers and sockets included. */
export const guardOf = async (context: BrowserContext, origin: string): Promise<Guard> => {
  const errors: string[] = [];
  const elsewhere: string[] = [];
  const expected: RegExp[] = [];
  await context.addInitScript(watchForViolations);
  const { host } = new URL(origin);
  const ask = (address: string): void => {
    const url = new URL(address);
    if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.host !== host) elsewhere.push(address);
  };
  context.on('request', (request) => ask(request.url()));
  context.on('page', (page: Page) => {
    page.on('websocket', (socket) => ask(socket.url()));
    page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || /content security policy/i.test(message.text())) errors.push(`${message.text()} (${message.location().url})`);
    });
  });
  const reported = async (): Promise<readonly string[]> => {
    const inPage = (): string[] => (globalThis as { hearthViolations?: string[] }).hearthViolations ?? [];
    const violations = (await Promise.all(context.pages().map((page) => page.evaluate(inPage)))).flat();
    return [
      ...errors.filter((error) => !expected.some((pattern) => pattern.test(error))),
      ...elsewhere.map((address) => `asked another origin: ${address}`),
      ...violations.map((violation) => `violates the content security policy: ${violation}`),
    ];
  };
  return {
    expectErrors: (pattern) => expected.push(pattern),
    reported,
    clean: async () => expect(await reported()).toEqual([]),
  };
};
