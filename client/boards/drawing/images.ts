/** The pictures of a board in their editor: those that the board shows are given to it, those that it brings are sent before what shows them is. */
import type { BinaryFileData, ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { CaptureUpdateAction, viewportCoordsToSceneCoords } from '@excalidraw/excalidraw';
import { elementOf, type BoardElement } from '#shared/boards/board.state.ts';
import { shownAs, type Raw } from '#shared/boards/excalidraw.ts';
import type { KeptImage } from '#shared/boards/images.ts';
import { boardRefusals } from '#shared/boards/boards.refusals.ts';
import { dropPicture } from '../acts.ts';
import { fileIn } from '../images.ts';
import { newId } from '#client/net/newId.ts';
import type { BoardVisit } from '../visit.ts';
import type { Stand } from './changes.ts';

type Visit = Pick<BoardVisit, 'bring' | 'images' | 'link' | 'quietly' | 'refuse'>;
type Api = Pick<ExcalidrawImperativeAPI, 'getFiles' | 'addFiles' | 'getAppState' | 'getSceneElementsIncludingDeleted' | 'updateScene'>;
/** So long (ms) after it has been sent, their editor has put a picture's name where it shows it. */
const SETTLES = 1_000;
/** One point that one sees through. */
const NOTHING = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
/** How far one of several lies off the one before. */
const STEP = 40;

export class DrawnImages {
  readonly #api: Api;
  readonly #visit: Visit;
  /** What a picture is called that somebody copied here. */
  readonly #called: string;
  /** By what the board calls them: those that it keeps, and those that their editor was given. */
  readonly #kept = new Set<string>();
  readonly #given = new Set<string>();
  /** By what their editor calls them: those under way, and those that no board takes. */
  readonly #coming = new Set<string>();
  readonly #lost = new Set<string>();
  #busy = 0;

  constructor(api: Api, visit: Visit, called: string) {
    [this.#api, this.#visit, this.#called] = [api, visit, called];
  }

  /** The board has changed: their editor is given what it shows and does not have. */
  look(): void {
    for (const [id, held] of this.#visit.link.store.current.board.elements) {
      if (held.type !== 'image') continue;
      const { fileId } = elementOf(id, held as BoardElement) as { readonly fileId: string };
      this.#kept.add(fileId);
      if (held.deletedAt === 0 && !this.#given.has(fileId)) void this.#give(fileId);
    }
  }

  /** Their editor has been handed a file: it is sent, and called as the board calls it. One that is refused goes from the canvas: why is said already, and an error of theirs would say it again in a box. */
  async take(file: File): Promise<string> {
    this.#busy++;
    try {
      const kept = await this.#visit.bring(file, file.name || this.#called);
      if ('code' in kept) {
        const lost = newId();
        this.#lost.add(lost);
        // What is to be seen of it is nothing, which can be read: they say of what cannot, in a box of their own, what was said already.
        this.#api.addFiles([{ id: lost, dataURL: NOTHING, mimeType: 'image/png', created: Date.now() } as unknown as BinaryFileData]);
        return lost;
      }
      this.#kept.add(kept.id);
      // What is shown is what is kept, without what a camera wrote in it.
      await this.#give(kept.id);
      return kept.id;
    } finally {
      setTimeout(() => this.#busy--, SETTLES);
    }
  }

  /** Pictures were let go of on the canvas. Answers what was put there. */
  async drop(files: readonly File[], { clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Promise<readonly string[]> {
    const placed: string[] = [];
    for (const file of files) {
      const kept = await this.#visit.bring(file, file.name);
      if ('code' in kept) continue;
      const { x, y } = viewportCoordsToSceneCoords({ clientX, clientY }, this.#api.getAppState());
      const id = newId();
      const answer = await this.#visit.quietly(dropPicture(id, kept, { x: x + placed.length * STEP, y: y + placed.length * STEP }));
      if (answer.accepted) placed.push(id);
      else this.#visit.refuse(answer.refusal);
    }
    return placed;
  }

  /** How a picture stands that their editor shows and the server does not have. */
  standOf({ fileId }: Raw): Stand {
    if (typeof fileId !== 'string') return this.#busy > 0 ? 'coming' : 'lost';
    if (this.#kept.has(fileId)) return 'kept';
    if (this.#lost.has(fileId)) return 'lost';
    if (!this.#coming.has(fileId)) void this.#bring(fileId);
    return 'coming';
  }

  /** What came from another drawing has its picture with it, under a name of its own. */
  async #bring(fileId: string): Promise<void> {
    this.#coming.add(fileId);
    const file = this.#api.getFiles()[fileId];
    if (!file) this.#visit.refuse({ code: boardRefusals.noSuchImage.code, values: {} });
    const kept = file && (await this.#visit.bring(fileIn(file.dataURL), this.#called));
    if (!kept || 'code' in kept) this.#lost.add(fileId);
    else {
      this.#kept.add(kept.id);
      await this.#give(kept.id);
      this.#rename(fileId, kept);
    }
    this.#coming.delete(fileId);
  }

  #rename(fileId: string, kept: KeptImage): void {
    const scene = this.#api.getSceneElementsIncludingDeleted() as unknown as readonly Raw[];
    const renamed = scene.map((raw) => (raw.type === 'image' && raw.fileId === fileId && fileId !== kept.id ? { ...shownAs(raw, kept), version: Number(raw.version) + 1, versionNonce: Number(raw.versionNonce) + 1 } : raw));
    this.#api.updateScene({ elements: renamed as never, captureUpdate: CaptureUpdateAction.NEVER });
  }

  async #give(id: string): Promise<void> {
    this.#given.add(id);
    const dataURL = await this.#visit.images.shown(id);
    if (dataURL === undefined) {
      this.#given.delete(id);
      return;
    }
    this.#api.addFiles([{ id, dataURL, mimeType: 'image/webp', created: Date.now() } as BinaryFileData]);
  }
}
