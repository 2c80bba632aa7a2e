/** `npm run livekit`: gets the LiveKit server that carries voice on this machine, where Go is. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findLivekit, livekitFolder, LIVEKIT_VERSION } from '../voice/livekit/supervisor.ts';
import { runTool, say, ToolTrouble } from './tool.ts';

const goAt = (): string | undefined => ['go', '/usr/local/go/bin/go'].find((file) => spawnSync(file, ['version']).status === 0);

await runTool({
  usage: 'npm run livekit',
  help: [
    `Builds the LiveKit server ${LIVEKIT_VERSION}, which carries voice, with Go: some two minutes. npm start finds it then, and runs it`,
    'for browsers on this machine. For others, run a LiveKit that they can reach, and name it by LIVEKIT_URL.',
  ].join('\n'),
  words: [0, 0],
  run: () => {
    const found = findLivekit();
    if (found !== undefined) {
      say(`There is a LiveKit server: ${found}. npm start runs it.`);
      return Promise.resolve();
    }
    const go = goAt();
    if (go === undefined) throw new ToolTrouble(`It needs Go (https://go.dev/dl/). Or put a livekit-server ${LIVEKIT_VERSION} on the PATH, or name one elsewhere by LIVEKIT_URL.`);
    say(`Building LiveKit ${LIVEKIT_VERSION} (about two minutes)…`);
    const { status } = spawnSync(go, ['install', `github.com/livekit/livekit-server/cmd/server@${LIVEKIT_VERSION}`], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, GOBIN: livekitFolder() } });
    if (status !== 0 || !existsSync(join(livekitFolder(), 'server'))) throw new ToolTrouble('Go could not build it; why stands above.');
    say('It is built. npm start runs it.');
    return Promise.resolve();
  },
});
