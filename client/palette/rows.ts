/** What the palette offers: everything of the registry, and what the page itself can do. */
import { changePage, type Visit } from '#client/app/context.tsx';
import { needsText, offerRefusedNow, offersNow, type Offer } from '#client/app/offers.ts';
import type { Words } from '#client/app/words.ts';
import { inChat } from '#client/chat/write.ts';
import { controls2d, type Control } from '#client/view-2d/controls.ts';
import type { IconName } from '#client/ui/icons.tsx';
import { keyOf } from '#client/settings/keys.ts';
import { capabilityOf, type CapabilityId } from '#shared/registry.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import { pageRows } from './pageRows.ts';
import { whereIs } from './where.ts';

export interface Row {
  readonly id: string;
  readonly group: Offer['group'] | 'settings';
  readonly label: string;
  /** What it means, or where it is. */
  readonly context: string;
  /** Other names that it is found by. */
  readonly also: string;
  /** What it is found by where no name has what was typed. */
  readonly meaning: string;
  /** Why it could not be done when the row was made. */
  readonly refusal: string | undefined;
  /** The same, at this moment. */
  refusedNow(): string | undefined;
  readonly icon: IconName;
  /** Whom it is about. */
  readonly person?: PersonId;
  /** It stands for that person, and leads to what one can do with them; or back from there to everything. */
  readonly leads?: 'person' | 'back';
  /** The key after Ctrl+. */
  readonly shortcut: string | undefined;
  run(): void;
}

const icons: Readonly<Record<Exclude<Control['at'], 'tray' | 'react' | 'dialog'>, IconName>> = { goTo: 'footprints', chat: 'chat', person: 'user', seats: 'armchair', circle: 'users', voice: 'microphone' };
const iconOf = (id: CapabilityId): IconName => {
  const control: Control = controls2d[id];
  return 'icon' in control ? control.icon : icons[control.at];
};

/** Everything on offer at this moment; of what is done to people, for `others` alone. */
export const rowsNow = (visit: Visit, words: Words, others?: readonly PersonId[]): readonly Row[] => {
  const { hearth } = visit;
  const { actor, view: room } = hearth;
  if (!actor) return pageRows(visit, words);
  const rows = offersNow(room, actor, words, others).map((offer): Row => {
    const { key, id, group, label, refusal, payload, opens } = offer;
    const capability = capabilityOf(id);
    const target = key.slice(id.length + 1);
    const meaning = words(capability.help);
    const context = group === 'do' ? meaning : whereIs(room, actor.id, target, words);
    return {
      id: key, group: id === 'people.settings' ? 'settings' : group, label, meaning, refusal, context,
      ...(group === 'people' && room.facts.people.has(target) ? { person: personId(target) } : {}),
      refusedNow: () => offerRefusedNow(words, hearth.view, hearth.actor ?? actor, offer),
      // A seat's row says "Sit on …", and is also found by "Sit down"; a person by the name that is not on their plate.
      also: [words(capability.label), room.facts.people.get(target)?.name ?? ''].join(' '),
      icon: iconOf(id),
      shortcut: group === 'do' ? keyOf(id) : undefined,
      run: () => {
        if (opens) changePage(visit, { overlay: opens });
        else if (needsText.has(id)) inChat(visit, words, id, payload);
        else void visit.perform(id, payload as never);
      },
    };
  });
  return [...rows, ...pageRows(visit, words)];
};

/** Whether a text holds another, as the reader's language sees it: react-aria's `useFilter` without case and accents. */
export type Contains = (text: string, part: string) => boolean;

/**
 * The rows in whose names every typed word stands, in whichever order; where there are none, those that mean it. Nothing
 * typed finds all.
 */
export const found = (rows: readonly Row[], typed: string, contains: Contains): readonly Row[] => {
  const parts = typed.split(/\s+/).filter(Boolean);
  const having = (textsOf: (row: Row) => readonly string[]) => rows.filter((row) => parts.every((part) => textsOf(row).some((text) => contains(text, part))));
  const named = having(({ label, also }) => [label, also]);
  return named.length > 0 ? named : having(({ label, also, meaning }) => [label, also, meaning]);
};
