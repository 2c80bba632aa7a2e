/** What the palette offers: everything of the registry, and what the page itself can do. */
import { changePage, type Visit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { needsText, offersNow, type Offer } from '#client/app/offers.ts';
import type { Words } from '#client/app/words.ts';
import { writeToRoom } from '#client/chat/writeToRoom.ts';
import { capabilityOf, type CapabilityId } from '#shared/registry.ts';
import { controls2d, type Control } from '#client/view-2d/controls.ts';
import type { IconName } from '#client/ui/icons.tsx';

export interface Row {
  readonly key: string;
  readonly group: Offer['group'];
  readonly label: string;
  /** What it means, or why it cannot be done now. */
  readonly context: string;
  readonly refusal: string | undefined;
  readonly icon: IconName;
  /** The key after Ctrl+. */
  readonly shortcut: string | undefined;
  run(): void;
}

const icons: Readonly<Record<Exclude<Control['at'], 'tray'>, IconName>> = { goTo: 'footprints', chat: 'chat', person: 'user', seats: 'armchair' };
const iconOf = (id: CapabilityId): IconName => {
  const control: Control = controls2d[id];
  return control.at === 'tray' ? control.icon : icons[control.at];
};

/** Everything on offer at this moment. */
export const rowsNow = (visit: Visit, words: Words): readonly Row[] => {
  const { hearth, view, setView, announcer, page: store } = visit;
  const { actor } = hearth;
  const offers = actor ? offersNow(hearth.view, actor, words) : [];
  const capabilities = offers.map(({ key, id, group, label, refusal, payload }): Row => {
    const capability = capabilityOf(id);
    return {
      key, group, label, refusal,
      context: refusal === undefined ? (group === 'do' ? words(capability.help) : '') : words(page.notNow, { reason: refusal }),
      icon: iconOf(id),
      shortcut: group === 'do' ? capability.shortcut : undefined,
      run: () => (needsText.has(id) ? writeToRoom() : void visit.perform(id, payload as never)),
    };
  });
  const own = (key: string, label: string, icon: IconName, run: () => void): Row => ({ key, group: 'do', label, context: '', refusal: undefined, icon, shortcut: undefined, run });
  const { paused, sounds } = store.current;
  return [
    ...capabilities,
    own('view', words(view === '2d' ? page.switchTo3d : page.switchTo2d), view === '2d' ? 'cube' : 'list-bullets', () => setView(view === '2d' ? '3d' : '2d')),
    own('help', words(page.help), 'question', () => changePage(visit, { overlay: { kind: 'help' } })),
    own('repeat', words(page.repeat), 'arrow-counter-clockwise', () => announcer.repeat()),
    own('pause', words(paused ? page.resume : page.pause), 'bell', () => {
      announcer.paused = !paused;
      changePage(visit, { paused: !paused });
    }),
    own('sounds', words(page.sounds), sounds ? 'speaker-high' : 'speaker-slash', () => changePage(visit, { sounds: !sounds })),
  ];
};

/** Letters alone: without case and accents. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every typed word stands somewhere in a row's label. */
export const matches = (label: string, typed: string): boolean => {
  const text = plain(label);
  return plain(typed).split(/\s+/).every((word) => text.includes(word));
};
