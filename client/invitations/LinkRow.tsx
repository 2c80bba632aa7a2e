import { useRef, useState } from 'react';
import { whyClosed } from '#shared/invitations/invitation.ts';
import type { InvitationReply } from '#shared/invitations/replies.ts';
import { capabilityOf } from '#shared/registry.ts';
import { useVisit } from '#client/app/context.tsx';
import { copyText } from '#client/app/copyText.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { moderation } from '#client/moderation/moderation.words.ts';
import { Button } from '#client/ui/Button.tsx';
import { invitations as say } from './invitations.words.ts';
import { QrCode } from './QrCode.tsx';

/** One link: what it is for, its code, how long it works, and what one can do with it. */
export function LinkRow({ link, code, onChanged }: { readonly link: InvitationReply; readonly code: string; readonly onChanged: () => void }) {
  const words = useWords();
  const { perform, tell } = useVisit();
  const [scan, setScan] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const close = (): void => {
    // The button goes once the link is closed, and focus must not go with it.
    row.current?.focus();
    void perform('invitation.revoke', { id: link.id }).then(onChanged);
  };
  const closed = whyClosed({ usesLeft: link.usesLeft ?? undefined, expiresAt: link.expiresAt ?? undefined, revokedAt: link.revokedAt ?? undefined }, Date.now());
  const when = link.expiresAt === null ? '' : new Intl.DateTimeFormat(words.tag, { dateStyle: 'medium' }).format(link.expiresAt);
  const state = closed ? words(say.closed) : words(say.open, { uses: link.usesLeft ?? -1, until: link.expiresAt === null ? 'never' : 'set', when });
  const name = link.label || words(say.unnamed);
  const copy = () =>
    copyText(link.link).then(
      () => tell(words(say.copied)),
      () => tell(words(say.copyFailed, { link: link.link })),
    );
  return (
    <li ref={row} tabIndex={-1}>
      <div>
        <p><strong>{name}</strong> {words(moderation[link.standing])} {link.duties.map((duty) => words(moderation[duty])).join(', ')}</p>
        <p>{words(say.code, { code })}, {state}{link.venue !== '' && `, ${words(say.atVenue, { venue: link.venue })}`}</p>
        {scan && <QrCode text={link.link} label={words(say.scanAlt, { code })} />}
      </div>
      {!closed && (
        <div>
          <Button variant="quiet" icon="copy" aria-label={`${words(say.copy)}: ${name}`} onPress={() => void copy()}>{words(say.copy)}</Button>
          <Button variant="quiet" aria-expanded={scan} aria-label={`${words(say.scan)}: ${name}`} onPress={() => setScan(!scan)}>{words(say.scan)}</Button>
          <span data-capability="invitation.revoke" data-target={link.id}>
            <Button variant="quiet" aria-label={`${words(capabilityOf('invitation.revoke').label)}: ${name}`} onPress={close}>{words(capabilityOf('invitation.revoke').label)}</Button>
          </span>
        </div>
      )}
    </li>
  );
}
