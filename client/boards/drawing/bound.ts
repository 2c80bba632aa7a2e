import type { Bound, Raw } from '#shared/boards/excalidraw.ts';

const target = (binding: unknown): string | undefined => {
  const id = (binding as { readonly elementId?: unknown } | null | undefined)?.elementId;
  return typeof id === 'string' ? id : undefined;
};

/** What holds on to each element: the texts in it, and the arrows that lead to it or from it. */
export const boundIn = (scene: Iterable<Raw>): ReadonlyMap<string, readonly Bound[]> => {
  const bound = new Map<string, Bound[]>();
  const add = (to: string | undefined, one: Bound): void => {
    if (to === undefined) return;
    const others = bound.get(to);
    if (!others) bound.set(to, [one]);
    else if (!others.some(({ id }) => id === one.id)) others.push(one);
  };
  for (const { id, type, containerId, startBinding, endBinding, isDeleted } of scene) {
    if (isDeleted === true || typeof id !== 'string') continue;
    if (type === 'text' && typeof containerId === 'string') add(containerId, { id, type });
    if (type === 'arrow') for (const binding of [startBinding, endBinding]) add(target(binding), { id, type });
  }
  return bound;
};

export const sameBound = (given: unknown, wanted: readonly Bound[]): boolean => {
  const there = (Array.isArray(given) ? given : []) as readonly Bound[];
  return there.length === wanted.length && wanted.every(({ id }) => there.some((one) => one.id === id));
};
