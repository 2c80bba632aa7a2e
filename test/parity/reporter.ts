import type { Reporter, TestModule, TestRunEndReason, Vitest } from 'vitest/node';
import type { SerializedError } from 'vitest';
import { drawMatrix } from './matrix.ts';
import { allIds } from './parts.ts';

/** Prints the parity matrix after a run that had part in it, and fails the run when a cell was not run or did not pass. */
export default class MatrixReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[], _errors: readonly SerializedError[], _reason: TestRunEndReason): void {
    const parity = modules.find((module) => module.moduleId.endsWith('test/parity/parity.test.ts'));
    if (!parity) return;
    const passed = new Set([...parity.children.allTests('passed')].map((test) => test.fullName));
    const { text, whole } = drawMatrix(allIds, passed);
    process.stdout.write(`\n${text}\n`);
    // Whoever asks for some cells by name does not mean the others.
    if (!whole && this.#vitest?.config.testNamePattern === undefined) process.exitCode = 1;
  }
}
