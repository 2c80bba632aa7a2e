import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { useIsRehearsal } from '../rehearsal/context.ts';
import { rituals } from '../rituals.words.ts';
import { RitualVerb } from '../RitualVerb.tsx';
import type { Rite } from '../useRitual.ts';
import styles from './Console.module.css';
import { desk as say } from './console.words.ts';
import type { Conduct } from './useConduct.ts';

/** More who may run it than these are chosen from. */
const MOST_NAMED = 2;

/** Whose the ritual is, its plan, and its end. */
export function Tools({ rite: { run, setting }, conduct: { ask } }: { readonly rite: Rite; readonly conduct: Conduct }) {
  const words = useWords();
  const isRehearsal = useIsRehearsal();
  const leadIsHere = setting.here.some(({ id }) => id === run.lead);
  const others = setting.here.filter(({ id, rank }) => rank === 'runs' && id !== run.lead);
  const [first] = others;
  return (
    <div className={styles.tools}>
      {run.lead !== setting.by.id && !leadIsHere && <RitualVerb id="ritual.takeOver" payload={{}} />}
      {leadIsHere && others.length <= MOST_NAMED && others.map(({ id, name }) => <RitualVerb key={id} id="ritual.handOver" payload={{ person: id }} icon="arrow-u-up-left">{words(rituals.handOverTo, { name })}</RitualVerb>)}
      {leadIsHere && first && others.length > MOST_NAMED && <RitualVerb id="ritual.handOver" payload={{ person: first.id }} icon="arrow-u-up-left" opens={() => ask('handOver')}>{words(say.handOver)}</RitualVerb>}
      {!isRehearsal && <Button icon="note-pencil" onPress={() => ask('plan')}>{words(say.plan)}</Button>}
      <RitualVerb id="ritual.end" payload={{ leaving: run.people.map(({ id }) => id) }} variant="danger" opens={() => ask('end')} />
    </div>
  );
}

/** Who runs it, as whoever may run it reads it. */
export function LeadLine({ rite: { run, setting } }: { readonly rite: Rite }) {
  const words = useWords();
  const name = run.people.find(({ id }) => id === run.lead)?.name ?? '';
  const others = setting.here.filter(({ id, rank }) => rank === 'runs' && id !== run.lead).map((one) => one.name);
  if (run.lead !== setting.by.id) return <p className={styles.lead}>{words(setting.here.some(({ id }) => id === run.lead) ? rituals.runs : rituals.waits, { name })}</p>;
  return <p className={styles.lead}><span>{words(rituals.youRun)}</span>{others.length > 0 && ` ${words(say.canTakeOver, { names: words.list(others) })}`}</p>;
}
