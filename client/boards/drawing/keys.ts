/** What the keys and what is dropped mean over the canvas, before Excalidraw hears of it. */
export interface Over {
  undo(): void;
  redo(): void;
  /** Whether single letters choose tools. */
  hasLetters(): boolean;
  files(files: readonly File[]): void;
  /** Pictures were let go of there, on the screen. */
  pictures(files: readonly File[], at: Where): void;
  /** What was pasted has pictures by address, which are left out. */
  leftOut(): void;
}
/** A place on the screen. */
export interface Where {
  readonly clientX: number;
  readonly clientY: number;
}
/** What their library opens by itself. */
const isLibrary = ({ name }: File): boolean => name.endsWith('.excalidrawlib');
const isPicture = ({ type }: File): boolean => type.startsWith('image/');

const isWritten = (at: EventTarget | null): boolean => at instanceof HTMLElement && (at.matches('input, textarea, select') || at.isContentEditable);

/** Listens in front of Excalidraw. Answers how to stop. */
export const keysOver = (at: HTMLElement, over: Over): (() => void) => {
  const take = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (isWritten(event.target)) return;
    const key = event.key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && (key === 'z' || key === 'y')) {
      take(event);
      if (key === 'y' || event.shiftKey) over.redo();
      else over.undo();
    } else if (!isCommand && !event.altKey && event.key.length === 1 && event.key !== ' ' && !over.hasLetters()) event.stopPropagation();
  };
  // Dropped on it, a file would take the place of the whole board.
  const onDrop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 || files.every(isLibrary)) return;
    take(event);
    const [pictures, others] = [files.filter(isPicture), files.filter((file) => !isPicture(file))];
    if (pictures.length > 0) over.pictures(pictures, event);
    if (others.length > 0) over.files(others);
  };
  let where: Where | undefined;
  const onMove = ({ clientX, clientY }: PointerEvent): void => { where = { clientX, clientY }; };
  const middle = (): Where => {
    const { x, y, width, height } = at.getBoundingClientRect();
    return { clientX: x + width / 2, clientY: y + height / 2 };
  };
  const onPaste = (event: ClipboardEvent): void => {
    const data = event.clipboardData;
    if (!data || !at.contains(document.activeElement) || isWritten(document.activeElement)) return;
    const pictures = [...data.files].filter(isPicture);
    if (pictures.length > 0) {
      take(event);
      over.pictures(pictures, where ?? middle());
    } else if (/<img\b[^>]*\bsrc\s*=\s*["']?https?:/i.test(data.getData('text/html'))) {
      // They would ask another origin for them. What is text is pasted all the same.
      take(event);
      over.leftOut();
      const text = new DataTransfer();
      text.setData('text/plain', data.getData('text/plain'));
      if (data.getData('text/plain').trim() !== '') document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: text, bubbles: true, cancelable: true }));
    }
  };
  document.addEventListener('paste', onPaste, { capture: true });
  at.addEventListener('pointermove', onMove, { capture: true, passive: true });
  at.addEventListener('keydown', onKey, { capture: true });
  at.addEventListener('drop', onDrop, { capture: true });
  return () => {
    document.removeEventListener('paste', onPaste, { capture: true });
    at.removeEventListener('pointermove', onMove, { capture: true });
    at.removeEventListener('keydown', onKey, { capture: true });
    at.removeEventListener('drop', onDrop, { capture: true });
  };
};
