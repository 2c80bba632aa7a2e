/** Elements as Excalidraw 0.18.1 has them, and back. Its own fields are those of its `element/types.ts`; what its older files call otherwise stands in `excalidraw.older.ts`. */
import { elementOf, type BoardElement } from './board.state.ts';
import { elementSchema, elementTypes, fieldsOf, isBindable, isContainer, type Element, type ElementType } from './element.ts';
import { fields, type Field, type Values } from './fields.ts';
import { containersIn, isRaw, restored, type Raw } from './excalidraw.older.ts';
import type { KeptImage } from './images.ts';
import { FARTHEST, fromBase64, packPoints, toBase64, unpackPoints, type Point } from './stroke.codec.ts';

export type { Raw } from './excalidraw.older.ts';
/** What their elements have, that says something of its own, and that no field of ours keeps: a program's own notes, and where an arrow of right angles was bent by hand. */
const unkept = ['customData', 'fixedSegments'] as const;

/** What a file has that a board does not keep: a whole element, of a kind or broken, or a field of one. */
export type Loss = { readonly what: 'kind' | 'broken'; readonly type: string } | { readonly what: 'image' } | { readonly what: 'field'; readonly type: ElementType; readonly field: Field | (typeof unkept)[number] };

/** A text or arrow that holds on to an element. */
export interface Bound {
  readonly id: string;
  readonly type: 'text' | 'arrow';
}

/** BO17. One that lives on a board, for the drawing editor. `bound` are the texts and arrows that hold on to it. */
export const toExcalidraw = (id: string, held: BoardElement, bound: readonly Bound[]): Raw => rawOf(elementOf(id, held), held, bound);

/** The same of an element that stands nowhere yet. */
export const rawOf = ({ label, ...element }: Element, { version, nonce }: Pick<BoardElement, 'version' | 'nonce'>, bound: readonly Bound[]): Raw => {
  const points = 'points' in element ? { points: unpackPoints(element.points) ?? [], lastCommittedPoint: null } : {};
  const pressures = element.type === 'freedraw' ? { pressures: (fromBase64(element.pressures) ?? []).map((byte) => byte / 255), simulatePressure: element.pressures === '' } : {};
  return {
    ...element, ...points, ...pressures,
    ...(element.type === 'text' && { originalText: element.text }),
    ...(element.type === 'image' && { status: 'saved' }),
    boundElements: bound, version, versionNonce: nonce, updated: 1, isDeleted: false,
    ...(label !== '' && { customData: { label } }),
  };
};

/** Also keeps `packPoints` from numbers that it could not count to the end of. */
const isNear = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= FARTHEST;
const finite = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const pointsOf = (raw: unknown): string | undefined => {
  if (!Array.isArray(raw)) return undefined;
  const points = raw.flatMap((point: unknown): Point[] => (Array.isArray(point) && isNear(point[0]) && isNear(point[1]) ? [[point[0], point[1]]] : []));
  return points.length === raw.length ? packPoints(points) : undefined;
};

/** What an element of theirs says of one field of ours; `undefined` for nothing. */
const valueOf = (raw: Raw, field: Field, newIdOf: (id: unknown) => string | undefined): unknown => {
  const binding = raw[field];
  switch (field) {
    // A width below zero is a shape drawn to the left.
    case 'x': return finite(raw.x) + ('points' in raw ? 0 : Math.min(0, finite(raw.width)));
    case 'y': return finite(raw.y) + ('points' in raw ? 0 : Math.min(0, finite(raw.height)));
    case 'width': case 'height': return Math.abs(finite(raw[field]));
    case 'roundness': return raw.roundness ?? null;
    case 'groupIds': return Array.isArray(raw.groupIds) ? raw.groupIds.map(newIdOf) : undefined;
    case 'frameId': case 'containerId': return newIdOf(raw[field]) ?? null;
    case 'startBinding': case 'endBinding': {
      const elementId = isRaw(binding) ? newIdOf(binding.elementId) : undefined;
      return isRaw(binding) && elementId !== undefined ? { ...binding, elementId } : null;
    }
    case 'label': return isRaw(raw.customData) ? raw.customData.label : undefined;
    case 'text': return raw.originalText ?? raw.text;
    case 'points': return pointsOf(raw.points);
    case 'pressures': return raw.simulatePressure !== true && Array.isArray(raw.pressures) ? toBase64(raw.pressures.map((one: unknown) => Math.round(Math.min(1, Math.max(0, finite(one))) * 255))) : '';
    case 'name': return raw.name ?? '';
    // Lies over what it lay over: the file's order is the order.
    case 'index': return undefined;
    default: return raw[field];
  }
};

/** The kind of ours that an element of theirs is; `undefined` for what a board does not take (BO3). */
export const typeOf = ({ type }: Raw): ElementType | undefined => (type === 'draw' ? 'line' : elementTypes.find((known) => known === type));

const sameId = (id: unknown): string | undefined => (typeof id === 'string' ? id : undefined);
/** What an element of theirs says in our fields, as it stands in their scene. What it does not say is absent; nothing of it is judged. */
export const valuesIn = (raw: Raw, type: ElementType): Values => {
  const values: Record<string, unknown> = {};
  for (const field of fieldsOf[type]) {
    const value = field === 'index' ? raw.index : valueOf(raw, field, sameId);
    if (value !== undefined) values[field] = value;
    else if (field === 'label') values[field] = '';
  }
  return values as Values;
};

