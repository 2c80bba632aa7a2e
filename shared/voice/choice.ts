import type { Carrier } from './hearing.ts';

/** VO10. How many voices one gets at most. */
export const MOST_VOICES = 16;
/** VO10. How much nearer than they are those count who are heard already. */
const INCUMBENT = 0.87;

/** Someone audible. */
export interface Candidate {
  readonly index: number;
  readonly carrier: Carrier;
  readonly metres: number;
  /** Chosen before. */
  readonly isHeard: boolean;
  /** Their microphone is on. */
  readonly isOn: boolean;
}

const order: Readonly<Record<Carrier, number>> = { circle: 0, stage: 1, floor: 2 };
const weight = ({ metres, isHeard }: Candidate): number => (isHeard ? metres * INCUMBENT : metres);
const byRank = (a: Candidate, b: Candidate): number => order[a.carrier] - order[b.carrier] || weight(a) - weight(b) || a.index - b.index;

/** VO10, VO11. Of those audible the ones who are heard, first the most important; among them those who would be, had they the microphone on. */
export const choose = <C extends Candidate>(candidates: readonly C[], most: number): readonly C[] => {
  const chosen: C[] = [];
  let voices = 0;
  for (const candidate of candidates.toSorted(byRank)) {
    if (voices >= most) break;
    if (candidate.isOn) voices++;
    chosen.push(candidate);
  }
  return chosen;
};
