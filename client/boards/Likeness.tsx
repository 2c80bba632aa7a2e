import { useEffect, useRef } from 'react';
import { fitInto, paintingOf, reachOf } from '#shared/boards/painting.ts';
import { seenOf, type SeenElement } from '#shared/boards/seen.ts';
import { fileIn } from './images.ts';
import { draw, measureWith } from './pen.ts';
import { useBoard, type BoardVisit } from './visit.ts';
import styles from './Board.module.css';

/** Twice as many points as it is wide, for screens that show them. */
const [WIDE, TALL] = [480, 300] as const;
const PAPER = '#fbf3e2';
/** How often at most (ms) it is painted anew, and which share of the time that takes. */
const EVERY = 1_000;
const SHARE = 0.1;

/** The board as it looks, small, beside its words, which hold all that it shows; painted while it is in sight. */
export default function Likeness() {
  const visit = useBoard();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (canvas.current ? keepPainting(canvas.current, visit) : undefined), [visit]);
  return <div className={`card ${styles.likeness}`} aria-hidden="true"><canvas ref={canvas} width={WIDE} height={TALL} /></div>;
}

/** Paints with each change of the board, until told to stop. */
const keepPainting = (canvas: HTMLCanvasElement, { link: { store }, images }: Pick<BoardVisit, 'link' | 'images'>): (() => void) => {
  const pen = canvas.getContext('2d');
  /** `undefined`: on its way, or not to be had. */
  const prints = new Map<string, ImageBitmap | undefined>();
  let [painted, timer, isInSight, isOver]: [string, number | undefined, boolean, boolean] = ['', undefined, false, false];
  let [came, wait] = [0, 0];
  const print = async (image: string): Promise<void> => {
    const address = await images.shown(image);
    if (address === undefined) return;
    const made = await createImageBitmap(fileIn(address), { resizeWidth: WIDE, resizeQuality: 'medium' });
    if (isOver) return made.close();
    prints.set(image, made);
    came++;
    look();
  };
  const printOf = (image: string): ImageBitmap | undefined => {
    if (!prints.has(image)) {
      prints.set(image, undefined);
      void print(image).catch(() => undefined);
    }
    return prints.get(image);
  };
  const paint = (): void => {
    timer = undefined;
    if (!pen || !isInSight) return;
    const { board, version } = store.current;
    const started = performance.now();
    painted = `${version} ${came}`;
    const elements: readonly SeenElement[] = [...board.elements].flatMap(([id, held]) => (held.deletedAt === 0 ? [seenOf(id, held)] : []));
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.fillStyle = PAPER;
    pen.fillRect(0, 0, WIDE, TALL);
    const { scale, x, y } = fitInto(reachOf(elements), WIDE, TALL);
    pen.setTransform(scale, 0, 0, scale, x, y);
    const measure = measureWith(pen);
    draw(pen, paintingOf(elements, measure), scale, measure, printOf);
    wait = Math.max(EVERY, (performance.now() - started) / SHARE);
  };
  const look = (): void => {
    if (isInSight && timer === undefined && painted !== `${store.current.version} ${came}`) timer = window.setTimeout(paint, painted === '' ? 0 : wait);
  };
  const observer = new IntersectionObserver((entries) => {
    isInSight = entries.at(-1)?.isIntersecting ?? false;
    look();
  });
  observer.observe(canvas);
  const stop = store.subscribe(look);
  return () => {
    isOver = true;
    observer.disconnect();
    stop();
    window.clearTimeout(timer);
    for (const print of prints.values()) print?.close();
  };
};
