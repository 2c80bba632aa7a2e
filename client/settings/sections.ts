import type { Message } from '#shared/kernel/message.ts';
import type { IconName } from '#client/ui/icons.tsx';
import { settings as say } from './settings.words.ts';

/** The parts of the settings, in the order of reference/interface.md §4; each can be opened by itself. What one view alone has stands under *Moving*. */
export const sections = [
  { id: 'seeing', title: say.seeing, icon: 'eye' },
  { id: 'hearing', title: say.hearing, icon: 'speaker-high' },
  { id: 'announcements', title: say.announcements, icon: 'bell' },
  { id: 'keys', title: say.keys, icon: 'keyboard' },
  { id: 'moving', title: say.moving, icon: 'person-simple-walk' },
  { id: 'view3d', title: say.view3d, icon: 'cube' },
  { id: 'look', title: say.look, icon: 'user' },
  { id: 'language', title: say.language, icon: 'chat' },
  { id: 'privacy', title: say.privacy, icon: 'info' },
] as const satisfies readonly { readonly id: string; readonly title: Message; readonly icon: IconName }[];
export type Section = (typeof sections)[number]['id'];

/** Where a part's heading is in the page. */
export const sectionId = (section: Section): string => `settings-${section}`;
