/** A build of the client leaves out what only the server does with a capability, and all rules that serve nothing else. */
import { parseAst, Visitor, type Plugin } from 'vite';
import type { Capability } from '#shared/kernel/capability.ts';

/** No view asks for these (test/architecture/purity.test.ts). */
export const serverHalf = ['apply', 'settle', 'cues', 'beyond', 'guard', 'effects', 'reasonOf', 'objectOf', 'payload'] as const satisfies readonly (keyof Capability)[];

const isLeftOut = (name: string): boolean => serverHalf.some((one) => one === name);

/** The same JavaScript without the server's half of what stands in `defineCapability({ … })`. */
export const withoutServerHalf = (code: string): string => {
  const cuts: { readonly start: number; readonly end: number }[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [declared] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'defineCapability' || declared?.type !== 'ObjectExpression') return;
      for (const one of declared.properties) if (one.type === 'Property' && one.key.type === 'Identifier' && isLeftOut(one.key.name)) cuts.push(one);
    },
  }).visit(parseAst(code));
  return cuts.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, ''), code);
};

export const leaveOutServerHalf: Plugin = {
  name: 'hearth:server-half',
  apply: 'build',
  transform: { filter: { id: /\/shared\/.*\.ts$/, code: 'defineCapability(' }, handler: (code) => ({ code: withoutServerHalf(code), map: null }) },
};
