/** `npm run explain -- ID`: everything that is known of a capability, from the registry, the SPEC files and the tests. */
import { capabilityIds, isCapabilityId } from '#shared/registry.ts';
import { isRitualCapabilityId, ritualCapabilityIds } from '#shared/rituals/ritual.registry.ts';
import { explanationOf } from './explanation.ts';
import { runTool, say, ToolTrouble } from './tool.ts';

const ids = [...capabilityIds, ...ritualCapabilityIds];

await runTool({
  usage: 'npm run explain -- ID',
  help: `Explains a capability: its declaration, the rules of its feature and the tests that wear them, its cells of the parity\nmatrix, its cues. ID is one of:\n\n${ids.map((id) => `  ${id}`).join('\n')}`,
  words: [1, 1],
  run: async ({ words: [id = ''] }) => {
    if (!isCapabilityId(id) && !isRitualCapabilityId(id)) throw new ToolTrouble(`There is no capability ${id}. There are: ${ids.join(', ')}.`);
    for (const line of await explanationOf(id)) say(line);
  },
});
