import { mayRead, type Line } from '#shared/chat/chat.ts';
import type { Effect } from '#shared/kernel/effect.ts';
import { personId, type PersonId } from '#shared/kernel/ids.ts';
import type { Plan, SavedScript } from '#shared/rituals/calendar.ts';
import type { KeptRun } from '#shared/rituals/kept.ts';
import type { Invitation } from '#shared/invitations/invitation.ts';
import type { JournalEntry, JournalStorage } from '#server/storage/journal.ts';
import type { Block } from '#server/storage/moderation.ts';
import type { Activity, KeptSnapshot, Profile, Storage, Store } from '#server/storage/storage.ts';

/** Storage that a test can look into and break. It keeps what it was given, as a disk would. */
type Kept = Storage & JournalStorage & Pick<Store, 'blocksOf' | 'bansOn' | 'setBlock' | 'findInvitation' | 'useInvitation' | 'makeInvitation' | 'forgetSetting' | 'calendar' | 'keepRun'>;

export interface MemoryStorage extends Kept {
  readonly journal: JournalEntry[];
  readonly lines: Line[];
  readonly activity: Activity[];
  /** The rituals that are kept. */
  readonly runs: KeptRun[];
  /** Every commit rejects until it is mended. */
  broken: boolean;
  /** Commits wait until this is called. */
  hold(): () => void;
  /** The same for one process: once the next is opened, what this one has not stored it never stores. */
  opened(): Kept;
}

