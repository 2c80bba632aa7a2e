import { noTranslation, type Locale, type Translation } from './locale.ts';

/** One file for each language but English, fetched when it is the reader's. A new one needs nothing else. */
const files = import.meta.glob<Translation>('./*.json', { import: 'default' });
const fileOf = (locale: Locale): string => `./${locale}.json`;

export const languages: readonly Locale[] = ['en', ...Object.keys(files).map((file) => file.slice('./'.length, -'.json'.length))];

/** The language asked for, or else the first that the reader's browser asks for and we have; else English. */
export const localeOf = (asked: string | undefined, wanted: readonly string[] = navigator.languages): Locale => {
  if (asked !== undefined && (asked === 'en-XA' || languages.includes(asked))) return asked;
  const spoken = wanted.map((tag) => tag.split('-')[0] ?? tag);
  return spoken.find((tag) => languages.includes(tag)) ?? 'en';
};

/** English where the file cannot be fetched: better read than nothing. */
export const translationOf = async (locale: Locale): Promise<Translation> => {
  try {
    return (await files[fileOf(locale)]?.()) ?? noTranslation;
  } catch {
    return noTranslation;
  }
};
