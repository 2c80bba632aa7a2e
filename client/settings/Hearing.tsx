import { play } from '#client/announce/earcons.ts';
import { earconWords, heardEarcons } from '#client/announce/earcons.words.ts';
import { changePage, useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Choice, Row, Switch } from './Choice.tsx';
import styles from './Settings.module.css';
import { ambiences, settings, talkKeys, voicesBys, voicesFroms, volumes } from './settings.ts';
import { settings as say } from './settings.words.ts';
import type { SectionProps } from './SettingsDialog.tsx';

export function Hearing({ changes }: SectionProps) {
  const words = useWords();
  const visit = useVisit();
  const { volume, ambience } = changes.now;
  const hasVoice = useHearth(({ facts }) => facts.voice !== '');
  return (
    <>
      {hasVoice && (
        <>
          <Row name={words(say.devices)} means={words(say.devicesMean)}><Button icon="microphone" onPress={() => changePage(visit, { overlay: { kind: 'microphone' } })}>{words(say.check)}</Button></Row>
          <Choice changes={changes} name={words(say.voices)} means={words(say.voicesMean)} here values={volumes} value={changes.now.voices} word={(one) => words(say[`volume_${one}`])} to={(one) => ({ voices: one })} />
          <Choice changes={changes} name={words(say.voicesFrom)} means={words(say.voicesFromMean)} here values={voicesFroms} value={changes.now.voicesFrom} word={(one) => words(say[`voicesFrom_${one}`])} to={(one) => ({ voicesFrom: one })} />
          <Choice changes={changes} name={words(say.voicesBy)} means={words(say.voicesByMean)} here values={voicesBys} value={changes.now.voicesBy} word={(one) => words(say[`voicesBy_${one}`])} to={(one) => ({ voicesBy: one })} />
        </>
      )}
      {hasVoice && (
        <>
          <Switch changes={changes} name={words(say.echoFix)} means={words(say.echoFixMeans)} here value={changes.now.echoFix} to={(echoFix) => ({ echoFix })} />
          <Choice changes={changes} name={words(say.talkKey)} means={words(say.talkKeyMeans)} here values={talkKeys} value={changes.now.talkKey} word={(one) => words(say[`talkKey_${one}`])} to={(one) => ({ talkKey: one })} />
        </>
      )}
      <Switch changes={changes} name={words(say.mono)} means={words(say.monoMeans)} here value={changes.now.mono} to={(mono) => ({ mono })} />
      <Choice changes={changes} name={words(say.sounds)} means={words(say.soundsMean)} here values={volumes} value={volume} word={(one) => words(say[`volume_${one}`])} to={(one) => ({ volume: one })} />
      <Choice changes={changes} name={words(say.ambience)} means={words(say.ambienceMeans)} here values={ambiences} value={ambience} word={(one) => words(say[`volume_${one}`])} to={(one) => ({ ambience: one })} />
      <details className={styles.more}>
        <summary>{words(say.soundList)}</summary>
        <ul className={styles.sounds}>
          {heardEarcons.map((earcon) => (
            <li key={earcon}>
              <Button variant="quiet" icon="speaker-high" refusal={volume === 'off' ? words(say.soundListOff) : undefined} onPress={() => play(earcon, settings.current)}>{words(earconWords[earcon])}</Button>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
