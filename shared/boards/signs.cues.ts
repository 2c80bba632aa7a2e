import { cueKind } from '../kernel/cue.ts';

/** BO22. What those in a board's room hear of it. */
export const signCues = {
  at: cueKind('boards.at', { category: 'people', priority: 3, others: '{name} is at {board}.', many: '{names} went to a board.' }),
} as const;
