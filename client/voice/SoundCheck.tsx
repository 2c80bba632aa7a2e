import { useEffect, useState } from 'react';
import { useWords } from '#client/app/WordsProvider.tsx';
import { sameContent, useSelected } from '#client/net/store.ts';
import { changeSettings, settings } from '#client/settings/settings.ts';
import { Button } from '#client/ui/Button.tsx';
import { Select } from '#client/ui/Select.tsx';
import { check as say } from './check.words.ts';
import { playChime } from './chime.ts';
import { audioDevices, canChooseSpeaker, noDevices, type AudioDevice } from './devices.ts';
import styles from './SoundCheck.module.css';
import { TroubleSteps } from './TroubleSteps.tsx';
import { useMicrophoneTest } from './useMicrophoneTest.ts';

/** Whether one is heard and hears, and through which microphone and speakers. It acts at once, on what this browser keeps. `isOn`: one's microphone is on meanwhile, so that others hear what one says into it. */
export default function SoundCheck({ isOn = false }: { readonly isOn?: boolean }) {
  const words = useWords();
  const { test, meter, begin, end } = useMicrophoneTest();
  const { microphone, speaker, mono } = useSelected(settings, ({ microphone, speaker, mono }) => ({ microphone, speaker, mono }), sameContent);
  const { microphones, speakers } = useDevices(test.state === 'hears');
  const [chime, setChime] = useState<'chimeMeans' | 'chiming' | 'chimed'>('chimeMeans');
  const isTesting = test.state === 'asking' || test.state === 'hears';
  const said = test.state === 'hears' ? say[test.verdict] : test.state === 'asking' ? say.asking : isOn ? say.heard : say.idle;
  const play = () => {
    setChime('chiming');
    void playChime(speaker, mono).catch(() => undefined).then(() => setChime('chimed'));
  };
  return (
    <div className={styles.check}>
      <section>
        <Choose
          label={words(say.microphone)}
          devices={microphones}
          value={microphone}
          onChoose={(id) => {
            changeSettings({ microphone: id });
            if (isTesting) begin();
          }}
        />
        <div className={styles.line}>
          <Button icon="microphone" onPress={isTesting ? end : begin}>{words(isTesting ? say.stop : say.start)}</Button>
          <span ref={meter} className={test.state === 'hears' ? `${styles.meter} ${styles[test.verdict]}` : styles.meter} aria-hidden="true"><span /></span>
        </div>
        {/* It changes at most once in some seconds, so that it can be listened to. */}
        <p role="status" className={styles.said}>{test.state !== 'trouble' && words(said)}</p>
        <div role="alert">{test.state === 'trouble' && <TroubleSteps trouble={test.trouble} />}</div>
      </section>
      <section>
        {canChooseSpeaker() ? <Choose label={words(say.speakers)} devices={speakers} value={speaker} onChoose={(id) => changeSettings({ speaker: id })} /> : <p className={styles.said}>{words(say.noSpeakers)}</p>}
        <div className={styles.line}><Button icon="speaker-high" onPress={play}>{words(say.chime)}</Button></div>
        <p role="status" className={styles.said}>{words(say[chime])}</p>
      </section>
    </div>
  );
}

/** They have names once a microphone was allowed, and change as one plugs something in. */
const useDevices = (isAllowed: boolean) => {
  const [devices, setDevices] = useState(noDevices);
  useEffect(() => {
    let isShown = true;
    const there = navigator.mediaDevices as MediaDevices | undefined;
    const look = () => void audioDevices(there).then((found) => isShown && setDevices(found));
    look();
    there?.addEventListener('devicechange', look);
    return () => {
      isShown = false;
      there?.removeEventListener('devicechange', look);
    };
  }, [isAllowed]);
  return devices;
};

/** One that was chosen is still chosen where it is unplugged, or has no name yet. */
function Choose({ label, devices, value, onChoose }: { readonly label: string; readonly devices: readonly AudioDevice[]; readonly value: string; readonly onChoose: (id: string) => void }) {
  const words = useWords();
  const unseen = value === '' || devices.some((device) => device.id === value) ? [] : [{ value, label: words(say.chosenBefore) }];
  return <Select label={label} value={value} options={[{ value: '', label: words(say.asComputer) }, ...unseen, ...devices.map(({ id, name }) => ({ value: id, label: name }))]} onChange={onChoose} />;
}
