import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { capabilityIds, capabilityOf, type CapabilityId } from '#shared/registry.ts';
import { useVisit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Icon, type IconName } from '#client/ui/icons.tsx';
import { controls2d, type Control } from './controls.ts';
import styles from './ReactMenu.module.css';

const reactions: readonly { readonly id: CapabilityId; readonly icon: IconName }[] = capabilityIds.flatMap((id) => {
  const control: Control = controls2d[id];
  return control.at === 'react' ? [{ id, icon: control.icon }] : [];
});

/** Every gesture behind one button of the tray. */
export function ReactMenu() {
  const words = useWords();
  const { perform } = useVisit();
  return (
    <MenuTrigger>
      <Button icon="smiley">{words(page.react)}</Button>
      <Popover placement="top" className={styles.popover ?? ''}>
        <Menu aria-label={words(page.react)} className={styles.menu ?? ''} onAction={(id) => void perform(id as CapabilityId, {} as never)}>
          {reactions.map(({ id, icon }) => (
            <MenuItem key={id} id={id} className={styles.item ?? ''} data-capability={id} textValue={words(capabilityOf(id).label)}>
              <Icon name={icon} /> {words(capabilityOf(id).label)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
