import type { ReactNode } from 'react';
import { capabilityOf, type CapabilityId, type Payload } from '#shared/registry.ts';
import { Button, type ButtonProps } from '#client/ui/Button.tsx';
import { changePage, useVisit } from './context.tsx';
import { permitFor, refusalNow } from './offers.ts';
import { useRoom } from './useRoom.ts';
import { wayOutOf } from './wayOut.ts';
import { useWords } from './WordsProvider.tsx';

export interface VerbProps<Id extends CapabilityId> extends Pick<ButtonProps, 'icon' | 'variant' | 'aria-label' | 'aria-describedby'> {
  readonly id: Id;
  readonly payload: Payload<Id>;
  /** Its opposite with the same payload, in its place while that is possible: one button, so that focus stays. */
  readonly other?: CapabilityId;
  /** Whom or what it is about: an id. */
  readonly target?: string;
  /** Shown in place of the capability's own label. */
  readonly children?: ReactNode;
  /** Leads somewhere before anything is asked of the server: to a dialog. */
  readonly opens?: () => void;
  /** Called once it is done. */
  readonly onDone?: () => void;
}

interface Shown {
  readonly shown: CapabilityId;
  readonly refusal: string | undefined;
}

/** A capability as a button: refused now it stays, and says why. Give it a key where its payload may change. */
export function Verb<const Id extends CapabilityId>({ id, other, payload, target, children, opens, onDone, ...button }: VerbProps<Id>) {
  const words = useWords();
  const visit = useVisit();
  const { shown, refusal } = useRoom((room): Shown => {
    const { actor } = visit.hearth;
    const now = other !== undefined && refusalNow(words, room, actor, other, payload) === undefined ? other : id;
    return { shown: now, refusal: refusalNow(words, room, actor, now, payload) };
  }, { shown: id, refusal: undefined });
  const refused = (reason: string): void => {
    const permit = permitFor(visit.hearth.view, visit.hearth.actor, shown, payload);
    const wayOut = permit.granted ? undefined : wayOutOf(visit.hearth.layout, permit.refusal, payload);
    if (wayOut) changePage(visit, { overlay: wayOut });
    else visit.tell(reason);
  };
  return (
    <span data-capability={shown} data-target={target} data-focus-key={target === undefined ? id : `${id}:${target}`}>
      <Button {...button} refusal={refusal} onRefused={refused} onPress={() => (opens ? opens() : void visit.perform(shown, payload as never).then((done) => done && onDone?.()))}>
        {children ?? words(capabilityOf(shown).label)}
      </Button>
    </span>
  );
}