/** A file of theirs has its pictures beside its elements, each as an address that is all of it. */
export const imagesIn = (file: unknown): ReadonlyMap<string, string> => {
  const files = isRaw(file) && isRaw(file.files) ? file.files : {};
  const shown = isRaw(file) && Array.isArray(file.elements) ? file.elements.flatMap((raw: unknown) => (isRaw(raw) && raw.type === 'image' && raw.isDeleted !== true && typeof raw.fileId === 'string' ? [raw.fileId] : [])) : [];
  return new Map([...new Set(shown)].flatMap((id) => {
    const address = Object.hasOwn(files, id) && isRaw(files[id]) ? files[id].dataURL : undefined;
    return typeof address === 'string' && /^data:image\/[\w+.-]+;base64,/.test(address) ? [[id, address] as const] : [];
  }));
};

/** The same picture of theirs as a board keeps it, of which the same part is shown though it may have fewer points. */
export const shownAs = (raw: Raw, { id, width, height }: KeptImage): Raw => {
  const { crop } = raw;
  if (!isRaw(crop)) return { ...raw, fileId: id };
  const [across, down] = [width / finite(crop.naturalWidth), height / finite(crop.naturalHeight)];
  return { ...raw, fileId: id, crop: { x: finite(crop.x) * across, y: finite(crop.y) * down, width: finite(crop.width) * across, height: finite(crop.height) * down, naturalWidth: width, naturalHeight: height } };
};

/**
 * BO17. What a file of theirs has, under new ids, and what of it is not kept; `undefined` for what is no such file. An element
 * that cannot be read is left out, a field that cannot be is as it ordinarily is. `kept` are its pictures as the board keeps them.
 */
export const fromExcalidraw = (file: unknown, newId: () => string, kept?: ReadonlyMap<unknown, KeptImage>): { readonly elements: readonly Element[]; readonly lost: readonly Loss[] } | undefined => {
  if (!isRaw(file) || !Array.isArray(file.elements)) return undefined;
  const living = file.elements.filter((raw: unknown): raw is Raw => isRaw(raw) && raw.isDeleted !== true);
  const lost: Loss[] = [];
  const ids = new Map<unknown, string>(living.filter(typeOf).map(({ id }) => [id, newId()]));
  const groups = new Map<unknown, string>();
  const groupOf = (id: unknown): string => {
    const known = groups.get(id) ?? newId();
    groups.set(id, known);
    return known;
  };
  const seen = new Set<unknown>();
  const containers = containersIn(living);
  const read = (given: Raw): readonly Element[] => {
    const type = typeOf(given);
    if (type === undefined) {
      lost.push({ what: 'kind', type: typeof given.type === 'string' ? given.type.slice(0, 40) : '' });
      return [];
    }
    const image = type === 'image' ? kept?.get(given.fileId) : undefined;
    if (type === 'image' && kept && !image) {
      lost.push({ what: 'image' });
      return [];
    }
    const raw = restored({ ...(image ? shownAs(given, image) : given), ...(type === 'text' && { containerId: given.containerId ?? containers.get(given.id) ?? null }) }, type);
    if (seen.has(raw.id)) {
      lost.push({ what: 'broken', type });
      return [];
    }
    seen.add(raw.id);
    const values: Record<string, unknown> = { type, id: ids.get(raw.id) };
    for (const field of fieldsOf[type]) {
      const value = valueOf(raw, field, field === 'groupIds' ? groupOf : (id) => ids.get(id));
      if (value === undefined) continue;
      if (fields[field].safeParse(value).success) values[field] = value;
      else lost.push({ what: 'field', type, field });
    }
    for (const field of unkept) if (isLeftOut(raw[field])) lost.push({ what: 'field', type, field });
    const element = elementSchema.safeParse(values);
    if (!element.success) lost.push({ what: 'broken', type });
    return element.success ? [element.data] : [];
  };
  const elements = living.flatMap(read);
  const there = new Map(elements.map((element) => [element.id, element.type]));
  return { elements: elements.map((element) => detached(element, there)), lost };
};

/** Whether it says more than a description, which is kept. */
const isLeftOut = (said: unknown): boolean => (Array.isArray(said) ? said.length > 0 : isRaw(said) && Object.keys(said).some((name) => name !== 'label'));

/** Without what leads to an element that was left out, or cannot be led to. */
const detached = (element: Element, kept: ReadonlyMap<string, ElementType>): Element => {
  const fits = (id: string | null | undefined, may: (type: ElementType) => boolean): boolean => {
    const type = typeof id === 'string' && id !== element.id ? kept.get(id) : undefined;
    return type !== undefined && may(type);
  };
  return {
    ...element,
    ...(!fits(element.frameId, (type) => type === 'frame' && element.type !== 'frame') && { frameId: null }),
    ...(element.type === 'text' && !fits(element.containerId, isContainer) && { containerId: null }),
    ...('startBinding' in element && { startBinding: fits(element.startBinding?.elementId, isBindable) ? element.startBinding : null, endBinding: fits(element.endBinding?.elementId, isBindable) ? element.endBinding : null }),
  } as Element;
};
