import { useState } from 'react';
import { nameOf } from '#client/app/pageActs.ts';
import { useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { Switch } from './Choice.tsx';
import { actIds, declaredKey, holderOf, keyOf, type ActId } from './keys.ts';
import styles from './Settings.module.css';
import { settings as say } from './settings.words.ts';
import type { SectionProps } from './SettingsDialog.tsx';
import type { Changes } from './useChanges.ts';

/** Whether there are keys at all, and the one of each act after the leader. */
export function KeySettings({ changes }: SectionProps) {
  const words = useWords();
  const { shortcuts, keys } = changes.now;
  const isUnchanged = Object.keys(keys).length === 0;
  return (
    <>
      <Switch changes={changes} name={words(say.shortcuts)} means={words(say.shortcutsMean)} value={shortcuts} to={(on) => ({ shortcuts: on })} />
      <details className={styles.more}>
        <summary>{words(say.keysList)}</summary>
        <div className={styles.head}>
          <p>{words(say.keysMean)}</p>
          <Button
            icon="arrow-counter-clockwise"
            refusal={isUnchanged ? words(say.keysUnchanged) : undefined}
            onPress={() => changes.change({ keys: {} }, words(say.keysReset), '', words(say.keysAreReset))}
          >
            {words(say.keysReset)}
          </Button>
        </div>
        <ul className={styles.keys}>{actIds.map((id) => <KeyField key={id} id={id} changes={changes} />)}</ul>
      </details>
    </>
  );
}

/** A key that another act has is refused, and the old one stays. */
function KeyField({ id, changes }: { readonly id: ActId; readonly changes: Changes }) {
  const words = useWords();
  const { announcer } = useVisit();
  const { keys } = changes.now;
  const key = keyOf(id, changes.now) ?? '';
  const [wrong, setWrong] = useState<{ readonly typed: string; readonly why: string }>();
  const label = words(nameOf(id));
  const take = (sign: string): void => {
    const holder = sign === '' ? undefined : holderOf(sign, id);
    if (holder) {
      const why = words(say.keyTaken, { key: sign, other: words(nameOf(holder)) });
      setWrong({ typed: sign, why });
      // What stands below a field that one is in is not read by itself.
      return announcer.say(why, Date.now());
    }
    setWrong(undefined);
    const { [id]: _before, ...others } = keys;
    const next = sign === (declaredKey(id) ?? '') ? others : { ...others, [id]: sign };
    changes.change({ keys: next }, label, sign, sign === '' ? words(say.keyFree, { label }) : words(say.keySet, { label, key: sign }));
  };
  // The newest sign counts: one types over the old one.
  const type = (typed: string) => take((typed.length > 1 ? typed.replace(key, '') : typed).trim().slice(-1).toLowerCase());
  return (
    <li>
      <TextField label={label} value={wrong?.typed ?? key} onChange={type} error={wrong?.why} maxLength={2} />
      {id in keys && <Button variant="quiet" icon="arrow-counter-clockwise" iconOnly aria-label={words(say.keyReset, { label })} onPress={() => take(declaredKey(id) ?? '')} />}
    </li>
  );
}
