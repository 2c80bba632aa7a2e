/** The languages of the interface. `en-XA` is the pseudo-locale: English, accented and bracketed, for tests. */
export type Locale = 'en' | 'en-XA';
export const locales: readonly Locale[] = ['en', 'en-XA'];

/** Translations by message id. English stands in the messages themselves, so its table is empty. */
export const translations: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en: {}, 'en-XA': {} };

/** The tag given to the browser's Intl: British lists ("Ana, Ben and Kwame") and 24-hour times. */
export const intlTag = (locale: Locale): string => (locale === 'en-XA' ? 'en-GB' : `${locale}-GB`);

/** The language asked for, where we have it; else English. */
export const localeOf = (asked: string | null): Locale => locales.find((locale) => locale === asked) ?? 'en';
