/** What lies on a board: the kinds of element that Excalidraw 0.18.1 draws, but for those that show foreign pages (BO3). */
import * as z from 'zod/mini';
import { elementId, fields, type Field, type Values } from './fields.ts';

/** What every element has. */
const common = [
  'x', 'y', 'width', 'height', 'angle', 'index', 'strokeColor', 'backgroundColor', 'fillStyle', 'strokeWidth', 'strokeStyle', 'roundness', 'roughness', 'opacity', 'seed',
  'groupIds', 'frameId', 'link', 'locked', 'label',
] as const satisfies readonly Field[];
const linear = ['points', 'startBinding', 'endBinding', 'startArrowhead', 'endArrowhead'] as const satisfies readonly Field[];

/** What a kind has beside that. */
const particular = {
  rectangle: [],
  diamond: [],
  ellipse: [],
  text: ['text', 'fontSize', 'fontFamily', 'textAlign', 'verticalAlign', 'lineHeight', 'autoResize', 'containerId'],
  line: linear,
  arrow: [...linear, 'elbowed'],
  freedraw: ['points', 'pressures'],
  image: ['fileId', 'scale', 'crop'],
  frame: ['name'],
} as const satisfies Readonly<Record<string, readonly Field[]>>;

export type ElementType = keyof typeof particular;
export const elementTypes = Object.keys(particular) as readonly ElementType[];

/** A kind's fields, in the one order in which they are kept. */
export const fieldsOf = Object.fromEntries(elementTypes.map((type) => [type, new Set<Field>([...common, ...particular[type]])])) as unknown as Readonly<Record<ElementType, ReadonlySet<Field>>>;

/** The kinds that a text may stand in, and those that an arrow may lead to. */
export const isContainer = (type: ElementType): boolean => type === 'rectangle' || type === 'diamond' || type === 'ellipse' || type === 'arrow';
export const isBindable = (type: ElementType): boolean => type !== 'line' && type !== 'arrow' && type !== 'freedraw';

/** What a field is where nobody said: as Excalidraw's own defaults. */
const ordinary = {
  angle: 0, index: '', strokeColor: '#1e1e1e', backgroundColor: 'transparent', fillStyle: 'solid', strokeWidth: 2, strokeStyle: 'solid', roundness: null, roughness: 1, opacity: 100, seed: 1,
  groupIds: [], frameId: null, link: null, locked: false, label: '', fontSize: 20, fontFamily: 5, textAlign: 'left', verticalAlign: 'top', lineHeight: 1.25, autoResize: true, containerId: null,
  pressures: '', startBinding: null, endBinding: null, startArrowhead: null, endArrowhead: null, elbowed: false, scale: [1, 1], crop: null, name: '',
} as const satisfies Values;

/** An element without what is ordinary in it, which its reader knows. */
export const withoutOrdinary = (element: Readonly<Record<string, unknown>>): NewElement =>
  Object.fromEntries(Object.entries(element).filter(([name, value]) => !(name in ordinary) || JSON.stringify(value) !== JSON.stringify(ordinary[name as Ordinary]))) as unknown as NewElement;

type Ordinary = keyof typeof ordinary;
type Always = Extract<Field, 'x' | 'y' | 'width' | 'height' | 'text' | 'points' | 'fileId'>;
type FieldOf<T extends ElementType> = (typeof common)[number] | (typeof particular)[T][number];
/** An element of one kind, whole. */
export type ElementOf<T extends ElementType> = { readonly type: T; readonly id: string } & { readonly [K in FieldOf<T>]: z.output<(typeof fields)[K]> };
export type Element = { [T in ElementType]: ElementOf<T> }[ElementType];
/** An element as somebody makes it: what is ordinary may be left out. */
export type NewElement = { [T in ElementType]: { readonly type: T; readonly id: string } & { readonly [K in FieldOf<T> & Always]: z.output<(typeof fields)[K]> } & { readonly [K in FieldOf<T> & Ordinary]?: z.output<(typeof fields)[K]> } }[ElementType];

const shapeOf = (type: ElementType) => {
  const shape: Record<string, z.ZodMiniType> = { type: z.literal(type), id: elementId };
  for (const field of fieldsOf[type]) shape[field] = field in ordinary ? z._default(fields[field] as z.ZodMiniType, () => ordinary[field as Ordinary] as never) : fields[field];
  return z.object(shape);
};

const shapes = elementTypes.map(shapeOf);
const anyElement = z.discriminatedUnion('type', shapes as unknown as [(typeof shapes)[number]]);

/** BO3–BO5. The door for elements: whole, in range, without what no kind has. */
export const elementSchema = anyElement as unknown as z.ZodMiniType<Element>;

/**
 * Fields to change, each as its table says, and none besides. Whether the element has them is judged by its kind (`mayPatch`).
 * Only what is there is looked at: a drag names two of forty fields.
 */
export const valuesSchema: z.ZodMiniType<Values> = z.pipe(z.custom<object>((raw) => typeof raw === 'object' && raw !== null && !Array.isArray(raw)), z.transform((raw, { issues }) => {
  const values: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(raw)) {
    const read = Object.hasOwn(fields, name) ? fields[name as Field].safeParse(given) : undefined;
    if (read?.success) values[name] = read.data;
    else issues.push({ code: 'custom', input: given, path: [name] });
  }
  return values as Values;
}));
