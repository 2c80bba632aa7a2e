/** An id for an element: short, since it travels with every drag. */
export const newId = (): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => letters.charAt(byte % 64)).join('');
};
