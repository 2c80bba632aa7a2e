import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { plan as say } from './plan.words.ts';

export interface LeaveDialogProps {
  readonly title: string;
  readonly saveLabel: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly onDrop: () => void;
  readonly onSave: () => void;
}

/** RI36. What becomes of changes that are not saved. */
export function LeaveDialog({ title, saveLabel, onStay, onLeave, onDrop, onSave }: LeaveDialogProps) {
  const words = useWords();
  return (
    <Dialog title={words(say.leaveTitle, { title })} onClose={onStay}>
      <div className={forms.form}>
        <p>{words(say.leaveMeans)}</p>
        <div className={forms.foot}>
          <Button onPress={onStay}>{words(say.goOn)}</Button>
          <Button variant="danger" onPress={onDrop}>{words(say.drop)}</Button>
          <Button onPress={onLeave}>{words(say.leaveKept)}</Button>
          <Button variant="primary" onPress={onSave}>{saveLabel}</Button>
        </div>
      </div>
    </Dialog>
  );
}
