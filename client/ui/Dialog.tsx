import { useEffect, useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useWords } from '#client/app/WordsProvider.tsx';
import { page } from '#client/app/local.words.ts';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  /** Heard, not shown: the palette's field says what it is for. */
  readonly titleHidden?: boolean;
  readonly size?: 'narrow' | 'wide' | 'palette';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal dialog: Escape and Close end it, focus returns, and it speaks by itself, for the page's own voice is silent behind it. */
export function Dialog({ title, titleHidden = false, size = 'narrow', onClose, children }: DialogProps) {
  const words = useWords();
  const dialog = useRef<HTMLElement>(null);
  useFocusHeld(dialog);
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <AriaDialog ref={dialog} className={styles.dialog ?? ''} {...(titleHidden ? { 'aria-label': title } : {})}>
          <div className="visually-hidden">
            <div data-outlet="polite" role="status" aria-live="polite" aria-atomic="true" />
            <div data-outlet="assertive" role="alert" aria-live="assertive" aria-atomic="true" />
          </div>
          {!titleHidden && (
            <div className={styles.head}>
              <Heading slot="title" level={2}>{title}</Heading>
              <Button variant="quiet" icon="x" onPress={onClose}>{words(page.close)}</Button>
            </div>
          )}
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * Keeps focus in the dialog when what had it is gone: a row that was removed, or the palette that opened it, which gives
 * focus back to a page that has changed meanwhile. Without it Escape would reach nobody.
 */
const useFocusHeld = (dialog: { readonly current: HTMLElement | null }): void => {
  const hold = useRef((): void =>
    void requestAnimationFrame(() => {
      const { activeElement, body } = document;
      if (activeElement === null || activeElement === body) dialog.current?.focus();
    }));
  useEffect(() => {
    const held = hold.current;
    document.addEventListener('focusout', held);
    return () => document.removeEventListener('focusout', held);
  }, [dialog]);
  // What had it may have gone with a dialog above this one, which no event tells of: whoever opened that one is drawn anew.
  useEffect(() => hold.current());
};
