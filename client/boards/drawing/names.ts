/** What is said of a part of theirs: its attributes; `null` takes one away. */
export type Said = Readonly<Record<string, string | null>>;

/** Says of parts of theirs, by selector, what they do not say, or say wrongly, however often they are made anew. Answers how to stop. */
export const namesIn = (at: HTMLElement, names: Readonly<Record<string, Said>>): (() => void) => {
  const give = (): void => {
    for (const [selector, said] of Object.entries(names)) {
      for (const one of at.querySelectorAll(selector)) {
        for (const [name, value] of Object.entries(said)) {
          if (value === null) one.removeAttribute(name);
          else one.setAttribute(name, value);
        }
      }
    }
  };
  give();
  const observer = new MutationObserver(give);
  observer.observe(at, { childList: true, subtree: true });
  return () => observer.disconnect();
};
