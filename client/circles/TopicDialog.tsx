import { useState } from 'react';
import { circleOf } from '#shared/circles/circles.rules.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { moderation } from '#client/moderation/moderation.words.ts';
import styles from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { circles as say } from './circles.words.ts';

/** Says what one's circle is about. */
export default function TopicDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { hearth, perform } = useVisit();
  const [topic, setTopic] = useState(() => {
    const { you } = hearth.store.current;
    return (you && circleOf(hearth.view, you)?.topic) ?? '';
  });
  return (
    <Dialog title={words(say.topicTitle)} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void perform('circle.topic', { topic });
        }}
      >
        <TextField label={words(say.topic)} hint={words(say.topicHint)} value={topic} onChange={setTopic} maxLength={40} />
        <div className={styles.foot}>
          <Button onPress={onClose}>{words(moderation.cancel)}</Button>
          <Button type="submit" variant="primary">{words(moderation.save)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
