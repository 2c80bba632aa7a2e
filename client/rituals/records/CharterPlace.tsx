import { useState } from 'react';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { useSelected } from '#client/net/store.ts';
import places from '#client/place/Places.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { charterOf } from './charter.ts';
import { record, records as say } from './records.words.ts';

/** The charter among the places of the Commons: what it is called, who signed it, and all of its words. */
export default function CharterPlace() {
  const words = useWords();
  const page = useSelected(charterOf(useVisit().hearth), (state) => state.page);
  const [isOpen, setOpen] = useState(false);
  if (!page) return null;
  const { charter, language, signed, isMine } = page;
  const title = words(record.charter, { title: charter.title, version: charter.version });
  const signers = words(say.signedBy, { count: signed.length, names: words.list(signed) });
  return (
    <>
      <div className={places.place}>
        <div className={places.text}>
          <h3>{words(say.charterTitle)}</h3>
          <p className={places.about}><span lang={language}>{title}</span>. {words(say.signedCount, { count: signed.length })} {isMine && words(say.youSigned)}</p>
        </div>
        <Button onPress={() => setOpen(true)}>{words(say.readIt)}</Button>
      </div>
      {isOpen && (
        <Dialog title={words(say.charterTitle)} onClose={() => setOpen(false)}>
          <div className={forms.form} tabIndex={0} role="region" aria-label={words(say.charterTitle)}>
            <div lang={language}>
              <h3>{title}</h3>
              {charter.sections.map(({ heading, text }) => <div key={heading}><h4>{heading}</h4><p>{text}</p></div>)}
            </div>
            <p>{signers}</p>
          </div>
        </Dialog>
      )}
    </>
  );
}
