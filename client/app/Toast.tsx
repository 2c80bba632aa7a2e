import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent } from 'react';
import { Button } from '#client/ui/Button.tsx';
import { useBlockSize } from '#client/ui/useBlockSize.ts';
import { capabilityOf } from '#shared/registry.ts';
import { changePage, usePage, useVisit, type Undo } from './context.tsx';
import { page } from './local.words.ts';
import { refusalNow } from './offers.ts';
import styles from './Toast.module.css';
import { useRoom } from './useRoom.ts';
import { useWords } from './WordsProvider.tsx';

const SHOWN_FOR = 6_000;

/**
 * One row for what one did and how to take it back, or for what has no other visible change. It is spoken elsewhere, and
 * stays in the log; focus comes to it only by keys, and returns to where it was.
 */
export function Toast() {
  const words = useWords();
  const visit = useVisit();
  const toast = usePage((state) => state.toast);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const row = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  const isHeld = pointed || focused;
  useEffect(() => {
    if (!toast || isHeld) return;
    const timer = setTimeout(() => changePage(visit, { toast: undefined }), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [toast, isHeld, visit]);
  // What had focus in it may be gone with the words before.
  useLayoutEffect(() => {
    if (focused && document.activeElement === document.body) row.current?.focus();
  }, [toast?.key]);
  useBlockSize(row, 'toast', toast !== undefined);
  if (!toast) return null;
  const close = () => {
    setPointed(false);
    setFocused(false);
    const isWithin = row.current?.contains(document.activeElement) === true;
    changePage(visit, { toast: undefined });
    if (!isWithin) return;
    const place = before.current instanceof HTMLElement && before.current.isConnected ? before.current : document.querySelector<HTMLElement>('#controls button:not([tabindex="-1"])');
    place?.focus();
  };
  const enter = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) before.current = event.relatedTarget;
    setFocused(true);
  };
  return (
    <div className={styles.row}>
      <section
        ref={row}
        id="toast"
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
        <p key={toast.key}>{toast.text}</p>
        {toast.undo && <UndoButton key={`undo ${toast.key}`} undo={toast.undo} isStill={focused} onDone={close} />}
      </section>
    </div>
  );
}

/** Takes back what the toast tells of. Once it cannot, it goes; under somebody's focus it stays, and says why not. */
function UndoButton({ undo: { id, payload }, isStill, onDone }: { readonly undo: Undo; readonly isStill: boolean; readonly onDone: () => void }) {
  const words = useWords();
  const visit = useVisit();
  const refusal = useRoom((room) => refusalNow(words, room, visit.hearth.actor, id, payload), undefined);
  if (refusal !== undefined && !isStill) return null;
  const press = () => {
    onDone();
    void visit.perform(id, payload as never);
  };
  return <span className={styles.undo} data-undo={id}><Button variant="quiet" refusal={refusal} onRefused={(reason) => visit.tell(reason)} onPress={press}>{words(capabilityOf(id).label)}</Button></span>;
}
