import { useId, useRef, useState, type CSSProperties, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { sameContent } from '#client/net/store.ts';
import { useHearth, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Flame } from '#client/ui/Flame.tsx';
import styles from './PlacesNav.module.css';
import { place as say } from './place.words.ts';

/**
 * The rooms of the campus and how many are in each. Where there is room they stand side by side; else behind one button,
 * which on a phone is the brand's flame. A room behind one of this room's arches is walked to; any other opens by its address.
 */
export function PlacesNav() {
  const words = useWords();
  const { hearth, perform, community } = useVisit();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();
  const { layout } = hearth;
  const here = useHearth(({ facts }) => Math.max(1, facts.people.size));
  const others = useHearth(({ facts }) => [...facts.elsewhere].map(([id, { name, count }]) => ({ id, name: words.named(name), count })), sameContent);
  const rooms = [{ id: layout.id as string, name: words.named(layout.name), count: here }, ...others].toSorted((a, b) => a.name.localeCompare(b.name, words.locale));

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const escape = (event: KeyboardEvent): void => {
    if (!open || event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  const left = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) setOpen(false);
  };
  const go = (id: string) => (event: MouseEvent): void => {
    // Another tab or window is the browser's to open.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const portal = layout.portals.find(({ to }) => to === id);
    if (!portal && id !== layout.id) return;
    event.preventDefault();
    if (open) close();
    if (portal) void perform('portal.enter', { portal: portal.id });
  };
  return (
    <nav className={styles.places} aria-label={words(say.nav)} onKeyDown={escape} onBlur={left}>
      <span className={styles.opener} data-focus-key="places">
        <Button ref={button} variant="quiet" aria-expanded={open} aria-controls={listId} onPress={() => setOpen(!open)}>
          <span className={styles.flame}><Flame /></span>
          <span className={styles.word}>{words(say.nav)}</span>
          <svg className={styles.caret} viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="m3 6 5 5 5-5" /></svg>
        </Button>
      </span>
      <ul id={listId} className={open ? `${styles.list} ${styles.open}` : styles.list} aria-label={community}>
        {rooms.map(({ id, name, count }) => (
          <li key={id} style={{ '--room': `var(--room-${id}, var(--act))` } as CSSProperties}>
            <a href={`/r/${id}`} className={styles.room} aria-current={id === layout.id ? 'page' : undefined} onClick={go(id)}>
              {name}{count > 0 && <> <span className={styles.count}>{count}<span className="visually-hidden"> {words(say.inRoom, { count })}</span></span></>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
