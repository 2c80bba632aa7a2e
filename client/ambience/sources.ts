import type { Layout, LayoutObject } from '#shared/rooms/layout.ts';

export type Voice = 'fire' | 'water' | 'leaves' | 'birds' | 'counter';

/** What sounds in a room, where, how far it is heard (m), and how loud it is at its place (0 to 1). */
export interface Source {
  readonly voice: Voice;
  readonly x: number;
  readonly z: number;
  readonly reach: number;
  readonly gain: number;
}

const voices: Partial<Readonly<Record<LayoutObject['kind'], Pick<Source, 'voice' | 'reach' | 'gain'>>>> = {
  hearth: { voice: 'fire', reach: 11, gain: 1 },
  pond: { voice: 'water', reach: 9, gain: 0.7 },
  tree: { voice: 'leaves', reach: 14, gain: 0.5 },
  blossom: { voice: 'leaves', reach: 16, gain: 0.6 },
  counter: { voice: 'counter', reach: 10, gain: 0.7 },
};

/** What sounds in a layout; where there is a tree there are birds above it. */
export const sourcesOf = ({ objects }: Pick<Layout, 'objects'>): readonly Source[] =>
  objects.flatMap(({ kind, x, z }): Source[] => {
    const voice = voices[kind];
    if (!voice) return [];
    const own: Source = { ...voice, x, z };
    return voice.voice === 'leaves' ? [own, { voice: 'birds', x, z: z - 3, reach: 30, gain: 0.3 }] : [own];
  });
