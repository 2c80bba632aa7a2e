import type { Visit } from './context.tsx';
import { page } from './local.words.ts';
import type { Words } from './words.ts';

/** The page's own acts, and the keys that they come with. What each is stands in pageActs.ts, which is fetched when one is wanted. */
export const pageKeys = {
  'page.view': undefined,
  'page.plan': undefined,
  'page.board': 'b',
  'page.help': undefined,
  'page.welcome': undefined,
  'page.repeat': 'r',
  'page.quiet': 'q',
  'page.pause': undefined,
  'page.sounds': undefined,
  'page.ritual': undefined,
  'page.planned': undefined,
  'page.runs': undefined,
  'voice.check': undefined,
  'voice.speaking': 'i',
} as const satisfies Readonly<Record<string, string | undefined>>;

export type PageActId = keyof typeof pageKeys;
export const pageActIds = Object.keys(pageKeys) as readonly PageActId[];
export const isPageActId = (id: string): id is PageActId => Object.hasOwn(pageKeys, id);

const fetchActs = () => import('./pageActs.ts');

/** Fetches them early, so that they act while the server is away. */
export const fetchPageActs = (): void => void fetchActs().catch(() => undefined);

/** Does one of them. */
export const runPageAct = (id: PageActId, visit: Visit, words: Words): void =>
  void fetchActs().then(
    ({ pageActOf }) => pageActOf(id).run(visit, words),
    () => visit.tell(words(page.crashed)),
  );
