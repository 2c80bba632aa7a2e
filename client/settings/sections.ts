import { settings as say } from './settings.words.ts';

/** The parts of the settings, in their order; each can be opened by itself. */
export const sections = [
  { id: 'seeing', title: say.seeing },
  { id: 'view3d', title: say.view3d },
  { id: 'language', title: say.language },
  { id: 'hearing', title: say.hearing },
  { id: 'announcements', title: say.announcements },
  { id: 'keys', title: say.keys },
] as const;
export type Section = (typeof sections)[number]['id'];

/** Where a part's heading is in the page. */
export const sectionId = (section: Section): string => `settings-${section}`;
