import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { timingOf } from '#shared/rituals/asked.ts';
import { MINUTE, openPhase, openStep } from '#shared/rituals/run.ts';
import { usePage, useVisit } from '#client/app/context.tsx';
import { device } from '#client/app/device.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import type { Words } from '#client/app/words.ts';
import { Button } from '#client/ui/Button.tsx';
import { useNarrow } from '#client/ui/Frame.tsx';
import { ceremonyOf, type Ceremony } from './ceremony.ts';
import { Console } from './console/Console.tsx';
import { desk } from './console/console.words.ts';
import { useColumns } from './console/useColumns.ts';
import { Ended } from './Ended.tsx';
import { Picture } from './Picture.tsx';
import styles from './Ritual.module.css';
import { HeardNow } from './HeardNow.tsx';
import { rituals as say } from './rituals.words.ts';
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

/** The clock of an open step is read anew now and then. */
const useTicks = (): void => {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK);
    return () => clearInterval(timer);
  }, []);
};

/** The ritual of the room: what happens now, what is asked of one, whose turn it is, and how it is run. Both views show this very part. */
export default function RitualPanel() {
  const words = useWords();
  const rite = useRitual();
  const { view } = useVisit();
  const is3d = view === '3d';
  const narrow = useNarrow();
  const isWelcomed = usePage(({ welcome }) => welcome === undefined);
  // Over the picture of a phone it would hide the room, and under the welcome there is room for no more.
  const [isLow, lower] = useState(is3d && (narrow || !isWelcomed));
  const [isWide, setWide] = useState(device.ritualWide);
  const panel = useRef<HTMLElement>(null);
  const columns = useColumns(panel);
  useTicks();
  const ceremony = rite && ceremonyOf(rite.run, rite.setting);
  useRoomLight(is3d ? undefined : ceremony);
  if (!rite) return null;
  const { run, setting } = rite;
  const here = openStep(run);
  const isFolded = is3d && isLow;
  const runs = setting.by.rank === 'runs' && openPhase(run) !== undefined && !isFolded;
  const widen = (): void => {
    device.ritualWide = !isWide;
    setWide(!isWide);
  };
  // Its button may stand in another place then, and keeps the focus.
  const resize = (): void => {
    flushSync(() => lower(!isLow));
    document.getElementById('ritual-size')?.focus();
  };
  const head = (
    <div className={styles.head}>
      <div className={styles.titled}>
        <h2 id="ritual-title" lang={run.script.language}>{run.script.title}</h2>
        {here && <span className={styles.step}>{words(say.stepOf, { step: here.at + 1, of: run.script.steps.length })}</span>}
      </div>
      {is3d && here && (
        <span className={styles.sizes}>
          {runs && !narrow && <Button variant="quiet" onPress={widen}>{words(isWide ? desk.narrow : desk.widen)}</Button>}
          <span className={isFolded ? undefined : styles.down}><Button id="ritual-size" variant="quiet" icon="arrow-up" iconOnly aria-label={words(isFolded ? say.more : say.less)} aria-expanded={!isFolded} onPress={resize} /></span>
        </span>
      )}
    </div>
  );
  return (
    <section
      ref={panel} id="ritual" tabIndex={-1} aria-labelledby="ritual-title" data-focus-key="ritual" className={ceremony?.isFestive ? `${styles.panel} ${styles.celebrated}` : styles.panel}
      data-console={runs ? (isWide || !is3d ? 'wide' : 'narrow') : undefined} data-sheet={is3d ? (isFolded ? 'low' : 'tall') : undefined}
    >
      {!runs && head}
      {!here && <Ended rite={rite} />}
      {here && isFolded && <Low rite={rite} ceremony={ceremony} />}
      {here && !isFolded && !runs && <><Now rite={rite} ceremony={ceremony} /><Turns rite={rite} /><Time rite={rite} /></>}
      {here && runs && <Console rite={rite} columns={columns} head={head} turns={<Turns rite={rite} />}><Now rite={rite} ceremony={ceremony} /></Console>}
    </section>
  );
}

interface NowProps {
  readonly rite: Rite;
  readonly ceremony: Ceremony | undefined;
}

/** One's own part is there, and first, whatever else is folded away. */
function Low({ rite, ceremony }: NowProps) {
  const words = useWords();
  const { run } = rite;
  return <><YourPart rite={rite} /><p className={styles.name} lang={run.script.language}>{ceremony?.isDone ? actedLine(words, rite, true) : openStep(run)?.step.prompt}</p></>;
}

function Now({ rite, ceremony }: NowProps) {
  const words = useWords();
  const { view } = useVisit();
  // In a sheet over a phone's picture what is asked of one is in sight before all else.
  const isAskedFirst = useNarrow() && view === '3d';
  const { run } = rite;
  const here = openStep(run);
  const isDone = ceremony?.isDone === true;
  if (!here) return null;
  return (
    <>
      {isAskedFirst && <YourPart rite={rite} />}
      {/* Over the 3D picture the room itself shows it. */}
      {view === '2d' && ceremony && <Picture ceremony={ceremony} />}
      <div className={styles.bar} data-step={here.at} aria-hidden="true">{run.script.steps.map((step, at) => <span key={`${at}-${step.name}`} className={at < here.at ? styles.past : at === here.at ? styles.current : undefined} />)}</div>
      <div lang={run.script.language}>
        <p className={styles.name}>{here.step.name}</p>
        {!isDone && <p className={styles.prompt}>{here.step.prompt}</p>}
      </div>
      {isDone && <p className={styles.prompt}>{actedLine(words, rite, isDone)}</p>}
      <HeardNow />
      {!isAskedFirst && <YourPart rite={rite} />}
      <Together rite={rite} ceremony={ceremony} />
    </>
  );
}

/** The time that is advised, and what comes then. */
function Time({ rite }: Pick<NowProps, 'rite'>) {
  const words = useWords();
  const { tell, hearth } = useVisit();
  const { run } = rite;
  const time = timeLine(words, rite, hearth.now);
  const next = run.script.steps[(openStep(run)?.at ?? 0) + 1];
  return (
    <>
      <div className={styles.time}>
        <span role="timer" aria-live="off">{time}</span>
        <Button variant="quiet" icon="clock" onPress={() => tell(time)}>{words(say.sayTime)}</Button>
      </div>
      <p className={styles.word}>{next ? words(say.then, { name: next.name, minutes: Math.round(next.minutes) }) : words(say.thenEnds)}</p>
    </>
  );
}
