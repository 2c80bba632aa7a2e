import { message } from '#shared/kernel/message.ts';
import { MINUTE } from '#shared/rituals/run.ts';
import type { RunRecord, StepRecord } from '#shared/rituals/record.ts';
import type { Words } from '#client/app/words.ts';

const say = {
  when: message('record.when', 'From {from, date, long}, {from, time, short} to {until, time, short}. {lead} ran it.'),
  who: message('record.who', '{count, plural, one {One person was} other {# people were}} there: {names}.'),
  balance: message('record.balance', 'The quarter of {speakers, number} people that spoke most had {most, number} % of the time.'),
  took: message('record.took', '{minutes, plural, =0 {Less than a minute} one {# minute} other {# minutes}}'),
  leftOut: message('record.leftOut', 'left out'),
  count: message('record.count', '{count, plural, =0 {Nobody took part.} one {One person took part.} other {# people took part.}}'),
  charter: message('record.charter', '{title}, version {version, number}'),
  recognition: message('record.recognition', '{by} recognised {to}: {why} ({responses, plural, =0 {no responses} one {# response} other {# responses}})'),
} as const;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** What would be read as Markdown is not. */
const plain = (text: string): string => oneLine(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

const stepLines = (step: StepRecord, words: Words): readonly string[] => [
  '',
  `## ${plain(step.name)}`,
  '',
  step.leftOut ? words(say.leftOut) : words(say.took, { minutes: Math.round(step.took / MINUTE) }),
  ...(step.charter ? [words(say.charter, { title: plain(step.charter.title), version: step.charter.version })] : []),
  ...(step.count === undefined ? [] : [words(say.count, { count: step.count })]),
  ...(step.names ?? []).map((name) => `- ${plain(name)}`),
  ...(step.written ?? []).map(({ name, text }) => `- ${plain(name)}: ${plain(text)}`),
  ...(step.recognitions ?? []).map(({ by, to, why, responses }) => `- ${words(say.recognition, { by: plain(by), to: plain(to), why: plain(why), responses })}`),
  ...(step.charter?.questions ?? []).map((text) => `- ? ${plain(text)}`),
];

/** RI20. The record of a run as a page of Markdown, in the reader's language. */
export const recordMarkdown = (record: RunRecord, words: Words): string =>
  [
    `# ${plain(record.title)}`,
    '',
    words(say.when, { from: record.startedAt, until: record.endedAt, lead: plain(record.lead) }),
    words(say.who, { count: record.people.length, names: words.list(record.people.map(plain)) }),
    ...(record.balance ? [words(say.balance, record.balance)] : []),
    ...record.steps.flatMap((step) => stepLines(step, words)),
    '',
  ].join('\n');
