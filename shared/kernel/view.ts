import type { ArraySchema, MapSchema, Schema } from '@colyseus/schema';

/** What a mirror of the state may be read as: a client that wrote to it would corrupt it for good. */
export type View<T> =
  T extends MapSchema<infer V, infer K> ? ReadonlyMap<K, View<V>>
  : T extends ArraySchema<infer V> ? readonly View<V>[]
  : T extends Schema ? { readonly [K in keyof T as K extends keyof Schema ? never : K]: View<T[K]> }
  : T;
