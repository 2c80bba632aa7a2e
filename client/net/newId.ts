/**
 * A lot that nobody else draws: for an act, that it is done once, and for what is new on a board, where it travels with every drag
 * and must be short. Of randomness it asks what browsers have off https, too, where they have no `randomUUID`.
 */
export const newId = (): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => letters.charAt(byte % 64)).join('');
};
