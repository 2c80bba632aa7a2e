import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { log } from '../../host/log.ts';
import type { Redrawn, Unreadable } from './redraw.ts';

export type Drawn = Redrawn | Unreadable | 'imagesBusy' | 'imagesAway';

/** A picture is given up after so long (ms), so many wait, and the process goes when it had nothing to do for so long. */
const WITHIN = 20_000;
const MOST_WAITING = 24;
const IDLE = 60_000;
/** So much of what it says as it fails to start is written down (characters). */
const MOST_SAID = 1_000;

const FILE = join(import.meta.dirname, 'redraw.process.ts');
/** It is told nothing of this process: no setting, no secret. */
const start = (file: string): ChildProcess =>
  fork(file, { execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=256'], env: {}, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced' });

/**
 * Has pictures drawn anew, one after the other, in a process of its own: what reads files of strangers may crash, hang or be taken
 * over, and this one goes on.
 */
export class Studio {
  readonly #file: string;
  readonly #within: number;
  #child: ChildProcess | undefined;
  /** What the process has said on its error stream, such as that this machine lacks what reads pictures. */
  #said = '';
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(file = FILE, within = WITHIN) {
    [this.#file, this.#within] = [file, within];
  }

  /** The picture in a file; or why there is none. Never rejects. */
  async redraw(bytes: Uint8Array): Promise<Drawn> {
    if (this.#waiting >= MOST_WAITING) return 'imagesBusy';
    this.#waiting++;
    const turn = this.#last.then(() => this.#ask(bytes));
    this.#last = turn;
    return turn.finally(() => this.#waiting--);
  }

  close(): void {
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #ask(bytes: Uint8Array): Promise<Drawn> {
    clearTimeout(this.#idle);
    const isNew = this.#child === undefined;
    const child = (this.#child ??= this.#start());
    return new Promise<Drawn>((resolve) => {
      const settle = (drawn: Drawn): void => {
        clearTimeout(patience);
        child.off('message', answered).off('close', died).off('error', died);
        this.#rest();
        resolve(drawn);
      };
      const answered = (drawn: Drawn): void => settle(drawn);
      const died = (code: unknown): void => {
        this.close();
        // One that never answered anything cannot; one that did was ended by this file.
        const isAway = isNew && code === 1;
        log(isAway ? 'images.away' : 'images.died', { code: code instanceof Error ? code.message : String(code), ...(isAway && { said: this.#said }) });
        settle(isAway ? 'imagesAway' : 'imageBroken');
      };
      const patience = setTimeout(() => child.kill('SIGKILL'), this.#within);
      child.once('message', answered).once('close', died).once('error', died);
      child.send(bytes, (error) => {
        if (error) died(error);
      });
    });
  }

  #start(): ChildProcess {
    const child = start(this.#file);
    this.#said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => { this.#said = (this.#said + text).slice(0, MOST_SAID); });
    return child;
  }

  #rest(): void {
    this.#idle = setTimeout(() => this.close(), IDLE).unref();
  }
}
