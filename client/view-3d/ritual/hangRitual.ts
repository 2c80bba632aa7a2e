import type { Words } from '#client/app/words.ts';
import type { Hearth } from '#client/net/hearth.ts';
import { sheetLine } from '#client/rituals/ceremony.words.ts';
import { noMoment, runOf, settingIn } from '#shared/rituals/held.ts';
import type { SceneUniforms } from '../stage/uniforms.ts';
import type { Hanging } from '../stage/hanging.ts';
import { Scenery, type Held } from './scenery.ts';

/** The scenery of the ritual that the room holds, from what the server told. */
export const hangRitual = (hearth: Hearth, words: Words, uniforms: SceneUniforms): Hanging => {
  let isStale = true;
  let read: ReturnType<Held['run']>;
  // Who is here is asked once for each change, not for each frame.
  const stop = hearth.store.subscribe(() => (isStale = true));
  const run: Held['run'] = () => {
    const { actor, view } = hearth;
    if (!isStale || !actor) return read;
    isStale = false;
    const now = runOf(view);
    return (read = now && { run: now, company: settingIn(view, actor, noMoment) });
  };
  const scenery = new Scenery({ run, count: (ceremony) => sheetLine(words, ceremony) }, hearth.layout, uniforms);
  return {
    root: scenery.root,
    get moves() {
      return scenery.moves;
    },
    get lit() {
      return scenery.lit;
    },
    frame: (framed) => scenery.frame(framed),
    dispose: () => {
      stop();
      scenery.dispose();
    },
  };
};
