import { changePage, useHearth, useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { permitNow } from '#client/app/offers.ts';
import { Verb } from '#client/app/Verb.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { sameContent } from '#client/net/store.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './AroundYou.module.css';
import { around as say } from './around.words.ts';

/** Nobody else is here: where people are, and what one may do meanwhile. */
export function EmptyRoom() {
  const words = useWords();
  const visit = useVisit();
  const { layout } = visit.hearth;
  const lively = useHearth(({ facts }) => layout.portals.flatMap(({ id, to, name: called }) => {
    const { name = called, count = 0, cap = 0 } = facts.elsewhere.get(to) ?? {};
    return count > 0 && count < cap ? [{ portal: id, name, count }] : [];
  }).toSorted((a, b) => b.count - a.count), sameContent);
  const mayInvite = useHearth(() => visit.hearth.actor !== undefined && permitNow(visit.hearth.view, visit.hearth.actor, 'invitation.list').granted);
  const [first, second] = lively;
  return (
    <div className={styles.nobody}>
      <p>
        {words(say.nobody, { lit: layout.objects.some(({ kind }) => kind === 'hearth') ? 'yes' : 'no' })}{' '}
        {first && words(say.lively, { room: first.name, count: first.count, others: second ? 'yes' : 'no', other: second?.name ?? '', more: second?.count ?? 0 })}{' '}
        {words(first ? say.orStay : say.stay)}
      </p>
      {(first !== undefined || mayInvite) && (
        <div className={styles.ways}>
          {first && <Verb key={first.portal} id="portal.enter" payload={{ portal: first.portal }} target={first.portal} icon="footprints">{words(page.goThrough, { room: first.name })}</Verb>}
          {mayInvite && <Button icon="link-simple" aria-haspopup="dialog" onPress={() => changePage(visit, { overlay: { kind: 'invitations' } })}>{words(page.invite)}</Button>}
        </div>
      )}
    </div>
  );
}
