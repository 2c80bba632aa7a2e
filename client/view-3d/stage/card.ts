/** Whether the graphics card is done with the frame before. Many a machine has none, and draws with its processor what everything else needs, too. */
export class Card {
  private readonly gl: WebGL2RenderingContext;
  /** Behind the last frame in the card's queue (WebGL 2 §3.7.14), until it was seen to be reached. */
  private fence: WebGLSync | undefined;
  /** When (ms) it was given that frame. */
  private given = -Infinity;
  /** How long (ms) it was seen to work on that frame; nobody looks while nothing is to be drawn. */
  private seen = 0;

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
  }

  /** A frame was given to it at `now` (ms). */
  give(now: number): void {
    if (this.fence) this.gl.deleteSync(this.fence);
    // A lost context has no fences, and nothing to wait for.
    this.fence = this.gl.fenceSync(this.gl.SYNC_GPU_COMMANDS_COMPLETE, 0) ?? undefined;
    [this.given, this.seen] = [now, 0];
    this.gl.flush();
  }

  /** Whether it can be given another frame at `now` (ms). `rest`: so many times as long as the last one took it, it is left alone after that one. */
  isFree(now: number, rest: number): boolean {
    if (this.fence) {
      if (!this.gl.isContextLost() && this.gl.getSyncParameter(this.fence, this.gl.SYNC_STATUS) !== this.gl.SIGNALED) {
        this.seen = now - this.given;
        return false;
      }
      this.gl.deleteSync(this.fence);
      this.fence = undefined;
    }
    return now >= this.given + this.seen * (1 + rest);
  }
}
