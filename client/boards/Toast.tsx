import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent } from 'react';
import { page } from '#client/app/local.words.ts';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Button } from '#client/ui/Button.tsx';
import { useBlockSize } from '#client/ui/useBlockSize.ts';
import { boards as say } from './boards.words.ts';
import { useBoard, useBoardPage } from './visit.ts';
import styles from './Board.module.css';

const SHOWN_FOR = 6_000;

/** What one did last and how to take it back, over the page: it moves nothing that one reads, and goes by itself, but not from under one's hand. It stays in the list of what happened. */
export function Toast() {
  const words = useWords();
  const visit = useBoard();
  const toast = useBoardPage(visit, (state) => state.toast);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const row = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  const isHeld = pointed || focused;
  useEffect(() => {
    if (!toast || isHeld) return;
    const timer = setTimeout(visit.hush, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [toast, isHeld, visit]);
  // What had focus in it may be gone with the words before.
  useLayoutEffect(() => {
    if (focused && document.activeElement === document.body) row.current?.focus();
  }, [toast?.key]);
  useBlockSize(row, 'toast', toast !== undefined);
  if (!toast) return null;
  const close = (): void => {
    setPointed(false);
    setFocused(false);
    visit.hush();
    (before.current instanceof HTMLElement && before.current.isConnected ? before.current : document.getElementById('board-title'))?.focus();
  };
  const enter = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) before.current = event.relatedTarget;
    setFocused(true);
  };
  const { text, undo } = toast;
  return (
    <section
      ref={row}
      tabIndex={-1}
      aria-label={words(page.notice)}
      className={styles.toast}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={enter}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setFocused(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <p key={toast.key}>{text}</p>
      {undo > 0 && <Button variant="quiet" onPress={() => void visit.perform(Array.from({ length: undo }, () => ({ id: 'board.undo', payload: {} })), () => words(say.undone), false)}>{words(say.undo)}</Button>}
    </section>
  );
}
