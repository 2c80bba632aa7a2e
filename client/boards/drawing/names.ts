/** Names controls of theirs that have none, by selector, however often they are made anew. Answers how to stop. */
export const namesIn = (at: HTMLElement, names: Readonly<Record<string, string>>): (() => void) => {
  const give = (): void => {
    for (const [selector, name] of Object.entries(names)) for (const one of at.querySelectorAll(selector)) one.setAttribute('aria-label', name);
  };
  give();
  const observer = new MutationObserver(give);
  observer.observe(at, { childList: true, subtree: true });
  return () => observer.disconnect();
};
