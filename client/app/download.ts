/** How a page gives a file to whoever asked for it. */

/** A file's name from a title, without what file systems do not take. */
export const fileName = (title: string, ending: string, usual = 'board'): string => `${title.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || usual}.${ending}`;

export const download = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
};
