import { Group } from 'three';
import type { Words } from '#client/app/words.ts';
import type { Hearth } from '#client/net/hearth.ts';
import { charterOf } from '#client/rituals/records/charter.ts';
import { record, records } from '#client/rituals/records/records.words.ts';
import type { Layout } from '#shared/rooms/layout.ts';
import type { SceneUniforms } from '../stage/uniforms.ts';
import type { Hanging } from '../stage/hanging.ts';
import { Paper } from './paper.ts';
import type { Spot } from './places.ts';
import { easel, standing } from './things.ts';

/** So far from the middle of the notice board (m), to its left as one reads it. */
const BESIDE = 2.2;

/** Beside the board for what everyone should know, turned as it is. */
export const charterSpot = ({ objects }: Pick<Layout, 'objects'>): Spot | undefined => {
  const board = objects.find(({ kind }) => kind === 'board');
  return board && { x: board.x - Math.cos(board.heading) * BESIDE, z: board.z + Math.sin(board.heading) * BESIDE, heading: board.heading };
};

/** RI26. The charter that was signed last, on an easel in the Commons, with who signed it. */
export const hangCharter = (hearth: Hearth, words: Words, uniforms: SceneUniforms, request: () => void): Hanging => {
  const root = new Group();
  const spot = charterSpot(hearth.layout);
  const store = charterOf(hearth);
  let paper: Paper | undefined;
  let stand: ReturnType<typeof standing> | undefined;
  const show = (): void => {
    const { page } = store.current;
    if (!page || !spot) return;
    if (!paper) {
      [paper, stand] = [new Paper(spot), standing(easel(spot), uniforms)];
      root.add(stand, paper.mesh);
    }
    paper.write({ title: words(record.charter, { title: page.charter.title, version: page.charter.version }), names: page.signed, of: 'signing', count: words(records.signedCount, { count: page.signed.length }) });
    request();
  };
  const stop = store.subscribe(show);
  show();
  return {
    root,
    moves: false,
    frame: () => paper?.light(uniforms.uEvening.value),
    dispose: () => {
      stop();
      paper?.dispose();
      stand?.geometry.dispose();
      stand?.material.dispose();
    },
  };
};
