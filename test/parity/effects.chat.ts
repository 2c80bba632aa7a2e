/** What each capability of the chat brings about. */
import { LINES_A_PAGE } from '#shared/chat/chat.ts';
import { inRoom } from '#test/support/page.ts';
import type { Effect } from './arrange.ts';
import type { Stage } from './stage.ts';

export const GREETING = 'Good morning from';
export const first = ({ name }: Stage): string => `First words of ${name}`;
export const others = ({ name }: Stage): string => `Words to ${name}`;
export const SECOND = 'Second thoughts';

const heardBy = ({ wanda, before }: Stage, what: string, so: (kind: string, values: Readonly<Record<string, unknown>>) => boolean): Promise<void> =>
  wanda.until(what, ({ cues }) => cues.slice(before.seen).some(({ kind, values }) => so(kind, values)));

/** They, or Wanda, have said something that the page shows. */
const said = async ({ self, wanda, page }: Stage, text: string, by: 'self' | 'wanda' = 'self'): Promise<void> => {
  const known = page.getByRole('list', { name: 'Chat' }).getByText(text, { exact: true });
  const who = by === 'self' ? self : wanda;
  // Five in three seconds, this one and what the cell is about among them; those before it in the matrix wrote, too.
  await who.until('room for another message', ({ cues, id }) => cues.filter(({ kind, by, at }) => kind.startsWith('chat.') && by === id && Date.now() - at < 3_100).length < 4);
  const from = self.cues.length;
  const answer = await who.perform('chat.say', { text });
  if (!answer.accepted) throw new Error(`Not said: ${answer.refusal.code}`);
  await self.until('what was said', ({ cues }) => cues.slice(from).some(({ kind, values }) => kind === 'chat.said' && values['text'] === text));
  // In 3D the chat may be closed.
  if (await page.locator('#chat').isVisible()) await known.last().waitFor();
};

export const chatEffects = {
  'chat.say': {
    done: ({ wanda, name, before }) => wanda.until('the message', ({ cues }) =>
      cues.slice(before.seen).some(({ kind, values }) => kind === 'chat.said' && values['text'] === `${GREETING} ${name}`)),
    words: /^Sent to the room\.$/,
  },
  'chat.edit': {
    arrange: (stage) => said(stage, first(stage)),
    done: (stage) => heardBy(stage, 'the change', (kind, values) => kind === 'chat.edited' && values['text'] === SECOND),
    words: /^Your message is changed\.$/,
  },
  'chat.remove': {
    arrange: (stage) => said(stage, first(stage)),
    done: (stage) => heardBy(stage, 'the removal', (kind) => kind === 'chat.removed'),
    words: /^Your message is removed\.$/,
  },
  'chat.takeDown': {
    arrange: (stage) => said(stage, others(stage), 'wanda'),
    done: (stage) => heardBy(stage, 'that it is taken down', (kind) => kind === 'chat.takenDown'),
    words: /^The message is taken down\.$/,
  },
  'chat.earlier': {
    // So many that there are earlier ones; a page that comes in anew has the newest alone.
    arrange: async ({ hearth, page }) => {
      hearth.fill(LINES_A_PAGE + 20);
      // A screen reader's cell arranges twice.
      if (await page.evaluate(() => document.documentElement.dataset['filled'] === 'yes')) return;
      await page.reload();
      await inRoom(page);
      await page.evaluate(() => void (document.documentElement.dataset['filled'] = 'yes'));
    },
    done: async ({ self, before }) => self.until('the cue', ({ cues }) => cues.slice(before.told).some(({ kind }) => kind === 'chat.earlier')),
    words: /^Earlier messages are shown above\.$/,
  },
} satisfies Readonly<Record<string, Effect>>;
