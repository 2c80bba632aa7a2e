/**
 * A board as Markdown and back: `# title`, `## group`, `- note`, further lines of a note indented, and `→ (label) note` for where it
 * leads. A line of a note that could be read as something else begins with a backslash.
 */
import type { Outline, OutlineGroup } from './outline.ts';

/** A board that somebody has written down. */
export interface Draft {
  readonly title: string;
  /** What stands before the first heading has no name. */
  readonly groups: readonly DraftGroup[];
}
export interface DraftGroup {
  readonly name: string | undefined;
  readonly notes: readonly DraftNote[];
}
export interface DraftNote {
  readonly text: string;
  /** By the first line of the note that it leads to. */
  readonly leadsTo: readonly { readonly to: string; readonly label: string }[];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** By which a note is found again. */
export const firstLine = (text: string): string => oneLine(text.split('\n')[0] ?? '');
const guarded = (line: string): string => (line === '' || /^(?:[\\→]|\s*(?:[-*+]|\d{1,9}[.)])(?: |$)|!\[|\[[ xX]\] )/.test(line) ? `\\${line}` : line);
const bare = (line: string): string => (line.startsWith('\\') ? line.slice(1) : line);

const itemOf = (text: string): readonly string[] => text.split('\n').map((line, at) => `${at === 0 ? '- ' : '  '}${guarded(line)}`);

/** Texts as a list, to be read back. */
export const listOf = (texts: readonly string[]): string => texts.flatMap(itemOf).join('\n');

/** BO16. */
export const toMarkdown = (title: string, { groups }: Outline): string => {
  const texts = new Map(groups.flatMap(({ notes }) => notes.map(({ id, text }) => [id, text] as const)));
  const groupLines = ({ id, name, notes, drawings }: OutlineGroup): readonly string[] => [
    ...(id === undefined ? [] : [`## ${oneLine(name)}`, '']),
    ...notes.flatMap(({ text, leadsTo }) => [
      ...itemOf(text),
      ...leadsTo.map(({ other, label }) => `  → ${label ? `(${oneLine(label).replace(/[\\)]/g, '\\$&')}) ` : ''}${firstLine(texts.get(other) ?? '').replace(/^[\\(]/, '\\$&')}`),
    ]),
    ...drawings.filter(({ label }) => label).map(({ label }) => `- ![${oneLine(label)}]()`),
    '',
  ];
  // What has no heading comes first: below one, it would belong to that.
  const [named, loose] = [groups.filter(({ id }) => id !== undefined), groups.filter(({ id }) => id === undefined)];
  return [`# ${oneLine(title)}`, '', ...[...loose, ...named].flatMap(groupLines)].join('\n');
};

const arrow = /^→ (?:\(((?:[^\\)]|\\.)*)\) )?(.*)$/u;

/** BO16. Reads what `toMarkdown` writes, and what people write: any list, headings of any depth, and lines by themselves as notes. */
export const fromMarkdown = (markdown: string): Draft => {
  let title = '';
  const groups: { name: string | undefined; notes: { text: string; leadsTo: { to: string; label: string }[] }[] }[] = [{ name: undefined, notes: [] }];
  let open = false;
  for (const line of markdown.split(/\r?\n/)) {
    const heading = /^(#{1,6})(?: (.*))?$/.exec(line);
    const item = /^\s*(?:[-*+]|\d{1,9}[.)])(?: (?:\[[ xX]\] )?(.*))?$/.exec(line);
    const note = groups.at(-1)?.notes.at(-1);
    // Below a note, two spaces carry it on; but a list item there is a note of its own unless it is guarded.
    const further = open && note && /^ {2}/.test(line) ? line.slice(2) : undefined;
    if (heading) {
      if (heading[1] === '#' && title === '' && groups.length === 1 && groups[0]?.notes.length === 0) title = heading[2] ?? '';
      else groups.push({ name: heading[2] ?? '', notes: [] });
      open = false;
    } else if (note && further !== undefined && !item) {
      const led = arrow.exec(further);
      if (led) note.leadsTo.push({ label: (led[1] ?? '').replace(/\\(.)/g, '$1'), to: bare(led[2] ?? '') });
      else note.text += `\n${bare(further)}`;
    } else if (item && /^!\[.*\]\(.*\)$/.test(item[1] ?? '')) open = false;
    else if (item || line.trim() !== '') {
      groups.at(-1)?.notes.push({ text: bare(item ? (item[1] ?? '') : line.trim()), leadsTo: [] });
      open = true;
    } else open = false;
  }
  return { title, groups: groups.filter(({ name, notes }) => name !== undefined || notes.length > 0) };
};
