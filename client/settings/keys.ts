/** One table of what has a key after the leader: everything of the registry, and the page's own acts. */
import { capabilityIds, capabilityOf, type CapabilityId } from '#shared/registry.ts';
import { isPageActId, pageActIds, pageKeys, type PageActId } from '#client/app/pageKeys.ts';
import { settings, type Settings } from './settings.ts';

export type ActId = CapabilityId | PageActId;
export const actIds: readonly ActId[] = [...capabilityIds, ...pageActIds];

/** The key that it comes with. */
export const declaredKey = (id: ActId): string | undefined => (isPageActId(id) ? pageKeys[id] : capabilityOf(id).shortcut);

type Keys = Pick<Settings, 'keys'>;

/** The key that acts after the leader; `undefined` where there is none. */
export const keyOf = (id: ActId, { keys }: Keys = settings.current): string | undefined => (keys[id] ?? declaredKey(id)) || undefined;

/** Who has a key already, but for `except`. */
export const holderOf = (key: string, except: ActId | undefined, given: Keys = settings.current): ActId | undefined =>
  actIds.find((id) => id !== except && keyOf(id, given) === key);

/** What a key does; the registry's own come first. */
export const actOf = (key: string, keyFor: (id: ActId) => string | undefined = keyOf): ActId | undefined => actIds.find((id) => keyFor(id) === key);

