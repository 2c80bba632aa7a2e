import { useId } from 'react';
import type { RunRecord, StepRecord } from '#shared/rituals/record.ts';
import { MINUTE } from '#shared/rituals/run.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import styles from './Record.module.css';
import { whenLine } from './recordMarkdown.ts';
import { record as say, records } from './records.words.ts';

/** RI20. What is left of a ritual, to be read: headings and lists, in the order in which it was held. */
export function Record({ record, isPage = false }: { readonly record: RunRecord; /** It has a page of its own, whose heading is its title. */ readonly isPage?: boolean }) {
  const words = useWords();
  const id = useId();
  return (
    <article className={styles.record} aria-labelledby={id}>
      {isPage ? <h1 id={id} tabIndex={-1} lang={record.language}>{record.title}</h1> : <h3 id={id} lang={record.language}>{record.title}</h3>}
      <p>{whenLine(record, words)}</p>
      <p>{words(say.who, { count: record.people.length, names: words.list(record.people) })}</p>
      {record.balance && <p>{words(say.balance, record.balance)}</p>}
      <ol className={styles.steps} aria-label={words(records.steps)}>
        {record.steps.map((step, at) => <li key={at} className={styles[step.kind]}><Step step={step} language={record.language} isPage={isPage} /></li>)}
      </ol>
    </article>
  );
}

function Step({ step, language, isPage }: { readonly step: StepRecord; readonly language: string; readonly isPage: boolean }) {
  const words = useWords();
  // Under the title's own level.
  const [Title, Part] = isPage ? (['h2', 'h3'] as const) : (['h4', 'h5'] as const);
  const { names = [], written = [], recognitions = [], charter } = step;
  return (
    <>
      <Title lang={language} className={styles.title}>{step.name}</Title>
      <p className={styles.word}>
        {step.leftOut ? words(say.leftOut) : words(say.took, { minutes: Math.round(step.took / MINUTE) })}
        {step.count !== undefined && `. ${words(say.count, { count: step.count })}`}
      </p>
      {charter && (
        <details lang={language}>
          <summary><span>{words(records.readCharter)}</span>: {words(say.charter, { title: charter.title, version: charter.version })}</summary>
          {charter.sections.map(({ heading, text }) => <div key={heading}><Part className={styles.part}>{heading}</Part><p>{text}</p></div>)}
        </details>
      )}
      {names.length > 0 && <ul className={styles.names}>{names.map((name, at) => <li key={at}>{name}</li>)}</ul>}
      {written.length > 0 && <ul className={styles.said}>{written.map(({ name, text }, at) => <li key={at}><strong>{name}</strong> {text}</li>)}</ul>}
      {recognitions.length > 0 && <ul className={styles.said}>{recognitions.map((one, at) => <li key={at}>{words(say.recognition, one)}</li>)}</ul>}
      {charter && charter.questions.length > 0 && <><Part className={styles.part}>{words(records.questions)}</Part><ul className={styles.said}>{charter.questions.map((text, at) => <li key={at}>{text}</li>)}</ul></>}
    </>
  );
}
