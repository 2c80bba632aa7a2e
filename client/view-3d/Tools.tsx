import { FindButton, HelpButton, InviteButton, ViewSwitch, YouChip } from '#client/app/TopBar.tsx';
import styles from './Floating.module.css';

/** What stands in the 2D page's banner, as separate buttons over the picture. On a phone the change of view is in the rail. */
export function Tools({ narrow }: { readonly narrow: boolean }) {
  return (
    <header className={styles.tools}>
      <div className={styles.find}><FindButton /></div>
      {!narrow && <ViewSwitch />}
      <InviteButton />
      <HelpButton />
      <div className={styles.you}><YouChip /></div>
    </header>
  );
}
