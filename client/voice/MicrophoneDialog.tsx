import { useHearth, usePage, useVisit } from '#client/app/context.tsx';
import { permitNow } from '#client/app/offers.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import form from '#client/moderation/Form.module.css';
import { microphoneOf } from '#shared/voice/microphone.ts';
import { check as say } from './check.words.ts';
import SoundCheck from './SoundCheck.tsx';
import { TroubleSteps } from './TroubleSteps.tsx';

/** Microphone and speakers: why there is none and how to mend it, the check of both, and speaking or listening as equal choices. */
export default function MicrophoneDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { perform, hearth } = useVisit();
  const device = usePage(({ voice }) => voice.device);
  const isUnable = device === 'unable';
  const hasTrouble = device !== 'unasked' && device !== 'ready';
  const isOn = useHearth(({ facts, you }) => you !== undefined && microphoneOf(facts.people.get(you)) === 'on');
  const may = useHearth(() => ({ on: permitNow(hearth.view, hearth.actor, 'voice.on').granted, listen: permitNow(hearth.view, hearth.actor, 'voice.listen').granted }), (a, b) => a.on === b.on && a.listen === b.listen);
  const choose = (id: 'voice.on' | 'voice.listen') => () => {
    onClose();
    void perform(id, {});
  };
  return (
    <Dialog title={words(say.title)} onClose={onClose}>
      <div className={form.form}>
        {hasTrouble && <TroubleSteps trouble={device} />}
        {!isUnable && <SoundCheck isOn={isOn} />}
        {!isUnable && may.on && may.listen && <p className={form.means}>{words(say.equal)}</p>}
        {!isUnable && (may.on || may.listen) && (
          <div className={form.foot}>
            {may.listen && <Button icon="headphones" onPress={choose('voice.listen')}>{words(say.listen)}</Button>}
            {may.on && <Button icon="microphone" onPress={choose('voice.on')}>{words(hasTrouble ? say.again : say.speak)}</Button>}
          </div>
        )}
      </div>
    </Dialog>
  );
}
