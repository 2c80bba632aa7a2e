import { useWords } from '#client/app/WordsProvider.tsx';
import { palette as say } from './palette.words.ts';

/** A capability's keys: the leader, then its own. Heard in words, for many screen readers leave a full stop out. */
export function LeaderKeys({ shortcut }: { readonly shortcut: string }) {
  const words = useWords();
  return (
    <>
      <kbd aria-hidden="true">{words(say.keys, { key: shortcut })}</kbd>
      <span className="visually-hidden">{words(say.keysSpoken, { key: shortcut })}</span>
    </>
  );
}
