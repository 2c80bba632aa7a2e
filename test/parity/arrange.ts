/** What the cells of the matrix have in common: what an effect is, and what must be so before. */
import type { Answer } from '#shared/kernel/command.ts';
import type { Stage } from './stage.ts';

export type Effect = {
  /** Brings about, on the server, what must be so before. */
  readonly arrange?: (stage: Stage) => Promise<unknown>;
  /** What must then be true there. */
  readonly done: (stage: Stage) => Promise<void>;
} & (
  /** What the person hears. */
  | { readonly words: RegExp }
  /** Of what is not announced, because it shows something: what a screen reader then comes upon. */
  | { readonly reads: RegExp }
);

/** A cue to this person, or to all, since the act began. */
export const told = ({ self, before }: Stage, kind: string): Promise<void> =>
  self.until(`the cue ${kind}`, ({ cues }) => cues.slice(before.told).some((cue) => cue.kind === kind && cue.by === self.id));
export const seen = ({ self, wanda, before }: Stage, kind: string): Promise<void> =>
  wanda.until(`the cue ${kind}, heard by others`, ({ cues }) => cues.slice(before.seen).some((cue) => cue.kind === kind && cue.by === self.id));
export const stands = ({ wanda, name }: Stage): Promise<void> => wanda.until(`${name} stands still`, () => wanda.pose(name)?.speed === 0);
export const isSeated = ({ wanda, self }: Stage): boolean => wanda.facts.people.get(self.id)?.seated === true;
export const handIsUp = ({ wanda, self }: Stage): boolean => wanda.facts.hands.has(self.id);

export const standing = async (stage: Stage): Promise<void> => {
  if (isSeated(stage)) await stage.self.perform('seat.stand', {});
  await stands(stage);
};

export const accepted = (answer: Answer): void => {
  if (!answer.accepted) throw new Error(`It could not be arranged: ${answer.refusal.code}`);
};
