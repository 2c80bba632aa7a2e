import type { Message } from '#shared/kernel/message.ts';
import type { Draft } from '#shared/boards/markdown.ts';
import type { Words } from '#client/app/words.ts';
import { boards as say } from './boards.words.ts';

/** What one may start from, as groups; a blank board needs none. */
export const templates = {
  brainstorm: { name: say.templateBrainstorm, groups: [say.question, say.ideas, say.best] },
  retrospective: { name: say.templateRetrospective, groups: [say.well, say.hard, say.next] },
} as const satisfies Readonly<Record<string, { readonly name: Message; readonly groups: readonly Message[] }>>;
export type TemplateId = keyof typeof templates;

/** In the language of whoever starts from it: what is on a board is one language's. */
export const draftOf = (words: Words, id: TemplateId): Draft => ({ title: '', groups: templates[id].groups.map((name) => ({ name: words(name), notes: [] })) });
