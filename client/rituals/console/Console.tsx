import type { ReactNode } from 'react';
import { useIsRehearsal } from '../rehearsal/context.ts';
import type { Rite } from '../useRitual.ts';
import styles from './Console.module.css';
import { Dock } from './Dock.tsx';
import { Notes } from './Notes.tsx';
import { Questions } from './Questions.tsx';
import { RoomTools } from './RoomTools.tsx';
import { Steps } from './Steps.tsx';
import { TimeUsed } from './TimeUsed.tsx';
import { LeadLine, Tools } from './Tools.tsx';
import { useConduct } from './useConduct.ts';
import type { Columns } from './useColumns.ts';

export interface ConsoleProps {
  readonly rite: Rite;
  readonly columns: Columns;
  /** The title of the ritual, and what else its head has. */
  readonly head?: ReactNode;
  /** What happens now and what is asked of one: what everyone has before them. */
  readonly children?: ReactNode;
  /** Whose turn it is, and when: below the time. */
  readonly turns?: ReactNode;
}

/**
 * For whoever may run rituals: what is led with, what happens now, the steps, the room. In three columns, two or one. In one the steps
 * and the room follow what happens now, and whose the ritual is comes last.
 */
export function Console({ rite, columns, head, children, turns }: ConsoleProps) {
  const isRehearsal = useIsRehearsal();
  const conduct = useConduct(rite);
  if (!conduct) return null;
  // Whoever finds that its leader has gone is told first.
  const isAbove = columns > 1 || !rite.setting.here.some(({ id }) => id === rite.run.lead);
  const about = { rite, conduct };
  return (
    <div className={styles.console} data-columns={columns}>
      <div className={styles.top}>
        <div className={styles.head}>{head}{isAbove && <LeadLine rite={rite} />}</div>
        {isAbove && <Tools {...about} />}
      </div>
      <Dock {...about} />
      {columns === 3 && <div className={styles.side}><Steps rite={rite} /></div>}
      <div className={styles.now}>{children}<TimeUsed {...about} />{turns}</div>
      <div className={styles.room}>
        {columns < 3 && <Steps rite={rite} isFolded={columns === 1} />}
        {!isRehearsal && <><RoomTools rite={rite} /><Notes rite={rite} isOpen={columns > 1} /></>}
        {!isAbove && <><LeadLine rite={rite} /><Tools {...about} /></>}
      </div>
      <Questions {...about} />
    </div>
  );
}
