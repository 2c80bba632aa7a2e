import { IntlMessageFormat } from 'intl-messageformat';
import type { Message, MessageValue, MessageValues, MessageWithValues } from '#shared/kernel/message.ts';
import { intlTag, isPseudoLocale, noTranslation, type Locale } from './locales/locale.ts';
import { pseudo, pseudoMessage } from './locales/pseudo.ts';

/** Formats messages in one language. */
export interface Words {
  (message: Message | MessageWithValues, values?: MessageValues): string;
  /** "Ana, Ben and Kwame" */
  list(items: readonly string[]): string;
  /** The name of a place of the layouts, in this language. */
  named(text: string): string;
  /** The first letter as a sentence begins, wherever punctuation puts it. */
  sentence(text: string): string;
  /** A time of day: "09:30". */
  time(at: number): string;
  readonly locale: Locale;
  /** For the browser's own Intl: dates and times. */
  readonly tag: string;
}

/** Messages name placeholders, never markup, so `<` is a character. */
const plain = { ignoreTag: true } as const;

/** The formatter of a language, for announcements and everything else outside React. */
export const createWords = (locale: Locale, { messages, places, joins } = noTranslation): Words => {
  const tag = intlTag(locale);
  const lists = new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' });
  const isPseudo = isPseudoLocale(locale);

  /** Read when they are first said: most never are. */
  const known = new Map<string, IntlMessageFormat>();
  const formatOf = ({ id, defaultMessage }: Message): IntlMessageFormat => {
    const text = messages[id] ?? defaultMessage;
    let format = known.get(text);
    if (!format) {
      format = new IntlMessageFormat(text, tag, undefined, plain);
      if (isPseudo) format = new IntlMessageFormat(pseudoMessage(format.getAst()), tag);
      known.set(text, format);
    }
    return format;
  };

  const named = (text: string): string => places[text] ?? text;
  /** Where two words meet, some languages have one: "de el" is "del". */
  const seams = Object.entries(joins).map(([apart, joined]) => [new RegExp(`(?<!\\p{L})${apart}(?=\\p{Ll})`, 'gu'), joined] as const);
  const joinedUp = (text: string): string => seams.reduce((before, [apart, joined]) => before.replace(apart, joined), text);

  const value = (given: MessageValue): string | number => {
    if (typeof given === 'string') return named(given);
    return typeof given === 'object' ? format(given) : given;
  };

  const format = (given: Message | MessageWithValues, values: MessageValues = {}): string => {
    if ('message' in given) return format(given.message, { ...given.values, ...values });
    const formatted = Object.fromEntries(Object.entries(values).map(([name, one]) => [name, value(one)]));
    try {
      return joinedUp(String(formatOf(given).format(formatted)));
    } catch (error) {
      // Better the bare text than no page.
      console.error(given.id, error);
      return given.defaultMessage;
    }
  };

  const list = (items: readonly string[]) =>
    lists
      .formatToParts(items)
      .map((part) => (part.type === 'literal' && isPseudo ? pseudo(part.value) : part.value))
      .join('');

  const sentence = (text: string) => text.replace(/^[^\p{L}]*\p{L}/u, (start) => start.toLocaleUpperCase(tag));

  let clock: Intl.DateTimeFormat | undefined;
  const time = (at: number): string => (clock ??= new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hour12: false })).format(at);

  return Object.assign(format, { list, named, sentence, time, locale, tag });
};
