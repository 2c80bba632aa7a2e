import { caneParts, glassesParts, hearingAidParts, wheelchairParts } from './aids.shape.ts';
import { bodyParts } from './body.shape.ts';
import type { PartKind } from './crowd.looks.ts';
import { ballParts, brimParts, drapeParts, hoodParts, shellParts } from './headwear.shape.ts';
import { mergeParts, type PartMesh } from './parts.ts';

/** A part's mesh near the camera and far from it; without `far`, the part is left away there. */
export interface KindForm {
  readonly near: PartMesh;
  readonly far?: PartMesh;
  /** Whether near ones get an ink line around them. */
  readonly outlined: boolean;
}

/** Every kind of part; brim and cane are so plain that one mesh serves at any distance. */
export const kindForms = (): Readonly<Record<PartKind, KindForm>> => {
  const twice = (parts: (detail: 'near' | 'far') => Parameters<typeof mergeParts>[0]): KindForm => ({ near: mergeParts(parts('near')), far: mergeParts(parts('far')), outlined: true });
  const [brim, cane] = [mergeParts(brimParts()), mergeParts(caneParts())];
  return {
    body: twice(bodyParts),
    shell: twice(shellParts),
    ball: twice(ballParts),
    // Open cloth would show the inside of its outline.
    drape: { ...twice(drapeParts), outlined: false },
    hood: { ...twice(hoodParts), outlined: false },
    brim: { near: brim, far: brim, outlined: false },
    glasses: { near: mergeParts(glassesParts()), outlined: false },
    hearingAids: { near: mergeParts(hearingAidParts()), outlined: false },
    wheelchair: { ...twice(wheelchairParts), outlined: false },
    cane: { near: cane, far: cane, outlined: false },
  };
};
