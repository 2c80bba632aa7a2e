import { useEffect, useState } from 'react';
import { fragmentOf } from '#shared/place/spot.ts';
import { useVisit } from '#client/app/context.tsx';
import { copyText } from '#client/app/copyText.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import styles from '#client/moderation/Form.module.css';
import { moderation } from '#client/moderation/moderation.words.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { place as say } from './place.words.ts';

/** A link to where one stands, to be passed on. It lets nobody in who may not come in. */
export default function SpotDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { hearth, perform, tell } = useVisit();
  const [link] = useState(() => {
    const { you } = hearth.store.current;
    const pose = you && hearth.view.poseOf(you);
    return `${location.origin}/r/${hearth.layout.id}${pose ? `#${fragmentOf(pose)}` : ''}`;
  });
  useEffect(() => void perform('place.link', {}), []);
  const copy = () =>
    copyText(link).then(
      () => tell(words(say.copied)),
      () => tell(words(say.notCopied)),
    );
  return (
    <Dialog title={words(say.linkTitle)} onClose={onClose}>
      <div className={styles.form}>
        <TextField label={words(say.link)} hint={words(say.linkHint)} value={link} onChange={() => undefined} />
        <div className={styles.foot}>
          <Button onPress={onClose}>{words(moderation.cancel)}</Button>
          <Button variant="primary" icon="copy" onPress={() => void copy()}>{words(say.copy)}</Button>
        </div>
      </div>
    </Dialog>
  );
}
