/** When frames are drawn: at the display's pace while something moves, at a slow one for ambience, else not at all. */
export interface FrameNeeds {
  /** `since` is how long (ms) ago the frame before was drawn, where this one was due at once after it; none after a rest. */
  draw(now: number, since: number | undefined): void;
  /** Something moves by itself: draw the next frame at once. */
  restless(now: number): boolean;
  /** Fire, leaves and breath play. */
  ambience(): boolean;
  /** At least so long (ms) from frame to frame. */
  pause?(): number;
  /** Whether the frame before is through. */
  isFree?(now: number): boolean;
}

const ambienceMilliseconds = 50;
/** Displays draw a little early or late. */
const tolerance = 4;

/** A demand-driven loop; nothing is scheduled while nothing is due or the page is hidden. */
export class FrameLoop {
  private readonly needs: FrameNeeds;
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;
  private drawn = -Infinity;
  /** Whether the frame that is scheduled was due at once after the last one. */
  private consecutive = false;
  private readonly onVisibility = (): void => (document.hidden ? this.rest() : this.request());

  constructor(needs: FrameNeeds) {
    this.needs = needs;
    document.addEventListener('visibilitychange', this.onVisibility);
  }

  /** Asks for one frame; it goes on from there if more is due. */
  request(): void {
    if (this.stopped || document.hidden || this.frame !== 0) return;
    clearTimeout(this.timer);
    this.frame = requestAnimationFrame((now) => this.run(now));
  }

  private run(now: number): void {
    this.frame = 0;
    if (now - this.drawn < (this.needs.pause?.() ?? 0) - tolerance || this.needs.isFree?.(now) === false) {
      this.request();
      return;
    }
    const since = this.consecutive ? now - this.drawn : undefined;
    this.drawn = now;
    this.consecutive = false;
    this.needs.draw(now, since);
    if (this.needs.restless(now)) {
      this.request();
      this.consecutive = true;
    } else if (this.needs.ambience() && this.frame === 0) this.timer = setTimeout(() => this.request(), ambienceMilliseconds);
  }

  private rest(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.frame = 0;
    this.consecutive = false;
  }

  stop(): void {
    this.stopped = true;
    this.rest();
    document.removeEventListener('visibilitychange', this.onVisibility);
  }
}
