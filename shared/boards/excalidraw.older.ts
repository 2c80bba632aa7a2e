/** BO17. What Excalidraw's older releases wrote, in the words of 0.18.1: as its own `data/restore.ts` reads them. */
import type { ElementType } from './element.ts';

/** An element as theirs are. */
export type Raw = Readonly<Record<string, unknown>>;
export const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** By their name before they had numbers (2020). */
const fonts: Readonly<Record<string, number>> = { Virgil: 1, Helvetica: 2, Cascadia: 3 };
/** Before 0.15 nobody said how far apart lines are: it follows from how high the text is. */
const SPACINGS = { least: 0.5, most: 5, ordinary: 1.25 } as const;

const number = (value: unknown, otherwise = 0): number => (typeof value === 'number' && Number.isFinite(value) ? value : otherwise);

const textOf = (raw: Raw): Raw => {
  const [size, family] = typeof raw.font === 'string' ? raw.font.split(' ') : [];
  const font = size === undefined ? {} : { fontSize: number(parseFloat(size), 20), fontFamily: fonts[family ?? ''] ?? 1 };
  const fontSize = number(font.fontSize ?? raw.fontSize, 20);
  const lines = typeof raw.text === 'string' ? raw.text.split('\n').length : 1;
  const spacing = number(raw.height) / lines / fontSize;
  const lineHeight = raw.lineHeight ?? (spacing >= SPACINGS.least && spacing <= SPACINGS.most ? spacing : SPACINGS.ordinary);
  return { ...raw, ...font, lineHeight, ...(raw.originalText === '' && { originalText: raw.text }) };
};

const bindingOf = (binding: unknown): unknown => (isRaw(binding) ? { ...binding, focus: number(binding.focus), gap: number(binding.gap) } : binding);
const isPoint = (point: unknown): point is readonly [number, number] => Array.isArray(point) && typeof point[0] === 'number' && typeof point[1] === 'number';

/** An arrow was a box with two corners at first; an arrow that says nothing of its tip has one; points begin where their line stands. */
const lineOf = (raw: Raw): Raw => {
  const given: readonly unknown[] = Array.isArray(raw.points) && raw.points.length >= 2 ? raw.points : [[0, 0], [number(raw.width), number(raw.height)]];
  const [first] = given;
  const [dx, dy] = isPoint(first) ? first : [0, 0];
  return {
    ...raw,
    x: number(raw.x) + dx, y: number(raw.y) + dy, points: dx === 0 && dy === 0 ? given : given.map((point) => (isPoint(point) ? [point[0] - dx, point[1] - dy] : point)),
    startBinding: bindingOf(raw.startBinding), endBinding: bindingOf(raw.endBinding),
    ...(raw.type === 'arrow' && raw.endArrowhead === undefined && { endArrowhead: 'arrow' }),
  };
};

const isUntold = (value: unknown): boolean => value === undefined || value === null || value === '' || value === 0;

/** One element as 0.18.1 would have written it. */
export const restored = (raw: Raw, type: ElementType): Raw => {
  const roundness = raw.roundness ?? (raw.strokeSharpness === 'round' ? { type: type === 'rectangle' || type === 'image' ? 1 : 2 } : null);
  // What is nothing there is as usual.
  const said = Object.fromEntries(Object.entries(raw).filter(([field, value]) => !['fillStyle', 'strokeWidth', 'strokeColor', 'backgroundColor'].includes(field) || !isUntold(value)));
  const one = Object.fromEntries(Object.entries({ ...said, roundness }).filter(([field, value]) => value !== null || !['strokeStyle', 'roughness', 'opacity', 'seed', 'groupIds', 'locked', 'angle'].includes(field)));
  return type === 'text' ? textOf(one) : type === 'line' || type === 'arrow' ? lineOf(one) : one;
};

/** Which shape each text is written in, where the shape says so and the text does not. */
export const containersIn = (elements: readonly Raw[]): ReadonlyMap<unknown, unknown> =>
  new Map(elements.flatMap(({ id, boundElements }) => (Array.isArray(boundElements) ? boundElements.flatMap((bound: unknown) => (isRaw(bound) && bound.type === 'text' ? [[bound.id, id] as const] : [])) : [])));
