import { play } from '#client/announce/earcons.ts';
import { earconWords, heardEarcons } from '#client/announce/earcons.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Choice } from './Choice.tsx';
import styles from './Settings.module.css';
import { ambiences, volumes } from './settings.ts';
import { settings as say } from './settings.words.ts';
import type { SectionProps } from './SettingsDialog.tsx';

export function Hearing({ changes }: SectionProps) {
  const words = useWords();
  const { volume, ambience } = changes.now;
  return (
    <>
      <Choice changes={changes} name={words(say.sounds)} means={words(say.soundsMean)} here values={volumes} value={volume} word={(one) => words(say[`volume_${one}`])} to={(one) => ({ volume: one })} />
      <Choice changes={changes} name={words(say.ambience)} means={words(say.ambienceMeans)} here values={ambiences} value={ambience} word={(one) => words(say[`volume_${one}`])} to={(one) => ({ ambience: one })} />
      <details className={styles.more}>
        <summary>{words(say.soundList)}</summary>
        <ul className={styles.sounds}>
          {heardEarcons.map((earcon) => (
            <li key={earcon}>
              <Button variant="quiet" icon="speaker-high" refusal={volume === 'off' ? words(say.soundListOff) : undefined} onPress={() => play(earcon, volume)}>{words(earconWords[earcon])}</Button>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
