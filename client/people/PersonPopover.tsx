import type { RefObject } from 'react';
import { Popover } from 'react-aria-components/Popover';
import type { PersonId } from '#shared/kernel/ids.ts';
import { PersonCard } from './PersonCard.tsx';
import styles from './PersonCard.module.css';

/** Someone's card beside their face. It leaves the page reachable, and so lies within its landmark. */
export default function PersonPopover({ id, trigger, onClose }: { readonly id: PersonId; readonly trigger: RefObject<HTMLButtonElement | null>; readonly onClose: () => void }) {
  const main = document.querySelector('main');
  return (
    <Popover isNonModal isOpen onOpenChange={(open) => !open && onClose()} triggerRef={trigger} placement="bottom" className={styles.popover ?? ''} {...(main ? { UNSTABLE_portalContainer: main } : {})}>
      <PersonCard id={id} onClose={onClose} />
    </Popover>
  );
}
