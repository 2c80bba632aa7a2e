/** Letters that our first face lacks: Greek, Cyrillic, and what Vietnamese adds to Latin. */
const wide = /[\u01A0\u01A1\u01AF\u01B0\u0370-\u03FF\u0400-\u052F\u1EA0-\u1EF9]/u;

/** The class of a text with names in it: one face throughout, whichever letters they need. */
export const faceOf = (text: string): string | undefined => (wide.test(text.normalize('NFC')) ? 'wide-name' : undefined);

/** A person's name, with a direction of its own, so that a Hebrew name does not turn a sentence. */
export function PersonName({ name }: { readonly name: string }) {
  return <bdi className={faceOf(name)}>{name}</bdi>;
}
