import { page } from '#client/app/local.words.ts';
import { Notice } from '#client/app/Notice.tsx';
import { refusalWords } from '#client/app/offers.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { entryRefusals } from '#shared/people/entry.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import { CodeField } from './CodeField.tsx';
import styles from './Door.module.css';
import { door as say } from './door.words.ts';
import { FullRoom } from './FullRoom.tsx';
import { shutBy } from './ways.ts';

export interface ShutPageProps {
  readonly refusal: Refusal;
  readonly community: string;
  /** The room that refused; none where the link did. */
  readonly layout?: Layout;
  /** Asks again where that may help. */
  readonly onAgain?: () => void;
  /** Who this browser is all the same, and a way in for them. */
  readonly known?: { readonly name: string; readonly goIn: () => void };
}

/** Stands where one could not come in: what is so, why, and what to do next. */
export default function ShutPage({ refusal, community, layout, onAgain, known }: ShutPageProps) {
  const words = useWords();
  const again = onAgain ?? (() => location.reload());
  if (refusal.code === entryRefusals.full.code && layout) return <FullRoom layout={layout} community={community} onEnter={again} />;
  const { title, way } = shutBy(refusal.code);
  return (
    <Notice title={words(title, { room: layout?.name ?? '' })}>
      <p>{refusalWords(words, refusal)}</p>
      {refusal.code === entryRefusals.banned.code && <p>{words(say.bannedNext, { community })}</p>}
      {known && <Button variant="primary" onPress={known.goIn}>{words(say.continueAs, { name: known.name })}</Button>}
      {way === 'link' && <CodeField />}
      {way !== 'link' && (
        <div className={styles.buttons}>
          {way === 'again' && <Button variant="primary" onPress={again}>{words(page.tryAgain)}</Button>}
          {way === 'reload' && <Button variant="primary" onPress={() => location.reload()}>{words(page.reload)}</Button>}
          {way === 'home' && <Button variant="primary" onPress={() => location.assign('/')}>{words(page.toJoin)}</Button>}
        </div>
      )}
    </Notice>
  );
}
