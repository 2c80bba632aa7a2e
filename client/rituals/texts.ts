import { createStore, useSelected, type Store } from '#client/net/store.ts';
import { useVisit } from '#client/app/context.tsx';
import type { Hearth } from '#client/net/hearth.ts';
import { isRecord, isText } from '#client/app/shape.ts';

type Texts = Store<{ read: ReadonlyMap<string, string> }>;
const kept = new WeakMap<Hearth, Texts>();

const isWritten = (given: unknown): given is { readonly key: string; readonly text: string } => isRecord(given) && isText(given['key']) && isText(given['text']);

const textsOf = (hearth: Hearth): Texts => {
  const known = kept.get(hearth);
  if (known) return known;
  const texts: Texts = createStore<{ read: ReadonlyMap<string, string> }>({ read: new Map() });
  const take = (entries: readonly (readonly [string, string])[]): void => {
    texts.current.read = new Map([...texts.current.read, ...entries]);
    texts.changed();
  };
  const ask = async (): Promise<void> => {
    const answer = await hearth.request('ritual.read', {});
    if (answer.accepted && 'reply' in answer && Array.isArray(answer.reply)) take(answer.reply.flatMap((one: unknown) => (isWritten(one) ? [[one.key, one.text] as const] : [])));
  };
  // What is written from now on comes with its cue; the rest is asked for, and again after a lost connection.
  hearth.onCue(({ values }) => {
    const { key, text } = values;
    if (typeof key === 'string' && typeof text === 'string') take([[key, text]]);
  });
  let status = hearth.store.current.connection.status;
  hearth.store.subscribe(() => {
    const now = hearth.store.current.connection.status;
    if (now !== status && now === 'here') void ask();
    status = now;
  });
  void ask();
  kept.set(hearth, texts);
  return texts;
};

/** What one may read of what was written in the room's ritual, by where it stands. */
export const useTexts = (): ReadonlyMap<string, string> => useSelected(textsOf(useVisit().hearth), ({ read }) => read);
