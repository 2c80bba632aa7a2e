/** The shares of full resolution that the scene may be drawn at. */
const ladder = [1, 0.8, 0.65, 0.5] as const;

const slowMilliseconds = 26;
const quickMilliseconds = 18;
const framesToJudge = 40;
/** A frame this late followed a rest, not a slow draw. */
const restMilliseconds = 250;

/**
 * Chooses a resolution from the time between frames that were drawn back to back. Only those count: at an ambience of
 * twenty frames a second, or after a rest, the time between frames says nothing about the machine.
 */
export class Pace {
  private step = 0;
  private last: number | undefined;
  private total = 0;
  private count = 0;
  /** Rising is tried rarely, so that the picture does not pump. */
  private patience = 4;
  private quickRounds = 0;

  /** Notes a frame; returns the share of full resolution to draw the next at. */
  note(now: number, backToBack: boolean): number {
    const since = this.last === undefined ? Infinity : now - this.last;
    this.last = backToBack ? now : undefined;
    if (!backToBack || since > restMilliseconds) return this.share;
    this.total += since;
    this.count += 1;
    if (this.count >= framesToJudge) this.judge();
    return this.share;
  }

  private judge(): void {
    const mean = this.total / this.count;
    this.total = 0;
    this.count = 0;
    this.quickRounds = mean < quickMilliseconds ? this.quickRounds + 1 : 0;
    if (mean > slowMilliseconds && this.step < ladder.length - 1) {
      this.step += 1;
      this.patience *= 2;
    } else if (this.quickRounds >= this.patience && this.step > 0) {
      this.step -= 1;
      this.quickRounds = 0;
    }
  }

  get share(): number {
    return ladder[this.step] ?? 1;
  }
}
