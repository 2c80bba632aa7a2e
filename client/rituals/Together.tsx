import type { PersonId } from '#shared/kernel/ids.ts';
import { actsIn, openPart, openStep, participant } from '#shared/rituals/run.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import type { Words } from '#client/app/words.ts';
import styles from './Ritual.module.css';
import type { Ceremony } from './ceremony.ts';
import { ceremonyWords, sheetLine } from './ceremony.words.ts';
import { rituals as say } from './rituals.words.ts';
import { RitualVerb } from './RitualVerb.tsx';
import type { Rite } from './useRitual.ts';

/** More signatures than these are a number. */
const MOST_NAMES = 12;

/** RI12. How many have done what is done together; once it is done, that it is. */
export const actedLine = (words: Words, { run, setting }: Rite, isDone: boolean): string => {
  const [step, part] = [openStep(run)?.step, openPart(run, 'act')];
  if (step?.kind !== 'act' || !part) return '';
  const have = new Set(part.done.map(({ person }) => person));
  const all = have.size + setting.here.filter(({ id, rank }) => actsIn(step, rank) && !have.has(id)).length;
  return words(ceremonyWords.acted, { act: step.act, done: have.size, all, isWhole: String(isDone) });
};

/** What a step holds for everyone to read: the charter and what was asked about it, who was recognised, how many have acted. */
export function Together({ rite: { run, setting }, ceremony }: { readonly rite: Rite; readonly ceremony: Ceremony | undefined }) {
  const words = useWords();
  const here = openStep(run);
  if (!here || !ceremony) return null;
  const { step, part } = here;
  const nameOf = (id: PersonId): string => participant(run, id)?.name ?? '';
  // What all have done stands above, in place of what was asked.
  if (part.kind === 'act') return ceremony.isDone ? null : <p className={styles.outcome}>{actedLine(words, { run, setting }, false)}</p>;
  if (ceremony.sheet?.of === 'coming') return <p className={styles.outcome}>{sheetLine(words, ceremony)}</p>;
  if (part.kind === 'recognition') {
    return (
      <ul className={styles.written}>
        {part.given.filter(({ why }) => why !== '').map(({ id, by, to, why, cheers }) => {
          const about = { by: nameOf(by), name: nameOf(to) };
          return (
            <li key={id}>
              <p>{words(say.recognised, { ...about, why })}</p>
              <p className={styles.word}>{words(say.responses, { count: cheers.length })}</p>
              {to !== setting.by.id && !cheers.includes(setting.by.id) && <RitualVerb id="ritual.respond" payload={{ recognition: id }} variant="quiet" icon="hands-clapping" aria-label={words(say.respondTo, about)} />}
            </li>
          );
        })}
      </ul>
    );
  }
  if (part.kind !== 'pledge' || step.kind !== 'pledge') return null;
  return (
    <>
      <div className={styles.charter} lang={run.script.language}>
        <h3>{step.charter.title}</h3>
        {step.charter.sections.map(({ heading, text }) => <div key={heading}><h4>{heading}</h4><p>{text}</p></div>)}
      </div>
      <p className={styles.outcome}>{sheetLine(words, ceremony)}</p>
      {part.signed.length > 0 && <p className={styles.count}>{words(ceremonyWords.signedBy, { names: words.list(part.signed.slice(0, MOST_NAMES).map(({ person }) => nameOf(person))), more: Math.max(0, part.signed.length - MOST_NAMES) })}</p>}
      {part.questions.some(({ text }) => text !== '') && <><h3>{words(say.questions)}</h3><ul className={styles.written}>{part.questions.filter(({ text }) => text !== '').map(({ person, at, text }) => <li key={`${person}-${at}`}>{nameOf(person)}: {text}</li>)}</ul></>}
    </>
  );
}
