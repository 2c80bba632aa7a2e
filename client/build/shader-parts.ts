/** A build of the client leaves out what three brings to draw materials that Hearth has none of: nine tenths of its shaders. */
import { parseAst, type Plugin } from 'vite';

/** What a picture here is drawn with: three's basic material, and shaders of our own, which take in the two of these that end one. */
export const usedShaders = ['meshbasic_vert', 'meshbasic_frag', 'tonemapping_pars_fragment', 'colorspace_pars_fragment', 'tonemapping_fragment', 'colorspace_fragment'] as const;

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Three's shaders and the parts of them, by name, and where their text stands in the code of its one file. */
export const shadersIn = (code: string): ReadonlyMap<string, Part> => {
  const texts = new Map<string, Part>();
  const names = new Map<string, string>();
  for (const statement of parseAst(code).body) {
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      if (id.type !== 'Identifier' || !init) continue;
      if (init.type === 'Literal' && typeof init.value === 'string') texts.set(id.name, { text: init.value, start: init.start, end: init.end });
      if (id.name !== 'ShaderChunk' || init.type !== 'ObjectExpression') continue;
      for (const one of init.properties) if (one.type === 'Property' && one.key.type === 'Identifier' && one.value.type === 'Identifier') names.set(one.key.name, one.value.name);
    }
  }
  return new Map([...names].flatMap(([name, variable]) => {
    const part = texts.get(variable);
    return part ? [[name, part] as const] : [];
  }));
};

/** What some shaders are made of, all the way down. */
export const madeOf = (names: readonly string[], shaders: ReadonlyMap<string, Part>, into = new Set<string>()): ReadonlySet<string> => {
  for (const name of names) {
    const part = shaders.get(name);
    if (!part || into.has(name)) continue;
    into.add(name);
    madeOf([...part.text.matchAll(/#include <(\w+)>/g)].map((match) => match[1] ?? ''), shaders, into);
  }
  return into;
};

/** The same JavaScript, in which every other shader says that it was left out, should it be compiled. */
export const withoutUnusedShaders = (code: string): string => {
  const shaders = shadersIn(code);
  const used = madeOf(usedShaders, shaders);
  return [...shaders].filter(([name]) => !used.has(name)).sort(([, one], [, other]) => other.start - one.start)
    .reduce((rest, [name, { start, end }]) => `${rest.slice(0, start)}'#error ${name} is left out of this build (client/build/shader-parts.ts)'${rest.slice(end)}`, code);
};

export const leaveOutShaders: Plugin = {
  name: 'hearth:shader-parts',
  apply: 'build',
  transform: { filter: { id: /\/node_modules\/three\/build\/three\.module\.js$/ }, handler: (code) => ({ code: withoutUnusedShaders(code), map: null }) },
};
