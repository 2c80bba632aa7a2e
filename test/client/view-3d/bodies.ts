import { personId } from '#shared/kernel/ids.ts';
import { defaultLook } from '#shared/people/look.ts';
import type { Body } from '#client/view-3d/scene.ts';

/** A made-up person. */
export const bodyOf = (more: Partial<Body> = {}): Body => ({
  id: personId('ana'), name: 'Ana', look: defaultLook, you: false, connected: true, seated: false, handUp: false, x: 0, z: 0, heading: 0, speed: 0, ...more,
});
