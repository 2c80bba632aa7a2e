/** A virtual screen reader inside the page: what it speaks is all that there is to go by. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

type Virtual = (typeof import('@guidepup/virtual-screen-reader'))['virtual'];
type Inside = { readonly virtualReader: Virtual; readonly dialogHeldFocus: () => number };

const file = fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js'));

/** Its browser build as a plain script: a module could not be injected past our own content security policy. */
const bundle = (): string => {
  const source = readFileSync(file, 'utf8');
  const exported = /export\s*\{[^}]*?([\w$]+) as virtual\};?/.exec(source);
  if (!exported) throw new Error('The virtual screen reader exports something else than it did.');
  return `(() => { ${source.replace(exported[0], `globalThis.virtualReader = ${exported[1]};`).replace(/\/\/# sourceMappingURL.*$/m, '')} })();`;
};

/** Gives every page of a context the reader; call it before the first one opens. */
export const installReader = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript({ content: bundle() });
  await context.addInitScript(() => {
    // It asks the root of whatever changed for an id, also of what has left the page and has no document. Else it
    // would throw there, and lose all that was announced in the same turn.
    Object.assign(Element.prototype, {
      getElementById(this: Element, id: string) {
        return this.querySelector(`#${CSS.escape(id)}`);
      },
    });
    const times = new WeakMap<EventTarget, number>();
    document.addEventListener('focusin', ({ target }) => target && times.set(target, (times.get(target) ?? 0) + 1));
    (globalThis as { dialogHeldFocus?: Inside['dialogHeldFocus'] }).dialogHeldFocus = () => {
      const { activeElement } = document;
      const dialog = activeElement?.closest('[role="dialog"]:not(:has([role="combobox"]))');
      if (!activeElement || !dialog) return 0;
      return activeElement === dialog ? (times.get(dialog) ?? 0) : Infinity;
    };
  });
};

export type Command = keyof Virtual['commands'];

export class Reader {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async start(): Promise<void> {
    await this.#page.evaluate(() => (globalThis as unknown as Inside).virtualReader.start({ container: document.body }));
  }

  async stop(): Promise<void> {
    await this.#page.evaluate(() => (globalThis as unknown as Inside).virtualReader.stop());
  }

  /** Moves on, item by item and around the end, until something is spoken that matches; a page may take a while to have it. */
  seek(pattern: RegExp): Promise<string> {
    return this.#seek(pattern, false);
  }

  /** Seeks something and acts on it as soon as it is spoken, before the page can change under it. */
  async actOn(pattern: RegExp): Promise<void> {
    await this.#seek(pattern, true);
  }

  async #seek(pattern: RegExp, act: boolean): Promise<string> {
    const { found, passed } = await this.#page.evaluate(
      async ({ source, flags, within, acts }) => {
        const reader = (globalThis as unknown as Inside).virtualReader;
        const wanted = new RegExp(source, flags);
        const end = performance.now() + within;
        const phrases: string[] = [];
        while (performance.now() < end) {
          await reader.next();
          const phrase = await reader.lastSpokenPhrase();
          if (wanted.test(phrase)) {
            if (acts) await reader.act();
            return { found: phrase, passed: phrases };
          }
          phrases.push(phrase);
          // The reader never lets go of the page by itself, which then could not change.
          if (phrases.length % 10 === 0) await new Promise((resolve) => setTimeout(resolve));
        }
        return { found: undefined, passed: [...new Set(phrases.slice(-400))] };
      },
      { source: pattern.source, flags: pattern.flags, within: 10_000, acts: act },
    );
    if (found === undefined) throw new Error(`The screen reader never spoke ${pattern}. It spoke: ${passed.join(' | ')}`);
    return found;
  }

  /**
   * Waits until a dialog has opened and is done taking focus. Half a second after it opened react-aria focuses it a second
   * time, for VoiceOver's cursor; the reader's goes there with it, and an act just then would be upon the dialog.
   */
  async opened(): Promise<void> {
    await this.#page.waitForFunction(() => (globalThis as unknown as Inside).dialogHeldFocus() >= 2, undefined, { polling: 50 });
  }

  async press(keys: string): Promise<void> {
    await this.#page.evaluate((given) => (globalThis as unknown as Inside).virtualReader.press(given), keys);
  }

  async type(text: string): Promise<void> {
    await this.#page.evaluate((given) => (globalThis as unknown as Inside).virtualReader.type(given), text);
  }

  async perform(command: Command): Promise<string> {
    return this.#page.evaluate(async (name) => {
      const reader = (globalThis as unknown as Inside).virtualReader;
      await reader.perform(reader.commands[name] as never);
      return reader.lastSpokenPhrase();
    }, command);
  }

  /** Reads on until something is spoken that matches, from where one is; so many items at most. */
  async readOn(pattern: RegExp, most: number): Promise<readonly string[]> {
    const passed: string[] = [];
    for (let item = 0; item < most; item++) {
      const phrase = await this.#next();
      passed.push(phrase);
      if (pattern.test(phrase)) return passed;
    }
    throw new Error(`${most} items on there was no ${pattern}, but: ${passed.join(' | ')}`);
  }

  #next(): Promise<string> {
    return this.#page.evaluate(async () => {
      const reader = (globalThis as unknown as Inside).virtualReader;
      await reader.next();
      return reader.lastSpokenPhrase();
    });
  }

  /** Everything spoken so far, live regions included ("polite: …"). */
  spoken(): Promise<string[]> {
    return this.#page.evaluate(() => (globalThis as unknown as Inside).virtualReader.spokenPhraseLog());
  }

  /** Waits until something is spoken that matches, counting from `since`. */
  async until(pattern: RegExp, since = 0): Promise<string> {
    // Not `waitForFunction`: it takes the promise that the reader's log comes in for something found.
    let heard: string | undefined;
    const look = async (): Promise<string | undefined> => (heard = (await this.spoken()).slice(since).find((phrase) => pattern.test(phrase)));
    await expect.poll(look).toBeDefined().catch(async () => {
      throw new Error(`Never spoken: ${pattern}. Spoken: ${(await this.spoken()).slice(since).join(' | ')}`);
    });
    return heard ?? '';
  }
}
