import { useRef, useSyncExternalStore } from 'react';

/** A mutable value that tells when it has changed. Views read it through selectors. */
export interface Store<S> {
  readonly current: S;
  readonly subscribe: (listener: () => void) => () => void;
  /** Call after every mutation of `current`. */
  readonly changed: () => void;
}

export const createStore = <S>(current: S): Store<S> => {
  const listeners = new Set<() => void>();
  return {
    current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed: () => {
      for (const listener of [...listeners]) listener();
    },
  };
};

/** Reads a part of a store; renders again only when that part differs. Select primitives or lists with `same`: schema objects keep their identity. */
export const useSelected = <S, T>(store: Store<S>, select: (state: S) => T, same: (a: T, b: T) => boolean = Object.is): T => {
  const last = useRef<{ value: T } | null>(null);
  return useSyncExternalStore(store.subscribe, () => {
    const value = select(store.current);
    if (!last.current || !same(last.current.value, value)) last.current = { value };
    return last.current.value;
  });
};

/** Lists of primitives, and records of them, compared by their content. */
export const sameContent = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
