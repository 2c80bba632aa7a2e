import { useEffect, useRef, useState } from 'react';
import { auditReply, type AuditReply } from '#shared/invitations/replies.ts';
import { capabilityOf, isCapabilityId, type CapabilityId } from '#shared/registry.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import styles from './Form.module.css';
import { moderation as say } from './moderation.words.ts';

/** Acts of which the reason says what somebody was made, or who comes by a link becomes. */
const made: ReadonlySet<string> = new Set<CapabilityId>(['people.standing', 'invitation.make']);
const named = { guest: say.guest, member: say.member, steward: say.steward, owner: say.owner, facilitator: say.facilitator, captioner: say.captioner, sponsor: say.sponsor };
const isNamed = (name: string): name is keyof typeof named => Object.hasOwn(named, name);

/** What stewards did, and who cannot come in now. */
export default function AuditDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { ask, perform } = useVisit();
  const region = useRef<HTMLDivElement>(null);
  const [list, setList] = useState<AuditReply>();
  const fetchList = async () => setList(auditReply.safeParse(await ask('audit.read', {})).data);
  /** The button that was pressed is gone with its row, and focus must not go with it. */
  const letBack = async (ban: string) => {
    region.current?.focus();
    await perform('people.letBack', { ban });
    await fetchList();
  };
  useEffect(() => void fetchList(), []);
  const when = new Intl.DateTimeFormat(words.tag, { dateStyle: 'medium', timeStyle: 'short' });
  const actOf = (act: string): string => (isCapabilityId(act) ? words(capabilityOf(act).label) : act);
  /** What somebody was made stands there by its names; what somebody wrote as they wrote it. */
  const reasonOf = ({ act, reason }: AuditReply['acts'][number]): string => {
    const names = reason.split(' ');
    return made.has(act) && names.every(isNamed) ? words.list(names.map((name) => words(named[name]))) : reason;
  };
  return (
    <Dialog title={words(say.auditTitle)} size="wide" onClose={onClose}>
      <div ref={region} className={styles.form} tabIndex={0} role="region" aria-label={words(say.auditTitle)}>
        {!list && <p>{words(say.loading)}</p>}
        {list && (
          <>
            <h3>{words(say.bans)}</h3>
            {list.bans.length === 0 && <p>{words(say.noBans)}</p>}
            <ul className={styles.list}>
              {list.bans.map((ban) => (
                <li key={ban.id} data-capability="people.letBack" data-target={ban.id}>
                  <p><strong>{ban.name}</strong> {ban.until === null ? words(say.forever) : words(say.until, { until: ban.until })} {ban.reason}</p>
                  <Button aria-label={`${words(capabilityOf('people.letBack').label)}: ${ban.name}`} onPress={() => void letBack(ban.id)}>{words(capabilityOf('people.letBack').label)}</Button>
                </li>
              ))}
            </ul>
            <h3>{words(say.acts)}</h3>
            {list.acts.length === 0 && <p>{words(say.auditEmpty)}</p>}
            <ol className={styles.list}>
              {list.acts.map((act, index) => (
                <li key={index}>
                  <p><strong>{words(say.auditLine, { name: act.name, act: actOf(act.act) })}</strong> {act.object} {reasonOf(act)}</p>
                  <time dateTime={new Date(act.at).toISOString()}>{when.format(act.at)}</time>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </Dialog>
  );
}
