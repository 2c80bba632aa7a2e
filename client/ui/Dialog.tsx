import type { ReactNode } from 'react';
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
  return (
    <ModalOverlay className={styles.overlay ?? ''} isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <AriaDialog className={styles.dialog ?? ''} {...(titleHidden ? { 'aria-label': title } : {})}>
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
