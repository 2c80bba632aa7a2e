import { useWords } from '#client/app/WordsProvider.tsx';
import Microphone from './Microphone.tsx';
import styles from './MicrophoneBar.module.css';
import { voice as say } from './voice.words.ts';

/** One's microphone above a page that lies over the room: one is heard there still, and sees and ends it here. */
export default function MicrophoneBar() {
  const words = useWords();
  return <section className={styles.bar} aria-label={words(say.bar)}><Microphone /></section>;
}
