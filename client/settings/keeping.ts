import { languageChanged } from './language.ts';
import type { Hearth } from '#client/net/hearth.ts';
import { sameContent } from '#client/net/store.ts';
import type { Words } from '#client/app/words.ts';
import { parseSettings, personalNames, personalOf, putSettings, rememberSettings, settings, unsent, usual, type Settings } from './settings.ts';
import { keeping as say } from './keeping.words.ts';

/** How long (ms) after a refusal it is tried again: storage may be full, or a lot was changed at once. */
const AGAIN = 10_000;

/**
 * PE9. What the server keeps, as this browser takes it up: choice by choice, but for those that were changed here and are
 * not stored yet, which go there next. So the change that reaches the server last holds everywhere. Answers what it changes.
 */
export const takenUp = (here: Settings, told: unknown, waiting: ReadonlySet<string>): Partial<Settings> => {
  const there = parseSettings(told);
  return Object.fromEntries(personalNames.filter((name) => !waiting.has(name) && !sameContent(there[name], here[name])).map((name) => [name, there[name]]));
};

/** Keeps the personal settings with the person: takes up what the server tells, sends what is changed here, whenever it can. Answers how to stop. */
export const keepWith = (hearth: Hearth, speak: (text: string) => void, words: Words): (() => void) => {
  let told: object | undefined;
  let isSending = false;
  let again: number | undefined;

  const take = (kept: unknown): void => {
    const isFirst = told === undefined;
    told = hearth.store.current.kept;
    // Nothing is kept of whoever has just come in: what this browser is set to is theirs.
    if (kept === null) {
      for (const name of personalNames) if (!sameContent(settings.current[name], usual[name])) unsent.add(name);
      return;
    }
    const change = takenUp(settings.current, kept, unsent);
    if (Object.keys(change).length === 0) return;
    putSettings(change);
    if (isFirst && !languageChanged(words.locale)) speak(words(say.takenUp));
  };

  const send = async (): Promise<void> => {
    if (isSending || again !== undefined || unsent.size === 0) return;
    isSending = true;
    const sent = personalOf(settings.current);
    const { accepted } = await hearth.perform('people.settings', { settings: sent });
    isSending = false;
    if (accepted) {
      for (const name of [...unsent]) if (sameContent(settings.current[name], sent[name])) unsent.delete(name);
      rememberSettings();
      void send();
    } else again = window.setTimeout(() => {
      again = undefined;
      look();
    }, AGAIN);
  };

  const look = (): void => {
    const { connection, kept } = hearth.store.current;
    if (connection.status !== 'here' || !kept || !hearth.actor) return;
    if (kept !== told) take(kept.settings);
    void send();
  };

  const stops = [hearth.store.subscribe(look), settings.subscribe(look)];
  look();
  return () => {
    for (const stop of stops) stop();
    window.clearTimeout(again);
  };
};
