import { usePage, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import form from '#client/moderation/Form.module.css';
import styles from './Microphone.module.css';
import { voice as say } from './voice.words.ts';

/** Why there is no microphone, the steps to mend it, and listening as an equal choice. */
export default function MicrophoneDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { perform } = useVisit();
  const device = usePage(({ voice }) => voice.device);
  const why = device === 'missing' ? say.missingWhy : device === 'gone' ? say.goneWhy : device === 'insecure' ? say.insecureWhy : say.blockedWhy;
  const choose = (id: 'voice.on' | 'voice.listen') => () => {
    onClose();
    void perform(id, {});
  };
  return (
    <Dialog title={words(say.title)} onClose={onClose}>
      <div className={form.form}>
        <p>{words(why)}</p>
        {device === 'blocked' && <ol className={styles.steps}>{[say.step1, say.step2, say.step3].map((step) => <li key={step.id}>{words(step)}</li>)}</ol>}
        <div className={form.foot}>
          <Button onPress={choose('voice.listen')} icon="headphones">{words(say.listen)}</Button>
          <Button variant="primary" onPress={choose('voice.on')}>{words(say.again)}</Button>
        </div>
      </div>
    </Dialog>
  );
}
