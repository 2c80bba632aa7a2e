import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Dialog } from '#client/ui/Dialog.tsx';
import type { CharterPage } from './ask.ts';
import { record, records as say } from './records.words.ts';

/** The community's charter, all of its words, and who signed it. */
export default function CharterDialog({ page: { charter, language, signed }, onClose }: { readonly page: CharterPage; readonly onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog title={words(say.charterTitle)} onClose={onClose}>
      <div className={forms.form} tabIndex={0} role="region" aria-label={words(say.charterTitle)}>
        <div lang={language}>
          <h3>{words(record.charter, { title: charter.title, version: charter.version })}</h3>
          {charter.sections.map(({ heading, text }) => <div key={heading}><h4>{heading}</h4><p>{text}</p></div>)}
        </div>
        <p>{words(say.signedBy, { count: signed.length, names: words.list(signed) })}</p>
      </div>
    </Dialog>
  );
}
