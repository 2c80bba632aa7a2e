import type { PersonId } from '../kernel/ids.ts';

/** VO28. Whose voices a step of a ritual lets carry: everyone's, that of whose turn it is, the stage's, nobody's. */
export const voiceRules = ['open', 'turn', 'stage', 'none'] as const;
export type VoiceRule = (typeof voiceRules)[number];

/** VO28. How far somebody's voice carries: as everywhere, to the whole room, from a stage alone, to nobody. */
export type Reach = 'usual' | 'room' | 'stage' | 'nobody';

/** Who has the floor of a room. */
export interface Floor {
  readonly rule: VoiceRule;
  /** Whom the whole room hears. */
  readonly heard: ReadonlySet<string>;
}

/** As the room's state has it; empty for a floor that is nobody's. */
export const floorText = (rule: VoiceRule, heard: Iterable<PersonId>): string => {
  const text = [rule, ...new Set(heard)].join(' ');
  return text === 'open' ? '' : text;
};

export const readFloor = (text: string): Floor => {
  const [rule, ...heard] = text.split(' ');
  return { rule: voiceRules.find((one) => one === rule) ?? 'open', heard: new Set(heard) };
};

const others = { open: 'usual', turn: 'nobody', stage: 'stage', none: 'nobody' } as const;
export const reachOf = ({ rule, heard }: Floor, id: string): Reach => (heard.has(id) ? 'room' : others[rule]);
