import { useEffect, useRef, useState, type RefObject } from 'react';
import type { VoicePage } from '#client/app/context.tsx';
import { fullness, LoudnessJudge, type Verdict } from './loudness.ts';
import { tests } from './ownLevel.ts';
import { OpenMicrophone, whyNone } from './openMicrophone.ts';

/** How often (ms) it is heard. */
const EVERY = 100;

export type Trouble = Exclude<VoicePage['device'], 'unasked' | 'ready'>;
type MicrophoneTest =
  | { readonly state: 'idle' | 'asking' }
  | { readonly state: 'hears'; readonly verdict: Verdict }
  | { readonly state: 'trouble'; readonly trouble: Trouble };

interface Testing {
  readonly test: MicrophoneTest;
  /** Shows how loud one is, many times a second and without a render: as `--level`, from 0 to 1. */
  readonly meter: RefObject<HTMLElement | null>;
  begin(): void;
  end(): void;
}

/** Listens to a microphone of its own until it is ended, or what shows it is gone: nobody else hears that one. */
export const useMicrophoneTest = (): Testing => {
  const [test, setTest] = useState<MicrophoneTest>({ state: 'idle' });
  const meter = useRef<HTMLElement | null>(null);
  const running = useRef<(() => void) | undefined>(undefined);
  const stop = () => {
    tests.delete(meter);
    running.current?.();
    running.current = undefined;
    meter.current?.style.setProperty('--level', '0');
  };
  const begin = () => {
    stop();
    tests.add(meter);
    const context = new AudioContext();
    let isOver = false;
    let letGo = (): void => undefined;
    running.current = () => {
      isOver = true;
      letGo();
      void context.close();
    };
    const fail = (trouble: Trouble): void => {
      stop();
      setTest({ state: 'trouble', trouble });
    };
    setTest({ state: 'asking' });
    void context.resume();
    OpenMicrophone.open(context, { gone: () => fail('gone'), silenced: () => undefined }).then(
      (microphone) => {
        if (isOver) return microphone.close();
        const judge = new LoudnessJudge();
        const timer = window.setInterval(() => {
          const { level } = microphone;
          meter.current?.style.setProperty('--level', fullness(level).toFixed(2));
          const verdict = judge.take(level, performance.now());
          setTest((before) => (before.state === 'hears' && before.verdict === verdict ? before : { state: 'hears', verdict }));
        }, EVERY);
        letGo = () => {
          clearInterval(timer);
          microphone.close();
        };
        setTest({ state: 'hears', verdict: 'nothing' });
      },
      (error: unknown) => {
        const trouble = whyNone(error);
        if (!isOver && trouble !== 'unasked' && trouble !== 'ready') fail(trouble);
      },
    );
  };
  const end = () => {
    stop();
    setTest({ state: 'idle' });
  };
  useEffect(() => stop, []);
  return { test, meter, begin, end };
};
