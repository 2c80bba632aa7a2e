import type { ReactNode } from 'react';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Segmented, type Segment } from '#client/ui/Segmented.tsx';
import styles from './Settings.module.css';
import type { Settings } from './settings.ts';
import { settings as say } from './settings.words.ts';
import type { Changes } from './useChanges.ts';

interface About {
  readonly name: string;
  readonly means?: string | undefined;
  /** It stays in this browser. */
  readonly here?: boolean;
  /** Within a section, or beside the sections. */
  readonly level?: 'h3' | 'h4';
}

/** A name, one line of what follows from it, and what is chosen or done there. */
export function Row({ name, means, here = false, level: Heading = 'h4', children }: About & { readonly children: ReactNode }) {
  const words = useWords();
  const line = [means, here ? words(say.here) : undefined].filter(Boolean).join(' ');
  return (
    <div className={styles.choice}>
      <div className={styles.what}>
        <Heading className={styles.name}>{name}</Heading>
        {line !== '' && <p>{line}</p>}
      </div>
      {children}
    </div>
  );
}

interface ChoiceProps<T extends string> extends About {
  readonly changes: Changes;
  readonly values: readonly T[];
  readonly value: T;
  word(value: T): string;
  to(value: T): Partial<Settings>;
}

/** One of a few. */
export function Choice<T extends string>({ changes, values, value, word, to, ...about }: ChoiceProps<T>) {
  const options = values.map((id): Segment<T> => ({ id, label: word(id) }));
  return (
    <Row {...about}>
      <Segmented label={about.name} options={options} value={value} onChange={(id) => changes.change(to(id), about.name, word(id))} />
    </Row>
  );
}

/** On or off. */
export function Switch({ value, to, ...rest }: Omit<ChoiceProps<'on' | 'off'>, 'values' | 'value' | 'word' | 'to'> & { readonly value: boolean; to(value: boolean): Partial<Settings> }) {
  const words = useWords();
  return <Choice {...rest} values={['off', 'on']} value={value ? 'on' : 'off'} word={(one) => words(say[one])} to={(one) => to(one === 'on')} />;
}
