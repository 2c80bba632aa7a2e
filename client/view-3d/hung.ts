/** What is hung into a room once it stands: its boards, and what is fetched when there is something to show: the scenery of a ritual, the charter. */
import { Group } from 'three';
import type { Words } from '#client/app/words.ts';
import type { Hearth } from '#client/net/hearth.ts';
import { hangBoards } from './boards/hang.ts';
import type { Framed, Hanging } from './stage/hanging.ts';

export const hang = (hearth: Hearth, words: Words) => (request: () => void): Hanging => {
  const boards = hangBoards(hearth, words)(request);
  const root = new Group();
  root.add(boards.root);
  let ritual: 'none' | 'asked for' | Hanging = 'none';
  let charter: 'none' | 'asked for' | Hanging = hearth.layout.id === 'commons' ? 'none' : 'asked for';
  let isOver = false;
  /** RI26. The community's charter stands where everybody comes in. */
  const fetchCharter = ({ uniforms }: Framed): void => {
    charter = 'asked for';
    import('./ritual/whenSigned.ts').then(({ whenSigned }) => whenSigned(hearth)).then(({ hangCharter }) => {
      if (isOver) return;
      charter = hangCharter(hearth, words, uniforms, request);
      root.add(charter.root);
    }, () => undefined);
  };
  const fetchRitual = ({ uniforms }: Framed): void => {
    ritual = 'asked for';
    import('./ritual/hangRitual.ts').then(({ hangRitual }) => {
      if (isOver) return;
      ritual = hangRitual(hearth, words, uniforms);
      root.add(ritual.root);
      request();
    }, () => (ritual = 'none'));
  };
  return {
    root,
    get moves() {
      return typeof ritual === 'object' && ritual.moves;
    },
    get lit() {
      return typeof ritual === 'object' ? ritual.lit : undefined;
    },
    frame: (framed) => {
      boards.frame(framed);
      if (typeof charter === 'object') charter.frame(framed);
      else if (charter === 'none') fetchCharter(framed);
      if (typeof ritual === 'object') ritual.frame(framed);
      else if (ritual === 'none' && hearth.store.current.facts.ritual.has('script')) fetchRitual(framed);
    },
    dispose: () => {
      isOver = true;
      boards.dispose();
      if (typeof charter === 'object') charter.dispose();
      if (typeof ritual === 'object') ritual.dispose();
    },
  };
};
