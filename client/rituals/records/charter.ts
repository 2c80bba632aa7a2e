/** RI26. The community's charter, as the Commons shows it in both views: fetched once, and again when a ritual has ended. */
import type { Hearth } from '#client/net/hearth.ts';
import { createStore, type Store } from '#client/net/store.ts';
import { askCharter, type CharterPage } from './ask.ts';

/** A ritual's end is told at once and stored a moment later (ms). */
const STORED = 1_500;

type Charter = Store<{ page: CharterPage | undefined }>;
const kept = new WeakMap<Hearth, Charter>();

export const charterOf = (hearth: Hearth): Charter => {
  const known = kept.get(hearth);
  if (known) return known;
  const store: Charter = createStore<{ page: CharterPage | undefined }>({ page: undefined });
  const ask = async (): Promise<void> => {
    const asked = await askCharter();
    if (!asked || 'refusal' in asked) return;
    store.current.page = asked.answer;
    store.changed();
  };
  hearth.onCue(({ kind }) => void (kind === 'ritual.ended' && setTimeout(() => void ask(), STORED)));
  void ask();
  kept.set(hearth, store);
  return store;
};

/** Resolves once there is one. */
export const onceSigned = (hearth: Hearth): Promise<void> => new Promise((resolve) => {
  const store = charterOf(hearth);
  const look = (): void => void (store.current.page && resolve());
  store.subscribe(look);
  look();
});
