import { flushSync } from 'react-dom';
import { changePage, type Visit } from '#client/app/context.tsx';
import { showChatField } from '#client/app/panels.ts';
import { isRecord, isText } from '#client/app/shape.ts';
import type { Words } from '#client/app/words.ts';
import type { Line } from '#shared/chat/chat.ts';
import { personId } from '#shared/kernel/ids.ts';
import type { CapabilityId } from '#shared/registry.ts';
import { chat as say } from './chat.words.ts';
import type { Talk } from './talks.ts';

const field = (): HTMLElement | null => document.querySelector('textarea[data-focus-key="chat"]');

/** Opens a talk and brings focus to its field; in 3D the chat is opened for it. */
export const writeTo = (visit: Visit, talk: Talk = 'room'): void => {
  flushSync(() => changePage(visit, { talk }));
  const there = field();
  if (there) there.focus();
  else showChatField();
};

/** Brings focus to the newest message that can be changed in this way. Whether there is one. */
export const toMessage = (id: CapabilityId): boolean => {
  if (!field()) flushSync(() => showChatField());
  const verbs = [...document.querySelectorAll<HTMLElement>(`#chat [data-verbs~="${id}"] button`)].at(-1);
  verbs?.focus();
  return verbs !== undefined;
};

/** Fetches what was said before the oldest message that is shown. */
export const showEarlier = async (visit: Visit, words: Words): Promise<void> => {
  const { store } = visit.hearth;
  const oldest = store.current.lines[0];
  const before = oldest && (await visit.ask('chat.earlier', { before: { at: oldest.at, line: oldest.id } }));
  const earlier = Array.isArray(before) ? (before as readonly Line[]) : [];
  if (earlier.length === 0) visit.tell(words(say.noEarlier));
  store.current.lines = [...earlier.filter(({ id }) => !store.current.lines.some((known) => known.id === id)), ...store.current.lines];
  store.current.hasEarlier = earlier.length > 0;
  store.changed();
};

/** To whom a payload of `chat.say` is addressed. */
const talkIn = (payload: unknown): Talk => {
  const to = isRecord(payload) && isRecord(payload['to']) ? payload['to'] : {};
  return to['kind'] === 'circle' ? 'circle' : isText(to['person']) ? personId(to['person']) : 'room';
};

/** Leads to where in the chat a capability is used. */
export const inChat = (visit: Visit, words: Words, id: CapabilityId, payload: unknown): void => {
  if (id === 'chat.earlier') return void showEarlier(visit, words);
  if (id !== 'chat.say') {
    if (!toMessage(id)) visit.tell(words(say.noneToChange));
    return;
  }
  writeTo(visit, talkIn(payload));
};
