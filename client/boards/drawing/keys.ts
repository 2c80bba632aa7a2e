/** What the keys and what is dropped mean over the canvas, before Excalidraw hears of it. */
export interface Over {
  undo(): void;
  redo(): void;
  /** Whether single letters choose tools. */
  hasLetters(): boolean;
  files(files: readonly File[]): void;
  /** Pictures were let go of there, on the screen. */
  pictures(files: readonly File[], at: { readonly clientX: number; readonly clientY: number }): void;
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
  at.addEventListener('keydown', onKey, { capture: true });
  at.addEventListener('drop', onDrop, { capture: true });
  return () => {
    at.removeEventListener('keydown', onKey, { capture: true });
    at.removeEventListener('drop', onDrop, { capture: true });
  };
};
