import type { IntlMessageFormat } from 'intl-messageformat';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** What this file reads of an ICU syntax tree. Only literals have `type` 0. */
interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
  readonly children?: readonly Part[];
}

const accents = new Map([...'aceinosuyzACEINOSUYZ'].map((letter, at) => [letter, [...'áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ'][at] ?? letter]));

/** One literal piece of text: accented and in ⟦⟧, so that text which skipped the messages stands out. */
export const pseudo = (text: string): string => `⟦${[...text].map((letter) => accents.get(letter) ?? letter).join('')}⟧`;

const pseudoPart = (part: Part): Part => ({
  ...part,
  ...(part.type === 0 && part.value !== undefined ? { value: pseudo(part.value) } : {}),
  ...(part.children ? { children: part.children.map(pseudoPart) } : {}),
  ...(part.options
    ? { options: Object.fromEntries(Object.entries(part.options).map(([key, option]) => [key, { ...option, value: option.value.map(pseudoPart) }])) }
    : {}),
});

/** The same message with every literal in ⟦⟧; placeholders are left alone, and so are the values put into them. */
export const pseudoMessage = (ast: Ast): Ast => ast.map((element) => pseudoPart(element as Part)) as Ast;
