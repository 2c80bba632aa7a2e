/** A language's tag. English stands in the messages themselves; `en-XA` is English, accented and bracketed, for tests. */
export type Locale = string;

/** What a language's file says: messages by id, names of places by their English text, and what two words become where they meet. */
export interface Translation {
  readonly messages: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, string>>;
  readonly joins: Readonly<Record<string, string>>;
}
export const noTranslation: Translation = { messages: {}, places: {}, joins: {} };

export const isPseudoLocale = (locale: Locale): boolean => locale === 'en-XA';

/** The tag given to the browser's Intl: British lists ("Ana, Ben and Kwame") and 24-hour times. */
export const intlTag = (locale: Locale): string => (locale === 'en' || isPseudoLocale(locale) ? 'en-GB' : locale);
