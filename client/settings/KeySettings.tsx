import { useState } from 'react';
import { capabilityIds, capabilityOf, type CapabilityId } from '#shared/registry.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { useSelected } from '#client/net/store.ts';
import { TextField } from '#client/ui/TextField.tsx';
import styles from './Settings.module.css';
import { holderOf, keyOf, settings, type Settings } from './settings.ts';
import { settings as say } from './settings.words.ts';

interface KeySettingsProps {
  readonly onChange: (change: Partial<Settings>, said: string) => void;
}

/** The key of each capability, after the leader. A key that another has is refused, and the old one stays. */
export function KeySettings({ onChange }: KeySettingsProps) {
  const words = useWords();
  return (
    <details className={styles.keys}>
      <summary>{words(say.keysList)}</summary>
      <p>{words(say.keysMean)}</p>
      <ul>{capabilityIds.map((id) => <KeyField key={id} id={id} onChange={onChange} />)}</ul>
    </details>
  );
}

function KeyField({ id, onChange }: { readonly id: CapabilityId } & KeySettingsProps) {
  const words = useWords();
  const key = useSelected(settings, (current) => keyOf(id, current)) ?? '';
  const [wrong, setWrong] = useState<{ readonly typed: string; readonly why: string }>();
  const label = words(capabilityOf(id).label);
  const take = (typed: string): void => {
    // The newest sign counts: one types over the old one.
    const sign = (typed.length > 1 ? typed.replace(key, '') : typed).trim().slice(-1).toLowerCase();
    const holder = sign === '' ? undefined : holderOf(sign, id);
    if (holder) return setWrong({ typed: sign, why: words(say.keyTaken, { key: sign, other: words(capabilityOf(holder).label) }) });
    setWrong(undefined);
    onChange({ keys: { ...settings.current.keys, [id]: sign } }, sign === '' ? words(say.keyFree, { label }) : words(say.keySet, { label, key: sign }));
  };
  return <li><TextField label={label} value={wrong?.typed ?? key} onChange={take} error={wrong?.why} maxLength={2} /></li>;
}
