/** What each capability about oneself brings about. */
import { parseSettings, personalOf, usual } from '#client/settings/settings.ts';
import { defaultLook, packLook } from '#shared/people/look.ts';
import { heard, waitHeard } from '#test/support/heard.ts';
import type { Effect } from './arrange.ts';
import type { Stage } from './stage.ts';

/** A look as a newcomer’s might be. */
const PLAIN = packLook(defaultLook);

/** The page is laid out as is usual. */
const comfortable = async ({ self, page }: Stage): Promise<void> => {
  await self.perform('people.settings', { settings: personalOf(usual) });
  await page.locator('html:not([data-density])').waitFor();
};

export const mineEffects = {
  'people.look': {
    arrange: async ({ self, wanda, page }) => {
      const said = heard(page).length;
      await self.perform('people.look', { look: PLAIN, pronouns: '' });
      await wanda.until('they look plain', ({ facts }) => facts.people.get(self.id)?.look === PLAIN);
      await waitHeard(page, /^You changed your look: /, said);
    },
    done: ({ wanda, self }) => wanda.until('they look otherwise', ({ facts }) => facts.people.get(self.id)?.look !== PLAIN),
    words: /^You changed your look: .*skin.*\.$/,
  },
  'people.settings': {
    arrange: comfortable,
    done: async (stage) => {
      await stage.self.until('the settings are kept', ({ settings }) => parseSettings(settings).density === 'compact');
      await comfortable(stage);
    },
    words: /^Spacing: Compact\.$/,
  },
} satisfies Readonly<Record<string, Effect>>;
