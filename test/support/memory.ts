import type { Line } from '#shared/chat/chat.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Invitation } from '#shared/invitations/invitation.ts';
import type { Block } from '#server/storage/moderation.ts';
import type { Activity, Profile, Storage, Store } from '#server/storage/storage.ts';

/** Storage that a test can look into and break. It keeps what it was given, as a disk would. */
type Kept = Storage & Pick<Store, 'blocksOf' | 'bansOn' | 'setBlock' | 'findInvitation' | 'useInvitation' | 'makeInvitation' | 'forgetSetting'>;

export interface MemoryStorage extends Kept {
  readonly lines: Line[];
  readonly activity: Activity[];
  /** Every commit rejects until it is mended. */
  broken: boolean;
  /** Commits wait until this is called. */
  hold(): () => void;
}

export const memoryStorage = (): MemoryStorage => {
  const settings = new Map<string, string>();
  const people = new Map<PersonId, Profile>();
  const invitations = new Map<string, Invitation>();
  let blocks: Block[] = [];
  const snapshots = new Map<string, { at: number; state: string }>();
  let gate: Promise<void> = Promise.resolve();
  const storage: MemoryStorage = {
    lines: [],
    activity: [],
    broken: false,
    hold: () => {
      let open = () => undefined as void;
      gate = new Promise((resolve) => (open = resolve));
      return open;
    },
    commit: async (facts) => {
      await gate;
      if (storage.broken) throw new Error('The disk is full.');
      for (const { line, activity, effects = [] } of facts) {
        for (const effect of effects) if (effect.kind === 'relation') await storage.setBlock(effect.from, effect.to, effect.relation, effect.on, effect.at);
        if (line) storage.lines.push(line);
        if (activity) storage.activity.push(activity);
      }
    },
    lastLines: async (_room, count) => storage.lines.slice(-count),
    saveSnapshot: async (room, at, state) => void snapshots.set(room, { at, state }),
    loadSnapshot: async (room) => snapshots.get(room),
    savePerson: async (person) => void people.set(person.id, person),
    findPerson: async (id) => people.get(id),
    namesOf: async (standings) => [...people.values()].filter(({ standing }) => standings.includes(standing)).map(({ id, name }) => ({ id, name })),
    setting: async (key) => settings.get(key),
    settleSetting: async (key, value) => {
      if (!settings.has(key)) settings.set(key, value);
      return settings.get(key) ?? value;
    },
    forgetSetting: async (key, value) => settings.get(key) === value && settings.delete(key),
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
    activities: async (room) => storage.activity.filter((one) => one.room === room),
    close: async () => undefined,
  };
  return storage;
};
