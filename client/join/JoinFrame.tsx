import { useEffect, useRef, type ReactNode } from 'react';
import type { Message } from '#shared/kernel/message.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Flame } from '#client/ui/Flame.tsx';
import { Frame } from '#client/ui/Frame.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { say } from './join.words.ts';
import styles from './Join.module.css';

export const steps = ['you', 'look', 'view'] as const;
export type Step = (typeof steps)[number];

export interface JoinFrameProps {
  readonly community: string;
  readonly title: Message;
  /** Undefined before the first step, where there is nothing to count. */
  readonly step?: Step;
  readonly side: ReactNode;
  readonly foot: ReactNode;
  readonly onSubmit: () => void;
  /** What went wrong when entering. The region is always there, so that it is heard when filled. */
  readonly trouble: string | undefined;
  readonly children: ReactNode;
}

/** One step of the way in: who you will be at the side, the step with its heading, and the bar to go on. */
export function JoinFrame({ community, title, step, side, foot, onSubmit, trouble, children }: JoinFrameProps) {
  const words = useWords();
  const heading = useHeadingFocus(step);
  return (
    <Frame>
      <main className={styles.join}>
        <div className={styles.side}>
          <p className={styles.brand}><Flame size={2.1} /><b>{community}</b></p>
          {side}
        </div>
        <form
          className={`card ${styles.main}`}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {step && <StepList step={step} />}
          <h1 ref={heading} tabIndex={-1} className={styles.title}>{words(title)}</h1>
          {children}
          <p role="alert" className={styles.trouble}>{trouble}</p>
          {foot && <div className={styles.foot}>{foot}</div>}
        </form>
      </main>
    </Frame>
  );
}

/** Focus goes to the h1 when one's own press changed the step; on arrival it stays where the browser puts it. */
const useHeadingFocus = (step: Step | undefined) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  return heading;
};

function StepList({ step }: { readonly step: Step }) {
  const words = useWords();
  const now = steps.indexOf(step);
  return (
    <ol className={styles.steps} aria-label={words(say.steps)} role="list">
      {steps.map((one, at) => (
        <li key={one} aria-current={at === now ? 'step' : undefined} className={at === now ? styles.now : at < now ? styles.done : undefined}>
          <span className={styles.number} aria-hidden="true">{at < now ? <Icon name="check" size={1} /> : at + 1}</span>
          <span className={styles.stepName}>
            {words(say[one])}
            {at < now && <span className="visually-hidden">{words(say.stepDone)}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
