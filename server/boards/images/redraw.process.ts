/** The process that reads pictures: one file in, one answer out, and gone with whoever asks. */
import { redraw } from './redraw.ts';

process.on('message', (bytes: Uint8Array) => void redraw(bytes).then((answer) => process.send?.(answer)));
process.on('disconnect', () => process.exit());
