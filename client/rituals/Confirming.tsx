import type { ReactNode } from 'react';
import { FormDialog } from '#client/app/FormDialog.tsx';

export interface ConfirmingProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly act: string;
  readonly not?: string;
  readonly children: ReactNode;
  /** Whether it was done: refused, the question stays. */
  readonly onSubmit: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** A question over another dialog, which has the focus again afterwards, though what asked is gone. */
export function Confirming({ title, act, not, children, onSubmit, onClose }: ConfirmingProps) {
  return <FormDialog title={title} act={act} not={not} onSubmit={() => void onSubmit().then((done) => done && onClose())} onClose={onClose}>{children}</FormDialog>;
}
