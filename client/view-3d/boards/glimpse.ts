import type { SeenElement, Sight } from '#shared/boards/seen.ts';

/** BO23. A board as one sees it from its room: asked for over HTTP, and after the first time only what changed. */
export class Glimpse {
  readonly elements = new Map<string, SeenElement>();
  readonly #address: string;
  readonly #tab: string | undefined;
  /** Which version of the board it is; empty before the first. */
  version = '';

  constructor(board: string, tab: string | undefined) {
    [this.#address, this.#tab] = [`/api/boards/${board}`, tab];
  }

  /** Looks at what has changed. Answers whether anything has; `undefined` where it cannot be had now. */
  async look(signal: AbortSignal): Promise<boolean | undefined> {
    const response = await this.#ask(`/sight?since=${encodeURIComponent(this.version)}`, signal);
    if (!response?.ok) return undefined;
    // Our own server's word, as in `app/api.ts`.
    const { version, whole, elements, gone } = (await response.json()) as Sight;
    if (whole) this.elements.clear();
    for (const id of gone) this.elements.delete(id);
    for (const element of elements) this.elements.set(element.id, element);
    const isNew = version !== this.version;
    this.version = version;
    return isNew;
  }

  /** A picture on it, no wider than it is painted; `undefined` where it cannot be had now. */
  async print(image: string, wide: number, signal: AbortSignal): Promise<ImageBitmap | undefined> {
    const response = await this.#ask(`/images/${image}`, signal);
    if (!response?.ok) return undefined;
    const whole = await createImageBitmap(await response.blob());
    if (whole.width <= wide) return whole;
    const small = await createImageBitmap(whole, { resizeWidth: wide, resizeQuality: 'medium' });
    whole.close();
    return small;
  }

  async #ask(path: string, signal: AbortSignal): Promise<Response | undefined> {
    try {
      return await fetch(this.#address + path, { signal, ...(this.#tab !== undefined && { headers: { authorization: `Bearer ${this.#tab}` } }) });
    } catch {
      return undefined;
    }
  }
}
