import { useWords } from '#client/app/WordsProvider.tsx';
import { browserOf } from './browsers.ts';
import { check as say } from './check.words.ts';
import styles from './SoundCheck.module.css';
import type { Trouble } from './useMicrophoneTest.ts';

const steps = {
  chromium: [say.chromium1, say.chromium2],
  android: [say.android1, say.android2],
  firefox: [say.firefox1, say.firefox2],
  safari: [say.safari1, say.safari2],
  ios: [say.ios1, say.ios2],
} as const;

/** Why there is no microphone, and the steps to mend it in this browser. */
export function TroubleSteps({ trouble }: { readonly trouble: Trouble }) {
  const words = useWords();
  return (
    <div className={styles.trouble}>
      <p>{words(say[trouble])}</p>
      {trouble === 'blocked' && (
        <>
          <ol className={styles.steps}>{[...steps[browserOf(navigator)], say.back].map((step) => <li key={step.id}>{words(step)}</li>)}</ol>
          <p>{words(say.computer)}</p>
        </>
      )}
    </div>
  );
}
