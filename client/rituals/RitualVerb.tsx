import type { ReactNode } from 'react';
import { ritualCapabilityOf, type RitualCapabilityId, type RitualPayload } from '#shared/rituals/ritual.registry.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button, type ButtonProps } from '#client/ui/Button.tsx';
import { useRitualActs } from './useRitual.ts';

export interface RitualVerbProps<Id extends RitualCapabilityId> extends Pick<ButtonProps, 'icon' | 'variant' | 'aria-label'> {
  readonly id: Id;
  readonly payload: RitualPayload<Id>;
  /** Shown in place of the capability's own label. */
  readonly children?: ReactNode;
  /** Leads to a question before anything is asked of the server. */
  readonly opens?: () => void;
  readonly onDone?: () => void;
}

/** What can be done in a ritual, as a button: refused now it stays, and says why. */
export function RitualVerb<const Id extends RitualCapabilityId>({ id, payload, children, opens, onDone, ...button }: RitualVerbProps<Id>) {
  const words = useWords();
  const { tell } = useVisit();
  const { refusalOf, perform } = useRitualActs();
  return (
    <span data-capability={id} data-focus-key={id}>
      <Button {...button} refusal={refusalOf(id, payload)} onRefused={tell} onPress={() => (opens ? opens() : void perform(id, payload).then((done) => done && onDone?.()))}>
        {children ?? words(ritualCapabilityOf(id).label)}
      </Button>
    </span>
  );
}
