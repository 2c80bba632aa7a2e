import { changePage, type Visit } from '#client/app/context.tsx';

/** Shows the welcome from its beginning, whenever one asks for it, and brings focus to it. */
export const openWelcome = (visit: Pick<Visit, 'page'>): void => {
  const asked = visit.page.current.welcome?.asked ?? 0;
  changePage(visit, { overlay: undefined, welcome: { step: 0, asked: asked + 1 } });
};
