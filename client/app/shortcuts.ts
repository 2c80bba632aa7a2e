import { useEffect } from 'react';
import { writeToRoom } from '#client/chat/writeToRoom.ts';
import { capabilityOf } from '#shared/registry.ts';
import { changePage, useVisit, type Visit } from './context.tsx';
import { shortcutOf, type Shortcut } from './leader.ts';
import { page } from './local.words.ts';
import { needsTarget, needsText } from './offers.ts';
import type { Words } from './words.ts';
import { useWords } from './WordsProvider.tsx';

/** In the order of the page. */
const regions = ['room', 'around', 'places', 'chat', 'controls', 'log'];

const nextRegion = (back: boolean): void => {
  const there = regions.flatMap((id) => document.getElementById(id) ?? []);
  const at = there.findIndex((region) => region.contains(document.activeElement));
  const next = at < 0 ? (back ? there.length - 1 : 0) : (at + (back ? there.length - 1 : 1)) % there.length;
  there[next]?.focus();
};

const act = (shortcut: Shortcut, visit: Visit, words: Words): void => {
  const say = (text: string) => visit.announcer.say(text, Date.now());
  switch (shortcut.do) {
    case 'palette': return changePage(visit, { overlay: { kind: 'palette', search: '' } });
    case 'help': return changePage(visit, { overlay: { kind: 'help' } });
    case 'controls': return document.querySelector<HTMLElement>('#controls button:not([tabindex="-1"])')?.focus();
    case 'region': return nextRegion(shortcut.back);
    case 'listen': return say(words(page.leader));
    case 'end': return say(words(page.leaderEnded));
    case 'unknown': return say(words(page.leaderUnknown));
    case 'capability': {
      const { id } = shortcut;
      if (needsText.has(id)) writeToRoom();
      else if (needsTarget(id)) changePage(visit, { overlay: { kind: 'palette', search: words(capabilityOf(id).label) } });
      else void visit.perform(id, {} as never);
    }
  }
};

/** Listens for the page's keys: nothing is a single letter, and while a dialog is open all keys are its own. */
export const useShortcuts = (): void => {
  const words = useWords();
  const visit = useVisit();
  useEffect(() => {
    let listening = false;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.metaKey || document.querySelector('[role="dialog"][data-rac]')) return;
      const { key, code, ctrlKey: ctrl, shiftKey: shift, altKey: alt } = event;
      const shortcut = shortcutOf(listening, { key, code, ctrl, shift, alt });
      if (!shortcut) return;
      event.preventDefault();
      event.stopPropagation();
      listening = shortcut.do === 'listen';
      act(shortcut, visit, words);
    };
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  }, [visit, words]);
};
