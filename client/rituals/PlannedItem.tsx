import type { Plan } from '#shared/rituals/calendar.ts';
import { mayBy } from '#shared/people/standing.ts';
import { ritualCapabilityOf } from '#shared/rituals/ritual.registry.ts';
import { fetchAsMe } from '#client/app/asMe.ts';
import { useVisit } from '#client/app/context.tsx';
import { copyText } from '#client/app/copyText.ts';
import { download, fileName } from '#client/app/download.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import forms from '#client/moderation/Form.module.css';
import { Button } from '#client/ui/Button.tsx';
import { ComingLine } from './ComingLine.tsx';
import { guestAddress } from './guestAddress.ts';
import { draftFrom } from './plan/kept.ts';
import { planned as say } from './planned.words.ts';
import type { OverPlanned } from './PlannedDialog.tsx';
import styles from './Ritual.module.css';
import { TellMe } from './TellMe.tsx';
import { useRuns } from './useRitual.ts';
import type { Sign } from './usePlans.ts';
import { useStart } from './useStart.ts';
import { dayWords } from './when.ts';

export interface PlannedItemProps {
  readonly sign: Sign;
  /** The whole of it, for whoever may run rituals. */
  readonly plan: Plan | undefined;
  readonly isAsked: boolean;
  readonly onOver: (over: OverPlanned) => void;
  readonly onStarted: () => void;
  readonly onChanged: () => void;
}

/** One ritual that has a time, and what one can do about it. */
export function PlannedItem({ sign, plan, isAsked, onOver, onStarted, onChanged }: PlannedItemProps) {
  const words = useWords();
  const visit = useVisit();
  const { hearth, tell, community } = visit;
  const start = useStart(onStarted);
  const runs = useRuns();
  const { id, title, at, room, roomName, minutes, by } = sign;
  const named = (act: string): string => words(say.of, { act, title });
  const copy = (text: string, said: string): Promise<void> => copyText(text).then(() => tell(said), () => tell(words(say.copyFailed, { text })));
  const invite = (): void => void copy(words(say.invitation, { title, when: dayWords(words, at, hearth.now), room: roomName, community, link: `${location.origin}/r/${room}` }), words(say.copied));
  const inviteGuests = async (): Promise<void> => {
    const link = await guestAddress(visit, title, room, at);
    if (link !== undefined) await copy(words(say.invitation, { title, when: dayWords(words, at, hearth.now), room: roomName, community, link }), words(say.guestCopied));
  };
  const takeFile = async (): Promise<void> => {
    try {
      const response = await fetchAsMe(`/api/rituals/${encodeURIComponent(id)}/event.ics`);
      if (!response.ok) throw new Error(String(response.status));
      download(await response.blob(), fileName(title, 'ics', 'ritual'));
    } catch {
      tell(words(say.fileFailed));
    }
  };
  const actor = hearth.actor;
  const label = (act: 'ritual.reschedule' | 'ritual.callOff'): string => words(ritualCapabilityOf(act).label);
  return (
    <li>
      <div className={styles.template}>
        <ComingLine {...sign} now={() => hearth.now} />
        <p className={forms.means}>{words(say.by, { minutes: Math.round(minutes), name: by })}</p>
      </div>
      <div className={styles.verbs}>
        {runs && plan && room === hearth.layout.id && <span data-capability="ritual.start"><Button variant="primary" onPress={() => void start(plan.script, id)}>{words(say.startNow, { title })}</Button></span>}
        <TellMe plan={sign} isAsked={isAsked} onDone={onChanged} />
        <Button variant="quiet" aria-label={named(words(say.toCalendar))} onPress={() => void takeFile()}>{words(say.toCalendar)}</Button>
        <Button variant="quiet" icon="copy" aria-label={named(words(say.copy))} onPress={invite}>{words(say.copy)}</Button>
        {actor && mayBy(actor, 'invitation.make') && <Button variant="quiet" icon="copy" aria-label={named(words(say.guestLink))} onPress={() => void inviteGuests()}>{words(say.guestLink)}</Button>}
        {runs && plan && (
          <>
            <span data-capability="ritual.reschedule"><Button variant="quiet" icon="clock" aria-label={named(label('ritual.reschedule'))} onPress={() => onOver({ at: 'time', plan })}>{words(say.change)}</Button></span>
            <Button variant="quiet" aria-label={named(words(say.changePlan))} onPress={() => onOver({ at: 'edit', from: draftFrom(plan.script, { kind: 'planned', id, revision: plan.revision }) })}>{words(say.changePlan)}</Button>
            <span data-capability="ritual.callOff"><Button variant="quiet" aria-label={named(label('ritual.callOff'))} onPress={() => onOver({ at: 'callOff', plan })}>{label('ritual.callOff')}</Button></span>
          </>
        )}
      </div>
    </li>
  );
}
