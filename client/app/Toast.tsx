import { useEffect, useState } from 'react';
import { changePage, usePage, useVisit } from './context.tsx';
import styles from './Toast.module.css';

const SHOWN_FOR = 6_000;

/** One row for what has no other visible change. It is spoken elsewhere, and stays in the log. */
export function Toast() {
  const visit = useVisit();
  const toast = usePage((state) => state.toast);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(() => changePage(visit, { toast: undefined }), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [toast, held, visit]);
  if (!toast) return null;
  return (
    <div className={styles.row} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      <p key={toast.key} className={styles.toast}>{toast.text}</p>
    </div>
  );
}
