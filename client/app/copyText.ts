/**
 * Puts a text into the clipboard, at somebody's press. Rejects where the browser does not let one. Off https and localhost
 * browsers have no `navigator.clipboard`; there the command that it came after still works, and takes nothing from the focus.
 */
export const copyText = async (text: string): Promise<void> => {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) return clipboard.writeText(text);
  let isCopied = false;
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    // Whoever else listens, such as a drawing under the dialog, has its own in mind.
    event.stopImmediatePropagation();
    isCopied = true;
  };
  addEventListener('copy', put, { capture: true, once: true });
  document.execCommand('copy');
  removeEventListener('copy', put, { capture: true });
  if (!isCopied) throw new DOMException('The browser copied nothing.', 'NotAllowedError');
};
