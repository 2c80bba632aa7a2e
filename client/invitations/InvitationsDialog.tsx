import { useEffect, useState } from 'react';
import { showCode } from '#shared/invitations/invitation.ts';
import { invitationsReply, type InvitationReply } from '#shared/invitations/replies.ts';
import { outranks, type Duty } from '#shared/people/standing.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Duties } from '#client/moderation/StandingDialog.tsx';
import styles from '#client/moderation/Form.module.css';
import { moderation } from '#client/moderation/moderation.words.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { invitations as say } from './invitations.words.ts';
import { LinkRow } from './LinkRow.tsx';

const DAY = 86_400_000;
const uses = { once: 1, ten: 10, always: null } as const;
const lengths = { day: DAY, month: 30 * DAY, forever: null } as const;
const kinds = { guest: say.guests, member: say.members, steward: say.stewards } as const;
const idsOf = <T extends object>(table: T): readonly (keyof T & string)[] => Object.keys(table) as (keyof T & string)[];

/** Makes links, and shows those there are with what they make people and whether they still work. */
export default function InvitationsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { hearth, ask, perform } = useVisit();
  const [links, setLinks] = useState<readonly InvitationReply[]>();
  const [label, setLabel] = useState('');
  const [venue, setVenue] = useState('');
  const [standing, setStanding] = useState<keyof typeof kinds>('guest');
  const [often, setOften] = useState<keyof typeof uses>('always');
  const [lasts, setLasts] = useState<keyof typeof lengths>('month');
  const [duties, setDuties] = useState<readonly Duty[]>([]);
  const fetchLinks = async () => setLinks(invitationsReply.safeParse(await ask('invitation.list', {})).data);
  useEffect(() => void fetchLinks(), []);
  const mine = hearth.actor?.standing ?? 'guest';
  const make = async () => {
    if (await perform('invitation.make', { label, venue, standing, duties: [...duties], uses: uses[often], lasts: lengths[lasts] })) setLabel('');
    await fetchLinks();
  };
  return (
    <Dialog title={words(say.title)} size="wide" onClose={onClose}>
      <div className={styles.form}>
        <form
          data-capability="invitation.make"
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
          className={styles.make}
        >
          <TextField label={words(say.label)} hint={words(say.labelHint)} value={label} onChange={setLabel} maxLength={60} />
          <TextField label={words(say.venue)} aside={words(say.optional)} hint={words(say.venueHint)} value={venue} onChange={setVenue} maxLength={40} />
          <Segmented label={words(say.makes)} options={idsOf(kinds).filter((id) => outranks(mine, id)).map((id) => ({ id, label: words(kinds[id]) }))} value={standing} onChange={setStanding} />
          <Segmented label={words(say.uses)} options={idsOf(uses).map((id) => ({ id, label: words(say[id]) }))} value={often} onChange={setOften} />
          <Segmented label={words(say.lasts)} options={idsOf(lengths).map((id) => ({ id, label: words(say[id]) }))} value={lasts} onChange={setLasts} />
          <Duties chosen={duties} onChange={setDuties} />
          <div><Button type="submit" variant="primary">{words(say.make)}</Button></div>
        </form>
        <h3>{words(say.list)}</h3>
        {!links && <p>{words(moderation.loading)}</p>}
        {links?.length === 0 && <p>{words(say.none)}</p>}
        <ul className={styles.list}>
          {links?.map((link) => <LinkRow key={link.id} link={link} code={showCode(link.code)} onChanged={() => void fetchLinks()} />)}
        </ul>
      </div>
    </Dialog>
  );
}
