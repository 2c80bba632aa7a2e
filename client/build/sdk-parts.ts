/** A build of the client leaves out what Colyseus's SDK brings for games alone: predicted input, and WebTransport. Hearth's server offers neither. */
import type { Plugin } from 'vite';

/** Which file of the SDK is which class alone. One is made only where a server, or who connects, asks for it. */
export const unusedParts = [
  ['input/RoomInput', 'RoomInput'],
  ['transport/H3Transport', 'H3TransportTransport'],
] as const;

const standIn = (name: string): string => `export class ${name} { constructor() { throw new Error('${name} is left out of this build (client/build/sdk-parts.ts)'); } }`;

export const leaveOutSdkParts: Plugin = {
  name: 'hearth:sdk-parts',
  apply: 'build',
  load: {
    filter: { id: unusedParts.map(([file]) => new RegExp(`/node_modules/(?:colyseus\\.js|@colyseus/sdk)/build/${file}\\.mjs$`)) },
    handler: (id) => unusedParts.filter(([file]) => id.endsWith(`/${file}.mjs`)).map(([, name]) => standIn(name))[0],
  },
};
