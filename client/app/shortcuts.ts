import { useEffect } from 'react';
import { inChat } from '#client/chat/write.ts';
import { controls2d, type Control } from '#client/view-2d/controls.ts';
import { capabilityOf } from '#shared/registry.ts';
import { keyOf, type ActId } from '#client/settings/keys.ts';
import { settings } from '#client/settings/settings.ts';
import { changePage, useVisit, type Visit } from './context.tsx';
import { idle, nextKey, type Shortcut } from './leader.ts';
import { page } from './local.words.ts';
import { needsTarget, needsText } from './offers.ts';
import { fetchPageActs, runPageAct } from './pageKeys.ts';
import styles from './shortcuts.module.css';
import type { Words } from './words.ts';
import { useWords } from './WordsProvider.tsx';

/** In the order of the page. */
const regions = ['welcome', 'room', 'around', 'places', 'chat', 'toast', 'controls', 'log'];

const nextRegion = (back: boolean): void => {
  const there = regions.flatMap((id) => document.getElementById(id) ?? []);
  const at = there.findIndex((region) => region.contains(document.activeElement));
  const next = there[at < 0 ? (back ? there.length - 1 : 0) : (at + (back ? there.length - 1 : 1)) % there.length];
  if (!next) return;
  const reached = styles.reached ?? '';
  next.classList.add(reached);
  next.addEventListener('blur', () => next.classList.remove(reached), { once: true });
  next.focus();
};

const act = (shortcut: Shortcut, visit: Visit, words: Words): void => {
  const leader = words(page.leader);
  // What was waited for has come.
  if (visit.page.current.toast?.text === leader) changePage(visit, { toast: undefined });
  switch (shortcut.do) {
    case 'palette': return changePage(visit, { overlay: { kind: 'palette', search: '' } });
    case 'help': return changePage(visit, { overlay: { kind: 'help' } });
    case 'controls': return document.querySelector<HTMLElement>('#controls button:not([tabindex="-1"])')?.focus();
    case 'region': return nextRegion(shortcut.back);
    case 'listen': return visit.tell(leader);
    case 'end': return visit.tell(words(page.leaderEnded));
    case 'unknown': return visit.tell(words(page.leaderUnknown));
    case 'page': return runPageAct(shortcut.id, visit, words);
    case 'capability': {
      const { id } = shortcut;
      const control: Control = controls2d[id];
      if (needsText.has(id)) inChat(visit, words, id, {});
      else if (control.at === 'dialog') changePage(visit, { overlay: { kind: control.opens } });
      else if (needsTarget(id)) changePage(visit, { overlay: { kind: 'palette', search: words(capabilityOf(id).label) } });
      else void visit.perform(id, {} as never);
    }
  }
};

/** VO26. One's microphone is turned on and off wherever one is: in a dialog, too, where all other keys are its own. */
const ofMicrophone = (id: ActId): string | undefined => (id === 'voice.on' || id === 'voice.off' ? keyOf(id) : undefined);
const reachesOver = ({ do: what }: Shortcut): boolean => what === 'capability' || what === 'listen' || what === 'end' || what === 'unknown';

const inDialog = (): boolean => document.querySelector('[role="dialog"][data-rac], [role="alertdialog"][data-rac]') !== null;

/** Listens for the page's keys: nothing is a single letter, and while a dialog is open all keys are its own. */
export const useShortcuts = (): void => {
  const words = useWords();
  const visit = useVisit();
  useEffect(fetchPageActs, []);
  useEffect(() => {
    let state = idle;
    const press = (event: KeyboardEvent) => {
      const { key, code, ctrlKey: ctrl, shiftKey: shift, altKey: alt, repeat } = event;
      // A key that opened a dialog may still be held down when it stands there.
      if (!settings.current.shortcuts || event.isComposing || event.metaKey) return;
      const isOver = inDialog() && !repeat;
      if (isOver && visit.hearth.view.facts.voice === '') return;
      const next = nextKey(state, { key, code, ctrl, shift, alt, repeat }, isOver ? ofMicrophone : keyOf);
      if (isOver && next.shortcut && !reachesOver(next.shortcut)) return;
      state = next.state;
      if (!next.taken) return;
      event.preventDefault();
      event.stopPropagation();
      if (next.shortcut) act(next.shortcut, visit, words);
    };
    // Whoever turns to the pointer after the leader means to press there, and then perhaps to type.
    const point = () => {
      if (!state.listening) return;
      state = idle;
      act({ do: 'end' }, visit, words);
    };
    addEventListener('keydown', press, true);
    addEventListener('pointerdown', point, true);
    return () => {
      removeEventListener('keydown', press, true);
      removeEventListener('pointerdown', point, true);
    };
  }, [visit, words]);
};
