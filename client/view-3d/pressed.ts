import type { Visit } from '#client/app/context.tsx';
import { wayInto } from '#shared/circles/circles.rules.ts';
import type { Pick } from './scene.ts';

/** Goes to what was pressed, or sits down on it. */
export const press = ({ perform, hearth }: Visit, pick: Pick): void => {
  switch (pick.kind) {
    case 'person':
      return void perform('move.goTo', { to: 'person', id: pick.id });
    case 'seat':
      return void perform('seat.sit', { seat: pick.id });
    case 'object': {
      const thing = hearth.layout.objects.find(({ id }) => id === pick.id);
      // Scenery is no destination; one walks to where it stands.
      if (thing) void perform('move.goTo', thing.destination ? { to: 'object', id: pick.id } : { to: 'spot', x: thing.x, z: thing.z });
      return;
    }
    case 'portal':
      return void perform('portal.enter', { portal: pick.id });
    case 'circle':
      return void perform(wayInto(hearth.view, pick.id), { circle: pick.id });
    case 'floor':
      return void perform('move.goTo', { to: 'spot', x: pick.x, z: pick.z });
  }
};

/** A press on the picture holds focus for walking by keys, as the Walk button does; fingers have no keys. */
export const holdForWalking = (): void => {
  const walk = document.getElementById('walk');
  if (!walk || !matchMedia('(pointer: fine)').matches) return;
  walk.focus({ preventScroll: true });
  if (walk.getAttribute('aria-pressed') !== 'true') walk.click();
};
