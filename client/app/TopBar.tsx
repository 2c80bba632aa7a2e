import { useRef } from 'react';
import { lookOf } from '#shared/people/look.ts';
import { PlacesNav } from '#client/place/PlacesNav.tsx';
import { Portrait } from '#client/people/portrait.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Flame } from '#client/ui/Flame.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { useBlockSize } from '#client/ui/useBlockSize.ts';
import { changePage, useHearth, useVisit } from './context.tsx';
import { page } from './local.words.ts';
import { permitNow } from './offers.ts';
import styles from './TopBar.module.css';
import { useWords } from './WordsProvider.tsx';

/** The banner of the 2D view; the 3D view lays its parts over the picture. */
export function TopBar() {
  const { community } = useVisit();
  const bar = useRef<HTMLElement>(null);
  useBlockSize(bar, 'bar');
  return (
    <header ref={bar} className={styles.bar}>
      <p className={styles.brand}><Flame /><b>{community}</b></p>
      <PlacesNav />
      <FindButton />
      <ViewSwitch />
      <InviteButton />
      <HelpButton />
      <YouChip />
    </header>
  );
}

/** Opens the palette: everything that can be found or done. */
export function FindButton() {
  const words = useWords();
  const visit = useVisit();
  return (
    <span className={styles.find} data-focus-key="find">
      <Button icon="magnifying-glass" aria-haspopup="dialog" onPress={() => changePage(visit, { overlay: { kind: 'palette', search: '' } })}>
        <span className={styles.findLong}>{words(page.find)}</span>
        <kbd className={styles.findKeys}>{words(page.findKeys)}</kbd>
      </Button>
    </span>
  );
}

/** 2D or 3D: the same room. */
export function ViewSwitch() {
  const words = useWords();
  const { view, setView } = useVisit();
  return (
    <div data-focus-key="view">
      <Segmented
        label={words(page.view)}
        options={[{ id: '2d', label: words(page.view2d), icon: 'list-bullets' }, { id: '3d', label: words(page.view3d), icon: 'cube' }]}
        value={view}
        onChange={setView}
      />
    </div>
  );
}

export function HelpButton() {
  const words = useWords();
  const visit = useVisit();
  return (
    <span data-focus-key="help" className={styles.help}>
      <Button icon="question" iconOnly aria-haspopup="dialog" aria-label={words(page.help)} onPress={() => changePage(visit, { overlay: { kind: 'help' } })} />
    </span>
  );
}

/** Makes links and shows them, for those whose standing allows it. */
export function InviteButton() {
  const words = useWords();
  const visit = useVisit();
  const may = useHearth(() => permitNow(visit.hearth.view, visit.hearth.actor, 'invitation.list').granted && visit.hearth.actor !== undefined);
  if (!may) return null;
  return (
    <span data-focus-key="invite" data-capability="invitation.list" className={`${styles.help} ${styles.invite}`}>
      <Button icon="link-simple" iconOnly aria-haspopup="dialog" aria-label={words(page.invite)} onPress={() => changePage(visit, { overlay: { kind: 'invitations' } })} />
    </span>
  );
}

/** Who one is here: the face and the name that others see; a press opens what is one's own to set. */
export function YouChip() {
  const words = useWords();
  const visit = useVisit();
  const name = useHearth(({ facts, you }) => {
    const me = you && facts.people.get(you);
    return me ? me.callMe || me.name : '';
  });
  const look = useHearth(({ facts, you }) => (you && facts.people.get(you)?.look) ?? '');
  if (name === '') return null;
  return (
    <span className={styles.you} data-focus-key="you">
      <Button variant="quiet" aria-haspopup="dialog" aria-label={words(page.youSettings, { name })} onPress={() => changePage(visit, { overlay: { kind: 'settings' } })}>
        <Portrait look={lookOf(look)} size={2.25} ring="you" />
      </Button>
    </span>
  );
}
