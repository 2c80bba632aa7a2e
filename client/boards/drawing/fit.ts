/** What has to fit where it is shown: texts are broken into their shapes' lines and stand in their middle, arrows end at rims. */
import { restoreElements } from '@excalidraw/excalidraw';
import type { Bound, Raw } from '#shared/boards/excalidraw.ts';
import { idOf } from './book.ts';
import { atItsEnds } from './ends.ts';

const PADDING = 5;
type Spot = Readonly<Record<'x' | 'y', number>>;

/** Where a text of a size stands in its shape, or on its arrow. */
const spotIn = (container: Raw, text: Raw): Spot => {
  const [x, y, width, height] = [container.x, container.y, container.width, container.height].map(Number) as [number, number, number, number];
  const [w, h] = [Number(text.width), Number(text.height)];
  if (container.type === 'arrow') {
    const points = container.points as readonly (readonly [number, number])[];
    const [before, after] = [points[Math.floor((points.length - 1) / 2)] ?? [0, 0], points[Math.ceil((points.length - 1) / 2)] ?? [0, 0]];
    return { x: x + (before[0] + after[0]) / 2 - w / 2, y: y + (before[1] + after[1]) / 2 - h / 2 };
  }
  const across = text.textAlign === 'left' ? PADDING : text.textAlign === 'right' ? width - w - PADDING : (width - w) / 2;
  const down = text.verticalAlign === 'top' ? PADDING : text.verticalAlign === 'bottom' ? height - h - PADDING : (height - h) / 2;
  return { x: x + across, y: y + down };
};

const fittedText = (text: Raw, container: Raw | undefined): Raw => {
  // Broken anew, from the text as it was written.
  const whole = { ...text, text: text.originalText ?? text.text };
  const given = (container ? [container, whole] : [whole]) as unknown as Parameters<typeof restoreElements>[0];
  const restored = restoreElements(given, null, { refreshDimensions: true, repairBindings: true }).find(({ id }) => id === text.id) as Raw | undefined;
  if (!restored) return text;
  // Their reading gives a text a new version, which says nothing.
  const fitted = { ...text, text: restored.text, width: restored.width, height: restored.height, versionNonce: Number(text.versionNonce ?? 0) + 1 };
  return container ? { ...fitted, ...spotIn(container, fitted) } : fitted;
};

/** Answers all that is other than it was, of these and what holds on to them. */
export const fit = (changed: ReadonlySet<string>, shown: ReadonlyMap<string, Raw>): readonly Raw[] => {
  const now = new Map(shown);
  const fitted = new Map<string, Raw>();
  const put = (raw: Raw): void => {
    now.set(idOf(raw), raw);
    fitted.set(idOf(raw), raw);
  };
  const of = (ids: Iterable<string>): readonly Raw[] => [...ids].map((id) => now.get(id)).filter((raw) => raw !== undefined);
  const touched = of(changed);
  const boundTo = (raw: Raw, type: Bound['type']): readonly string[] => ((raw.boundElements ?? []) as readonly Bound[]).filter((one) => one.type === type).map(({ id }) => id);
  const arrows = new Set(touched.flatMap((raw) => (raw.type === 'arrow' ? [idOf(raw)] : boundTo(raw, 'arrow'))));
  for (const id of arrows) {
    const arrow = now.get(id);
    const ended = arrow && atItsEnds(arrow, now);
    if (ended) put(ended);
  }
  const texts = new Set([...touched, ...of(arrows)].flatMap((raw) => (raw.type === 'text' ? [idOf(raw)] : boundTo(raw, 'text'))));
  for (const id of texts) {
    const text = now.get(id);
    if (text && text.type === 'text') put(fittedText(text, typeof text.containerId === 'string' ? now.get(text.containerId) : undefined));
  }
  return [...fitted.values()];
};
