import { useEffect, useState } from 'react';
import { timingOf } from '#shared/rituals/asked.ts';
import { MINUTE, openPhase, openStep } from '#shared/rituals/run.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import type { Words } from '#client/app/words.ts';
import { Button } from '#client/ui/Button.tsx';
import { useNarrow } from '#client/ui/Frame.tsx';
import { ceremonyOf, type Ceremony } from './ceremony.ts';
import { Ended } from './Ended.tsx';
import { Picture } from './Picture.tsx';
import styles from './Ritual.module.css';
import { HeardNow } from './HeardNow.tsx';
import { rituals as say } from './rituals.words.ts';
import { Running } from './Running.tsx';
import { actedLine, Together } from './Together.tsx';
import { Turns } from './Turns.tsx';
import { useRitual, type Rite } from './useRitual.ts';
import { YourPart } from './YourPart.tsx';

const TICK = 10_000;

/** R4. Advice, in words; it is never spoken by itself. */
const timeLine = (words: Words, { run }: Rite, at: number): string => {
  const timing = timingOf(run, at);
  if (!timing || run.phase.status === 'paused') return words(say.paused);
  return timing.left < 0 ? words(say.timeOver) : words(say.timeLeft, { minutes: Math.round(timing.left / MINUTE) });
};

/** The ritual of the room: what happens now, what is asked of one, whose turn it is, and how it is run. Both views show this very part. */
export default function RitualPanel() {
  const words = useWords();
  const rite = useRitual();
  const { view } = useVisit();
  const isOverPicture = view === '3d';
  // Over the picture of a phone it would hide the room.
  const narrow = useNarrow();
  const [isFolded, fold] = useState(isOverPicture && narrow);
  if (!rite) return null;
  const { run, setting } = rite;
  const here = openStep(run);
  return (
    <section id="ritual" tabIndex={-1} aria-labelledby="ritual-title" className={ceremonyOf(run, setting)?.isFestive ? `${styles.panel} ${styles.celebrated}` : styles.panel} data-focus-key="ritual">
      <div className={styles.head}>
        <h2 id="ritual-title" lang={run.script.language}>{run.script.title}</h2>
        {here && <span className={styles.step}>{words(say.stepOf, { step: here.at + 1, of: run.script.steps.length })}</span>}
        {isOverPicture && here && <Button variant="quiet" aria-expanded={!isFolded} onPress={() => fold(!isFolded)}>{words(isFolded ? say.more : say.less)}</Button>}
      </div>
      {here ? <Open rite={rite} isFolded={isOverPicture && isFolded} /> : <Ended rite={rite} />}
      {setting.by.rank === 'runs' && openPhase(run) && !(isOverPicture && isFolded) && <Running rite={rite} />}
    </section>
  );
}

/** The page stands in the light of the step, as the 3D room does. */
const useRoomLight = (ceremony: Ceremony | undefined): void => {
  const light = ceremony?.isFestive ? 'festive' : ceremony?.light;
  useEffect(() => {
    if (light === undefined) return undefined;
    const { dataset } = document.documentElement;
    dataset['ritual'] = light;
    return () => void delete dataset['ritual'];
  }, [light]);
};

function Open({ rite, isFolded }: { readonly rite: Rite; readonly isFolded: boolean }) {
  const words = useWords();
  const { tell, hearth, view } = useVisit();
  const { run } = rite;
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK);
    return () => clearInterval(timer);
  }, []);
  const here = openStep(run);
  const ceremony = ceremonyOf(run, rite.setting);
  useRoomLight(view === '2d' ? ceremony : undefined);
  if (!here) return null;
  const isDone = ceremony?.isDone === true;
  // One's own part is there, whatever else is folded away.
  if (isFolded) return <>{isDone ? <p className={styles.name}>{actedLine(words, rite, isDone)}</p> : <p className={styles.name} lang={run.script.language}>{here.step.prompt}</p>}<YourPart rite={rite} /></>;
  const next = run.script.steps[here.at + 1];
  const time = timeLine(words, rite, hearth.now);
  return (
    <>
      {/* Over the 3D picture the room itself shows it. */}
      {view === '2d' && ceremony && <Picture ceremony={ceremony} />}
      <div className={styles.bar} data-step={here.at} aria-hidden="true">{run.script.steps.map((step, at) => <span key={`${at}-${step.name}`} className={at < here.at ? styles.past : at === here.at ? styles.current : undefined} />)}</div>
      <div lang={run.script.language}>
        <p className={styles.name}>{here.step.name}</p>
        {!isDone && <p className={styles.prompt}>{here.step.prompt}</p>}
      </div>
      {isDone && <p className={styles.prompt}>{actedLine(words, rite, isDone)}</p>}
      <HeardNow />
      <YourPart rite={rite} />
      <Together rite={rite} ceremony={ceremony} />
      <Turns rite={rite} />
      <div className={styles.time}>
        <span role="timer" aria-live="off">{time}</span>
        <Button variant="quiet" icon="clock" onPress={() => tell(time)}>{words(say.sayTime)}</Button>
      </div>
      <p className={styles.word}>{next ? words(say.then, { name: next.name, minutes: Math.round(next.minutes) }) : words(say.thenEnds)}</p>
    </>
  );
}
