import { message } from '#shared/kernel/message.ts';
import type { Words } from '#client/app/words.ts';
import type { Ceremony } from './ceremony.ts';

export const ceremonyWords = {
  here: message('rituals.here', '{count, plural, =0 {Nobody is here yet.} one {One person is here.} other {# people are here.}}'),
  signers: message('rituals.signers', '{count, plural, =0 {Nobody has signed yet.} one {One person has signed.} other {# people have signed.}}'),
  took: message('rituals.took', '{count, plural, =0 {Nobody took part.} one {One person took part.} other {# people took part.}}'),
  signedBy: message('rituals.signedBy', 'Signed by {names}{more, plural, =0 {} one { and one other} other { and # others}}.'),
  acted: message('rituals.actedOf', '{isWhole, select, true {{act, select, ribbon {The ribbon is cut. {done, number} of {all, number} cut it together.} candle {The candles burn, {done, number} of {all, number}.} other {The stones lie together, {done, number} of {all, number}.}}} other {{act, select, ribbon {{done, number} of {all, number} have cut the ribbon.} candle {{done, number} of {all, number} have lit a candle.} other {{done, number} of {all, number} have added a stone.}}}}'),
} as const;

/** What stands on the sheet of a ritual above its names: how many they are. */
export const sheetLine = (words: Words, { sheet, people }: Pick<Ceremony, 'sheet' | 'people'>): string => {
  if (!sheet) return '';
  const count = sheet.of === 'closing' ? people : sheet.names.length;
  return words({ coming: ceremonyWords.here, signing: ceremonyWords.signers, closing: ceremonyWords.took }[sheet.of], { count });
};