export const memoryStorage = (): MemoryStorage => {
  const settings = new Map<string, string>();
  const people = new Map<PersonId, Profile>();
  const kept = new Map<PersonId, unknown>();
  const invitations = new Map<string, Invitation>();
  let blocks: Block[] = [];
  const snapshots = new Map<string, KeptSnapshot>();
  const plans = new Map<string, Plan>();
  const scripts = new Map<string, SavedScript>();
  const wishes = new Set<string>();
  const keepInCalendar = (effect: Effect): void => {
    const isGone = (effect.kind === 'plan' && effect.before && !plans.has(effect.plan.id)) || (effect.kind === 'script' && effect.before && !scripts.has(effect.script.id));
    if (isGone) return;
    if (effect.kind === 'plan') plans.set(effect.plan.id, effect.plan);
    else if (effect.kind === 'planRemoved') {
      plans.delete(effect.plan.id);
      for (const wish of wishes) if (wish.startsWith(`${effect.plan.id} `)) wishes.delete(wish);
    }
    else if (effect.kind === 'script') scripts.set(effect.script.id, effect.script);
    else if (effect.kind === 'scriptRemoved') scripts.delete(effect.script.id);
    else if (effect.kind === 'wish') wishes[effect.on ? 'add' : 'delete'](`${effect.plan} ${effect.person}`);
  };
  let gate: Promise<void> = Promise.resolve();
  let life = 0;
  const storage: MemoryStorage = {
    journal: [],
    lines: [],
    activity: [],
    runs: [],
    broken: false,
    hold: () => {
      let open = () => undefined as void;
      gate = new Promise((resolve) => (open = resolve));
      return open;
    },
    opened: () => {
      const mine = ++life;
      gate = Promise.resolve();
      const never = new Promise<void>(() => undefined);
      return {
        ...storage,
        commit: async (facts) => {
          await gate;
          return mine === life ? storage.commit(facts) : never;
        },
        saveSnapshot: (...given) => (mine === life ? storage.saveSnapshot(...given) : never),
        pruneJournal: (...given) => (mine === life ? storage.pruneJournal(...given) : never),
      };
    },
    commit: async (facts) => {
      await gate;
      if (storage.broken) throw new Error('The disk is full.');
      for (const { line, activity, journal, effects = [] } of facts) {
        effects.forEach(keepInCalendar);
        for (const effect of effects) {
          if (effect.kind !== 'lineEdited' && effect.kind !== 'lineRemoved') continue;
          const at = storage.lines.findIndex(({ id }) => id === effect.line);
          const known = storage.lines[at];
          if (known) storage.lines[at] = effect.kind === 'lineEdited' ? { ...known, text: effect.text, editedAt: effect.at } : { ...known, text: '', removedBy: effect.by };
        }
        for (const effect of effects) if (effect.kind === 'settings') kept.set(effect.person, effect.settings);
        for (const effect of effects) if (effect.kind === 'held') people.set(effect.person, { ...(people.get(effect.person) as Profile), heldBy: effect.by });
        for (const effect of effects) if (effect.kind === 'relation') await storage.setBlock(effect.from, effect.to, effect.relation, effect.on, effect.at);
        for (const effect of effects) if (effect.kind === 'run') await storage.keepRun(effect.run);
        if (journal) storage.journal.push(structuredClone(journal));
        if (line) storage.lines.push(line);
        if (activity) storage.activity.push(activity);
      }
    },
    lastLines: async (_room, count) => storage.lines.slice(-count),
    linesFor: async (reader, _room, count, before) => {
      const mine = storage.lines.filter((line) => mayRead(line, reader));
      return mine.filter(({ at, id }) => !before || at < before.at || (at === before.at && id < before.line)).slice(-count);
    },
    forgetLines: async () => 0,
    saveSnapshot: async (room, at, state, journal = 0) => void snapshots.set(room, { at, state, journal }),
    loadSnapshot: async (room) => snapshots.get(room),
    journalSince: async (room, number) => storage.journal.filter((entry) => entry.room === room && entry.number > number).sort((a, b) => a.number - b.number),
    pruneJournal: async (room, before) => {
      const kept = storage.journal.filter((entry) => entry.room !== room || entry.number >= before);
      storage.journal.splice(0, storage.journal.length, ...kept);
    },
    savePerson: async (person) => void people.set(person.id, person),
    findPerson: async (id) => people.get(id),
    settingsOf: async (id) => kept.get(id),
    namesOf: async (standings) => [...people.values()].filter(({ standing }) => standings.includes(standing)).map(({ id, name }) => ({ id, name })),
    setting: async (key) => settings.get(key),
    settleSetting: async (key, value) => {
      if (!settings.has(key)) settings.set(key, value);
      return settings.get(key) ?? value;
    },
    forgetSetting: async (key, value) => settings.get(key) === value && settings.delete(key),
    keepRun: async (run) => void (storage.runs.some(({ id }) => id === run.id) || storage.runs.push(structuredClone(run))),
    bansOn: async () => [],
    setBlock: async (blocker, blocked, kind, on, at) => {
      blocks = blocks.filter((one) => one.blocker !== blocker || one.blocked !== blocked || one.kind !== kind);
      if (on) blocks.push({ blocker, blocked, kind, at });
    },
    blocksOf: async (person) => blocks.filter((one) => one.blocker === person || (one.blocked === person && one.kind === 'block')),
    makeInvitation: async (invitation) => {
      invitations.set(invitation.id, invitation);
      return true;
    },
    findInvitation: async (idOrCode) => [...invitations.values()].find(({ id, code }) => id === idOrCode || code === idOrCode),
    useInvitation: async (id) => {
      const invitation = invitations.get(id);
      if (!invitation || invitation.usesLeft === 0) return undefined;
      const used = { ...invitation, usesLeft: invitation.usesLeft === undefined ? undefined : invitation.usesLeft - 1 };
      invitations.set(id, used);
      return used;
    },
    calendar: async () => ({
      plans: [...plans.values()], scripts: [...scripts.values()], unread: [],
      wishes: [...wishes].map((wish) => ({ plan: wish.split(' ')[0] ?? '', person: personId(wish.split(' ')[1] ?? '') })),
    }),
    activities: async (room) => storage.activity.filter((one) => one.room === room),
    close: async () => undefined,
  };
  return storage;
};
