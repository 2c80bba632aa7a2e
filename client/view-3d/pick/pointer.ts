const dragThreshold = 6;
const radiansPerPixel = 0.0052;

export interface PointerTargets {
  /** A press and release in one place, CSS pixels from the canvas' corner. */
  press(x: number, y: number): void;
  /** A drag's next step, radians. */
  drag(yaw: number, pitch: number): void;
}

/** Tells presses from drags on a canvas, for mouse, pen and touch; returns the way to stop. */
export const listenToPointer = (canvas: HTMLCanvasElement, { press, drag }: PointerTargets): (() => void) => {
  const listening = new AbortController();
  const { signal } = listening;
  let held: { readonly id: number; readonly startX: number; readonly startY: number; x: number; y: number; dragging: boolean } | undefined;
  canvas.addEventListener('pointerdown', ({ pointerId, clientX, clientY, isPrimary, button }) => {
    if (!isPrimary || button !== 0) return;
    held = { id: pointerId, startX: clientX, startY: clientY, x: clientX, y: clientY, dragging: false };
    canvas.setPointerCapture(pointerId);
  }, { signal });
  canvas.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
    if (held?.id !== pointerId) return;
    held.dragging ||= Math.hypot(clientX - held.startX, clientY - held.startY) > dragThreshold;
    if (held.dragging) drag((clientX - held.x) * radiansPerPixel, (clientY - held.y) * radiansPerPixel * 0.6);
    [held.x, held.y] = [clientX, clientY];
  }, { signal });
  canvas.addEventListener('pointerup', ({ pointerId, clientX, clientY }) => {
    if (held?.id !== pointerId) return;
    const { dragging } = held;
    held = undefined;
    if (dragging) return;
    const box = canvas.getBoundingClientRect();
    press(clientX - box.left, clientY - box.top);
  }, { signal });
  canvas.addEventListener('pointercancel', () => {
    held = undefined;
  }, { signal });
  return () => listening.abort();
};
