import { changePage, type Visit } from '#client/app/context.tsx';
import { page } from '#client/app/local.words.ts';
import { refusalNow } from '#client/app/offers.ts';
import { capabilityOf } from '#shared/registry.ts';
import type { Words } from '#client/app/words.ts';
import { sections } from '#client/settings/sections.ts';
import { settings } from '#client/settings/settings.words.ts';
import { openWelcome } from '#client/welcome/openWelcome.ts';
import { welcome } from '#client/welcome/welcome.words.ts';
import { palette as say } from './palette.words.ts';
import type { Row } from './rows.ts';

/** What the page itself can do: nothing of it is asked of the server. */
export const pageRows = (visit: Visit, words: Words): readonly Row[] => {
  const { view, setView, announcer } = visit;
  const { paused, sounds } = visit.page.current;
  const row = (id: string, label: string, icon: Row['icon'], run: () => void, context = '', group: Row['group'] = 'do'): Row => ({
    id, group, label, context, also: '', meaning: context, refusal: undefined, refusedNow: () => undefined, icon, shortcut: undefined, run,
  });
  const pause = (): void => {
    // Said before the pause that would silence it.
    if (!paused) visit.tell(words(say.paused));
    announcer.paused = !paused;
    changePage(visit, { paused: !paused });
    if (paused) visit.tell(words(say.resumed));
  };
  const { undo } = visit.page.current;
  const undoRow = (): Row[] => {
    if (!undo) return [];
    const { id, payload } = undo;
    const refusedNow = (): string | undefined => refusalNow(words, visit.hearth.view, visit.hearth.actor, id, payload);
    return [{ ...row('page.undo', words(say.undo, { act: capabilityOf(id).label }), 'arrow-counter-clockwise', () => void visit.perform(id, payload as never)), refusal: refusedNow(), refusedNow }];
  };
  const switchView = (): void => setView(view === '2d' ? '3d' : '2d');
  return [
    ...undoRow(),
    row('page.view', words(view === '2d' ? page.switchTo3d : page.switchTo2d), view === '2d' ? 'cube' : 'list-bullets', switchView, words(say.keepsPlace)),
    row('page.settings', words(settings.title), 'gear', () => changePage(visit, { overlay: { kind: 'settings' } }), words(settings.intro), 'settings'),
    row('page.plan', words(say.plan), 'map-trifold', () => changePage(visit, { overlay: { kind: 'plan' } }), words(say.planMeans)),
    row('page.help', words(page.help), 'question', () => changePage(visit, { overlay: { kind: 'help' } }), words(say.helpContext)),
    row('page.welcome', words(welcome.again), 'hand-waving', () => openWelcome(visit), words(welcome.againMeans)),
    row('page.repeat', words(say.repeat), 'arrow-counter-clockwise', () => announcer.repeat()),
    row('page.pause', words(paused ? page.resume : page.pause), 'bell', pause, paused ? '' : words(say.urgent), 'settings'),
    row('page.sounds', words(sounds ? say.turnSoundsOff : say.turnSoundsOn), sounds ? 'speaker-slash' : 'speaker-high', () => {
      changePage(visit, { sounds: !sounds });
      visit.tell(words(sounds ? say.soundsOff : say.soundsOn));
    }, '', 'settings'),
    ...sections.map(({ id, title }) => row(`page.settings.${id}`, words(say.section, { section: title }), 'gear', () => changePage(visit, { overlay: { kind: 'settings', section: id } }), '', 'settings')),
  ];
};
