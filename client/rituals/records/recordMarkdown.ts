import { MINUTE } from '#shared/rituals/run.ts';
import type { RunRecord, StepRecord } from '#shared/rituals/record.ts';
import type { Words } from '#client/app/words.ts';
import { record as say } from './records.words.ts';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** What would be read as Markdown is not. */
const plain = (text: string): string => oneLine(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

const stepLines = (step: StepRecord, words: Words): readonly string[] => [
  '',
  `## ${plain(step.name)}`,
  '',
  step.leftOut ? words(say.leftOut) : words(say.took, { minutes: Math.round(step.took / MINUTE) }),
  ...(step.charter ? [words(say.charter, { title: plain(step.charter.title), version: step.charter.version })] : []),
  ...(step.charter?.sections.map(({ heading, text }) => `> **${plain(heading)}** ${plain(text)}`) ?? []),
  ...(step.count === undefined ? [] : [words(say.count, { count: step.count })]),
  ...(step.names ?? []).map((name) => `- ${plain(name)}`),
  ...(step.written ?? []).map(({ name, text }) => `- ${plain(name)}: ${plain(text)}`),
  ...(step.recognitions ?? []).map(({ by, to, why, responses }) => `- ${words(say.recognition, { by: plain(by), to: plain(to), why: plain(why), responses })}`),
  ...(step.charter?.questions ?? []).map((text) => `- ? ${plain(text)}`),
];

/** When it was and who ran it, in a sentence. */
export const whenLine = ({ startedAt, endedAt, lead }: Pick<RunRecord, 'startedAt' | 'endedAt' | 'lead'>, words: Words): string =>
  [words(say.when, { at: startedAt, until: endedAt }), ...(lead === '' ? [] : [words(say.ranBy, { lead })])].join(' ');

/** RI20. The record of a run as a page of Markdown, in the reader's language. */
export const recordMarkdown = (record: RunRecord, words: Words): string =>
  [
    `# ${plain(record.title)}`,
    '',
    whenLine({ ...record, lead: plain(record.lead) }, words),
    words(say.who, { count: record.people.length, names: words.list(record.people.map(plain)) }),
    ...(record.balance ? [words(say.balance, record.balance)] : []),
    ...record.steps.flatMap((step) => stepLines(step, words)),
    '',
  ].join('\n');
