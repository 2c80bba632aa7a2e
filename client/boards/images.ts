/** The pictures of one board, up and down: sent with how far they are, fetched once however often they are shown. */
import { boardRefusals } from '#shared/boards/boards.refusals.ts';
import { imageKindOf, LARGEST_FILE, LONGEST_SIDE, type KeptImage } from '#shared/boards/images.ts';
import { dispatchRefusals, refuse, type Refusal } from '#shared/kernel/refusal.ts';

/** Where there are too many at once, one is sent again after so long (ms), so often. */
const AGAIN_AFTER = 3_000;
const AGAIN = 30;
/** What could not be had is asked for again after so long each time (ms). */
const SHOWN_AGAIN = [1_000, 2_000, 4_000, 8_000] as const;
const waits: ReadonlySet<string> = new Set([dispatchRefusals.tooFast.code, boardRefusals.imagesBusy.code]);
const offline: Refusal = { code: 'client.offline', values: {} };
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A file as an address that is all of it: what the policy lets a page show. */
export const addressOf = (file: Blob): Promise<string> => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result));
  reader.onerror = () => reject(reader.error ?? new Error('A file could not be read.'));
  reader.readAsDataURL(file);
});

/** The file that such an address is. Throws at what is none. */
export const fileIn = (address: string): Blob => {
  const [, type = '', base64 = ''] = /^data:([\w/+.-]+);base64,(.*)$/s.exec(address) ?? [];
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type });
};

/** A drawing of lines (SVG) as points: shown as a picture it runs nothing and asks for nothing. The file itself where it is another. */
const asPoints = async (file: Blob): Promise<Blob> => {
  if (file.type !== 'image/svg+xml' || file.size > LARGEST_FILE) return file;
  const picture = new Image();
  picture.src = await addressOf(file);
  try {
    await picture.decode();
  } catch {
    return file;
  }
  const [width, height] = [picture.naturalWidth || 300, picture.naturalHeight || 150];
  const scale = Math.min(2, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((drawn) => resolve(drawn ?? file), 'image/png'));
};

export class Images {
  readonly #address: string;
  readonly #tab: string | undefined;
  readonly #shown = new Map<string, Promise<string | undefined>>();

  constructor(board: string, tab: string | undefined) {
    [this.#address, this.#tab] = [`/api/boards/${board}/images`, tab];
  }

  /** Sends one; `told` hears how much of it has gone (0 to 1). What cannot be is refused before it is sent. */
  async put(file: Blob, told: (share: number) => void): Promise<KeptImage | Refusal> {
    if (file.size > LARGEST_FILE) return refuse(boardRefusals.imageHeavy, { most: LARGEST_FILE / 1e6 }).refusal;
    const sent = await asPoints(file);
    if (imageKindOf(new Uint8Array(await sent.slice(0, 12).arrayBuffer())) === undefined) return refuse(boardRefusals.imageKind).refusal;
    let answer = await this.#send(sent, told);
    for (let time = 0; time < AGAIN && 'code' in answer && waits.has(answer.code); time++) {
      await wait(AGAIN_AFTER);
      answer = await this.#send(sent, told);
    }
    return answer;
  }

  /** What a page shows of one; `undefined` where it cannot be had, also some seconds later. */
  shown(id: string): Promise<string | undefined> {
    const known = this.#shown.get(id) ?? this.#fetch(id);
    this.#shown.set(id, known);
    return known;
  }

  async #fetch(id: string): Promise<string | undefined> {
    for (const after of [...SHOWN_AGAIN, undefined]) {
      try {
        const response = await fetch(`${this.#address}/${id}`, this.#tab === undefined ? {} : { headers: { authorization: `Bearer ${this.#tab}` } });
        if (response.ok) return await addressOf(await response.blob());
        if (response.status === 404) break;
      } catch { /* The connection: it is asked for again. */ }
      if (after !== undefined) await wait(after);
    }
    this.#shown.delete(id);
    return undefined;
  }

  #send(file: Blob, told: (share: number) => void): Promise<KeptImage | Refusal> {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', this.#address);
      if (this.#tab !== undefined) request.setRequestHeader('authorization', `Bearer ${this.#tab}`);
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
      // Our own server's word, as in `app/api.ts`; a proxy's is none.
      request.onload = () => {
        const answer = request.response as (KeptImage & { readonly ok: true }) | { readonly ok: false; readonly refusal: Refusal } | null;
        resolve(answer?.ok === true ? { id: answer.id, width: answer.width, height: answer.height } : (answer?.refusal ?? offline));
      };
      request.onerror = () => resolve(offline);
      request.send(file);
    });
  }
}
