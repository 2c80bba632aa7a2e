/** Whether the graphics card is done with the frame before. Many a machine has none, and draws with its processor what everything else needs, too. */
export class Card {
  private readonly gl: WebGL2RenderingContext;
  /** Behind the last frame in the card's queue (WebGL 2 §3.7.14), until it was seen to be reached. */
  private fence: { readonly sync: WebGLSync; readonly given: number } | undefined;
  /** How long (ms) it was seen to work on that frame; nobody looks while nothing is to be drawn. */
  private seen = 0;
  private rested = -Infinity;
  /** It rests so many times as long as a frame took it. */
  rest = 0;

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
  }

  /** A frame was given to it at `now` (ms). */
  give(now: number): void {
    if (this.fence) this.gl.deleteSync(this.fence.sync);
    const sync = this.gl.fenceSync(this.gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    // A lost context has no fences, and nothing to wait for.
    this.fence = sync ? { sync, given: now } : undefined;
    this.seen = 0;
    this.gl.flush();
  }

  /** Whether it can be given another frame at `now` (ms). */
  isFree(now: number): boolean {
    if (this.fence) {
      if (!this.gl.isContextLost() && this.gl.getSyncParameter(this.fence.sync, this.gl.SYNC_STATUS) !== this.gl.SIGNALED) {
        this.seen = now - this.fence.given;
        return false;
      }
      this.gl.deleteSync(this.fence.sync);
      this.fence = undefined;
      this.rested = now + this.seen * this.rest;
    }
    return now >= this.rested;
  }
}
