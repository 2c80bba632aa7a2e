import type { Line } from '#shared/chat/chat.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Activity, Profile, Storage } from '#server/storage/storage.ts';

/** Storage that a test can look into and break. It keeps what it was given, as a disk would. */
export interface MemoryStorage extends Storage {
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
      for (const { line, activity } of facts) {
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
    activities: async (room) => storage.activity.filter((one) => one.room === room),
    close: async () => undefined,
  };
  return storage;
};
