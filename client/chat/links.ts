/** A piece of a message: text, or an address that one may open. */
export type Piece = { readonly text: string } | { readonly href: string };

const address = /https?:\/\/[^\s<>"'`\p{Bidi_Control}\p{Cc}]+/giu;
/** What ends a sentence is no part of an address. */
const ending = /[.,;:!?)\]}…]+$/u;

/**
 * Finds web addresses. What is shown is the address itself as the browser understands it (a look-alike host in punycode),
 * so that no text can pass for another place; every other scheme stays text.
 */
export const piecesOf = (text: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const typed = found.replace(ending, '');
    const url = URL.parse(typed);
    // A name before the @ is how one host passes for another.
    if (!url || url.username !== '' || url.password !== '') continue;
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ href: url.href });
    from = index + typed.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
};
