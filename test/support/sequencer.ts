import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes milliseconds comes first, then servers, then browsers: of these what takes longest, so that nobody waits for one file at the end. */
const order = [/\/test\/(?:architecture|types|rules|client)\//, /\/test\/(?:server|storage)\//, /\/test\/parity\//, /\/test\/browser\/screens\./, /\/test\//];
const rank = ({ moduleId }: TestSpecification): number => order.findIndex((one) => one.test(moduleId));

export class FastFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
