import { localeOf } from '#client/app/locales/load.ts';
import { device } from '#client/app/device.ts';
import { readSettings, settings } from './settings.ts';

/** The language that the page would open in now. */
export const wantedLocale = (): string => localeOf(new URLSearchParams(location.search).get('locale') ?? (settings.current.language || undefined));

/**
 * Opens the page anew where it is in another language than is wanted, and answers whether it does. Not where this browser
 * keeps nothing: it would open anew for ever.
 */
export const languageChanged = (locale: string): boolean => {
  if (wantedLocale() === locale || readSettings(device.settings).language !== settings.current.language) return false;
  location.reload();
  return true;
};
