import type { RefObject } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { capabilityIds, capabilityOf, type CapabilityId } from '#shared/registry.ts';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Icon, type IconName } from '#client/ui/icons.tsx';
import { controls2d, type Control } from './controls.ts';
import styles from './ReactMenu.module.css';

const reactions: readonly { readonly id: CapabilityId; readonly icon: IconName }[] = capabilityIds.flatMap((id) => {
  const control: Control = controls2d[id];
  return control.at === 'react' ? [{ id, icon: control.icon }] : [];
});

/** Every gesture, by name. */
export default function Reactions({ trigger, onClose }: { readonly trigger: RefObject<HTMLButtonElement | null>; readonly onClose: () => void }) {
  const words = useWords();
  const { perform } = useVisit();
  const choose = (id: CapabilityId): void => {
    onClose();
    void perform(id, {} as never);
  };
  return (
    <Popover isOpen onOpenChange={(open) => !open && onClose()} triggerRef={trigger} placement="top" aria-label={words(page.react)} className={styles.popover ?? ''}>
      <Menu aria-label={words(page.react)} autoFocus="first" className={styles.menu ?? ''} onAction={(id) => choose(id as CapabilityId)}>
        {reactions.map(({ id, icon }) => (
          <MenuItem key={id} id={id} className={styles.item ?? ''} data-capability={id} textValue={words(capabilityOf(id).label)}>
            <Icon name={icon} /> {words(capabilityOf(id).label)}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
