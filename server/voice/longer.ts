/** The same numbers with room for this one, and as many again. */
export const longer = (before: Float64Array<ArrayBuffer>, index: number): Float64Array<ArrayBuffer> => {
  const after = new Float64Array(2 * (index + 1));
  after.set(before);
  return after;
};
