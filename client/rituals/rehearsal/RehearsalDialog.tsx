import { openStep } from '#shared/rituals/run.ts';
import type { Script } from '#shared/rituals/script.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { ceremonyOf } from '../ceremony.ts';
import { Console } from '../console/Console.tsx';
import { Picture } from '../Picture.tsx';
import styles from '../Ritual.module.css';
import { rituals } from '../rituals.words.ts';
import { Together } from '../Together.tsx';
import { Turns } from '../Turns.tsx';
import { YourPart } from '../YourPart.tsx';
import { RehearsalContext } from './context.ts';
import { rehearsal as say } from './rehearsal.words.ts';
import { useRehearsal } from './useRehearsal.ts';

/** RI42. A script, run alone with companions: the same parts as in the room, in a page that keeps nothing of it. */
export default function RehearsalDialog({ script, onClose }: { readonly script: Script; readonly onClose: () => void }) {
  const words = useWords();
  const { rite, acts, again } = useRehearsal(script);
  const here = openStep(rite.run);
  const ceremony = ceremonyOf(rite.run, rite.setting);
  const title = words(say.title, { title: script.title });
  return (
    <Dialog title={title} size="wide" onClose={onClose}>
      <RehearsalContext value={acts}>
        <div id="rehearsal" className={`${forms.form} ${styles.whole}`} tabIndex={0} role="region" aria-label={title}>
          <p className={forms.means}>{words(here ? say.means : say.over)}</p>
          {here ? (
            <Console rite={rite} columns={1} turns={<Turns rite={rite} />} head={<p className={styles.step}>{words(rituals.stepOf, { step: here.at + 1, of: script.steps.length })}</p>}>
              {ceremony && <Picture ceremony={ceremony} />}
              <div lang={script.language}>
                <h3 className={styles.name}>{here.step.name}</h3>
                <p className={styles.prompt}>{here.step.prompt}</p>
              </div>
              <YourPart rite={rite} />
              <Together rite={rite} ceremony={ceremony} />
            </Console>
          ) : <div><Button variant="primary" onPress={again}>{words(say.again)}</Button></div>}
        </div>
      </RehearsalContext>
    </Dialog>
  );
}
