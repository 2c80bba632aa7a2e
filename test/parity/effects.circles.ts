/** What each capability of circles brings about. */
import { heard, waitHeard } from '#test/support/heard.ts';
import { standing, type Effect } from './arrange.ts';
import type { Stage } from './stage.ts';

const BENCH = 'circle-east-bench';
export const TOPIC = 'Book club';

/** Olga sits on the east bench, and so there is a circle, which lets anyone in or asks for a knock. */
const circleAtTheBench = async ({ olga, self, page }: Stage, closed = false): Promise<void> => {
  if (!olga.facts.circles.get(BENCH)?.members.includes(olga.id)) {
    await olga.perform('seat.sit', { seat: 'east-bench-1' as never });
    await olga.until('Olga is in a circle', ({ facts }) => facts.circles.get(BENCH)?.members.includes(olga.id) === true);
  }
  await olga.perform('circle.topic', { topic: '' });
  await olga.perform(closed ? 'circle.close' : 'circle.open', {});
  await self.until('the circle is as it should be', ({ facts }) => facts.circles.get(BENCH)?.closed === closed && facts.circles.get(BENCH)?.topic === '');
  // The page has it, too, before one looks for it there.
  const known = page.locator(`[data-capability="circle.${closed ? 'knock' : 'join'}"][data-target="${BENCH}"]`);
  // While one is inside the list it lies still.
  if (!isInside(self, self.id)) await known.or(page.getByRole('button', { name: /^\d+ changes?$/ })).first().waitFor({ state: 'attached' });
};
const isInside = ({ facts }: Stage['self'], id: string): boolean => facts.circles.get(BENCH)?.members.includes(id) === true;
const inNone = async (stage: Stage): Promise<void> => {
  await stage.self.perform('circle.leave', {});
  await standing(stage);
};
const atTheBench = async (stage: Stage, closed = false): Promise<void> => {
  await circleAtTheBench(stage);
  if (!isInside(stage.self, stage.self.id)) await stage.self.perform('circle.join', { circle: BENCH as never });
  await stage.self.until('they are in the circle', (self) => isInside(self, self.id));
  if (closed) await circleAtTheBench(stage, true);
};
/** Nell knocks at the circle they are in. */
const knockedAt = async (stage: Stage): Promise<void> => {
  const { nell, self, page } = stage;
  await nell.perform('circle.leave', {});
  await atTheBench(stage, true);
  // A screen reader's cell arranges twice.
  await stage.olga.perform('circle.decline', { person: nell.id });
  const said = heard(page).length;
  const answer = await nell.perform('circle.knock', { circle: BENCH as never });
  if (!answer.accepted) throw new Error(`Nell could not knock: ${answer.refusal.code}`);
  await waitHeard(page, /^Nell knocks at your circle\./, said);
  // The page shows it, in either view.
  await page.locator('[data-capability="circle.decline"]').first().waitFor();
  await self.until('Nell knocks', ({ facts }) => facts.circles.get(BENCH)?.knocks.includes(nell.id) === true);
};
const circleIs = ({ wanda }: Stage, what: string, so: (circle: { readonly closed: boolean; readonly topic: string; readonly members: readonly string[]; readonly knocks: readonly string[] }) => boolean): Promise<void> =>
  wanda.until(what, ({ facts }) => {
    const circle = facts.circles.get(BENCH);
    return circle !== undefined && so(circle);
  });

export const circleEffects = {
  'circle.start': {
    arrange: async (stage) => {
      await inNone(stage);
      await stage.self.perform('move.goTo', { to: 'spot', x: 2, z: 9 });
      await stage.self.until('they stand away from the fire', () => {
        const { x = 0, z = 0, speed = 1 } = stage.self.pose(stage.name) ?? {};
        return speed === 0 && Math.hypot(x - 2, z - 9) < 0.3;
      });
    },
    done: ({ wanda, self }) => wanda.until('they have a circle', ({ facts }) => [...facts.circles.values()].some(({ members }) => [...members].join() === self.id)),
    words: /^You started the circle at .+\. Whoever is near can join\.$/,
  },
  'circle.join': {
    arrange: async (stage) => {
      await inNone(stage);
      await circleAtTheBench(stage);
    },
    done: (stage) => circleIs(stage, 'they are in the circle', ({ members }) => members.includes(stage.self.id)),
    words: /^You joined the circle at the east bench\. With you: Olga\.$/,
  },
  'circle.leave': {
    arrange: (stage) => atTheBench(stage),
    done: (stage) => circleIs(stage, 'they are out of the circle', ({ members }) => !members.includes(stage.self.id)),
    words: /^You left the circle at the east bench\.$/,
  },
  'circle.knock': {
    arrange: async (stage) => {
      await inNone(stage);
      await circleAtTheBench(stage);
      await stage.olga.perform('circle.decline', { person: stage.self.id });
      await circleAtTheBench(stage, true);
    },
    done: async (stage) => {
      await circleIs(stage, 'they knock', ({ knocks }) => knocks.includes(stage.self.id));
      await stage.olga.perform('circle.decline', { person: stage.self.id });
    },
    words: /^You knock at the circle at the east bench\. Its people are told\.$/,
  },
  'circle.admit': {
    arrange: knockedAt,
    done: (stage) => circleIs(stage, 'Nell is in', ({ members }) => members.includes(stage.nell.id)),
    words: /^You let Nell in\.$/,
  },
  'circle.decline': {
    arrange: knockedAt,
    done: (stage) => circleIs(stage, 'Nell is out', ({ knocks, members }) => !knocks.includes(stage.nell.id) && !members.includes(stage.nell.id)),
    words: /^You do not let Nell in now\.$/,
  },
  'circle.topic': {
    arrange: (stage) => atTheBench(stage),
    done: (stage) => circleIs(stage, 'the topic', ({ topic }) => topic === TOPIC),
    words: /^Your circle is now the circle Book club\.$/,
  },
  'circle.close': {
    arrange: (stage) => atTheBench(stage),
    done: (stage) => circleIs(stage, 'one knocks', ({ closed }) => closed),
    words: /^From now on people knock at your circle\.$/,
  },
  'circle.open': {
    arrange: (stage) => atTheBench(stage, true),
    done: async (stage) => {
      await circleIs(stage, 'anyone may join', ({ closed }) => !closed);
      await stage.self.perform('circle.leave', {});
    },
    words: /^From now on anyone can join your circle\.$/,
  },
} satisfies Readonly<Record<string, Effect>>;
