import { caneParts, glassesParts, hearingAidParts, squareGlassesParts, stickParts, wheelchairParts } from './aids.shape.ts';
import { bodyParts, skirtParts } from './body.shape.ts';
import type { PartKind } from './crowd.looks.ts';
import { ballParts, brimParts, domeParts, drapeParts, hoodParts, shellParts, strandParts } from './headwear.shape.ts';
import { mergeParts, type PartMesh } from './parts.ts';

/** A part's mesh near the camera and far from it; without `far`, the part is left away there. */
export interface KindForm {
  readonly near: PartMesh;
  readonly far?: PartMesh;
  /** Whether near ones get an ink line around them. */
  readonly outlined: boolean;
}

/** Every kind of part; cane and stick are so plain that one mesh serves at any distance. */
export const kindForms = (): Readonly<Record<PartKind, KindForm>> => {
  const twice = (parts: (detail: 'near' | 'far') => Parameters<typeof mergeParts>[0]): KindForm => ({ near: mergeParts(parts('near')), far: mergeParts(parts('far')), outlined: true });
  const [cane, stick] = [mergeParts(caneParts()), mergeParts(stickParts())];
  return {
    body: twice(bodyParts),
    skirt: twice(skirtParts),
    shell: twice(shellParts),
    dome: twice(domeParts),
    ball: twice(ballParts),
    // Open cloth would show the inside of its outline.
    drape: { ...twice(drapeParts), outlined: false },
    strand: { near: mergeParts(strandParts()), outlined: false },
    hood: { ...twice(hoodParts), outlined: false },
    brim: { ...twice(brimParts), outlined: false },
    glasses: { near: mergeParts(glassesParts()), outlined: false },
    squareGlasses: { near: mergeParts(squareGlassesParts()), outlined: false },
    hearingAid: { near: mergeParts(hearingAidParts()), outlined: false },
    wheelchair: { ...twice(wheelchairParts), outlined: false },
    cane: { near: cane, far: cane, outlined: false },
    stick: { near: stick, far: stick, outlined: false },
  };
};
