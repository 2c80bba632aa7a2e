import type { RoomView } from '#shared/rooms/room.ts';
import { spotOf, type Thing } from './mirror.entries.ts';
import type { SceneControls } from './Scene.tsx';

export interface Marked {
  readonly thing: Thing;
  readonly button: HTMLButtonElement;
}

/** Buttons without focus are not seen; they follow their things at this pace (ms). */
const EVERY = 300;
const margin = 12;
/** A ring on the floor is seen from above as an ellipse of this flatness. */
const flatness = 0.42;
const smallestRing = 28;
const largestRing = 180;
/** The camera stands at least this far behind oneself (metres); what lies further back is not projected but told by its side. */
const cameraBehind = 1.8;

const between = (value: number, least: number, most: number): number => Math.max(least, Math.min(Math.max(least, most), value));

/** What is needed to lay buttons over a frame. */
export interface MirrorFrame {
  readonly scene: Pick<SceneControls, 'project' | 'heading'>;
  readonly room: RoomView;
  /** Where one is oneself. */
  readonly me: { readonly x: number; readonly z: number } | undefined;
}

/** Lays the mirror's buttons over the picture: the focused one at every frame, the rest now and then. Not through React, which would render each frame. */
export class MirrorPlaces {
  #last = -Infinity;
  #later: ReturnType<typeof setTimeout> | undefined;

  /** `again` is called once what was left out is due, for there may be no further frame. */
  place(marked: Iterable<Marked>, frame: MirrorFrame, now: number, again: () => void): void {
    const due = now - this.#last > EVERY;
    if (due) this.#last = now;
    else this.#later ??= setTimeout(() => {
      this.#later = undefined;
      again();
    }, EVERY);
    for (const one of marked) {
      if (one.button === document.activeElement) placeFocused(one, frame);
      else if (due) placeUnseen(one, frame);
    }
  }

  stop(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
  }
}

const placeUnseen = ({ thing, button }: Marked, { scene, room }: MirrorFrame): void => {
  const spot = spotOf(room, thing);
  if (!spot) return;
  const at = scene.project(spot.x, spot.middle, spot.z);
  button.style.transform = `translate(${at.x.toFixed()}px, ${at.y.toFixed()}px) translate(-50%, -50%)`;
};

const placeFocused = ({ thing, button }: Marked, { scene: { project, heading }, room, me }: MirrorFrame): void => {
  const spot = spotOf(room, thing);
  const area = button.closest('ul');
  if (!spot || !area) return;
  const at = project(spot.x, spot.mark, spot.z);
  const ring = between(Math.abs(at.y - project(spot.x, spot.mark + 1, spot.z).y) * 1.1, smallestRing, largestRing);
  const { clientWidth: width, clientHeight: height } = area;
  let [x, y] = [at.x, at.y + (ring * flatness) / 2 + 10];
  if (!at.visible && me) {
    const [sine, cosine] = [Math.sin(heading()), Math.cos(heading())];
    const [dx, dz] = [spot.x - me.x, spot.z - me.z];
    if (dx * sine + dz * cosine < -cameraBehind) [x, y] = [dx * cosine > dz * sine ? 0 : width, height / 2];
  }
  if (at.visible) delete button.dataset['edge'];
  else button.dataset['edge'] = x < width / 4 ? 'left' : x > (width * 3) / 4 ? 'right' : 'near';
  const half = button.offsetWidth / 2 + margin;
  const [shownX, shownY] = [between(x, half, width - half), between(y, margin, height - button.offsetHeight - margin)];
  button.style.setProperty('--ring', `${ring.toFixed()}px`);
  button.style.setProperty('--ring-x', `${(at.x - shownX).toFixed()}px`);
  button.style.setProperty('--ring-y', `${(at.y - shownY).toFixed()}px`);
  button.style.transform = `translate(${shownX.toFixed(1)}px, ${shownY.toFixed(1)}px) translate(-50%, 0)`;
};
