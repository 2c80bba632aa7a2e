const ellipsis = '…';
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lettersOf = (text: string): string[] => [...letters.segment(text)].map(({ segment }) => segment);

/** As many letters of a text as are no wider than `width` with `end` behind them. */
const cut = (text: string, width: number, measure: (text: string) => number, end = ''): string => {
  const all = lettersOf(text);
  let count = all.length;
  while (count > 0 && measure(all.slice(0, count).join('').trimEnd() + end) > width) count -= 1;
  return all.slice(0, count).join('').trimEnd() + end;
};

/**
 * A text in at most `most` lines, none wider than `width`: broken between words, within one only where it is longer than a
 * line; what is left over becomes an ellipsis.
 */
export const fitted = (text: string, width: number, measure: (text: string) => number, most = 2): string[] => {
  let rest = text.replace(/\s+/gu, ' ').trim();
  const lines: string[] = [];
  while (rest !== '' && lines.length < most) {
    if (measure(rest) <= width) return [...lines, rest];
    if (lines.length === most - 1) return [...lines, cut(rest, width, measure, ellipsis)];
    const words = rest.split(' ');
    let count = words.length;
    while (count > 0 && measure(words.slice(0, count).join(' ')) > width) count -= 1;
    // A line takes one letter at least, or nothing would ever get on.
    const line = count > 0 ? words.slice(0, count).join(' ') : cut(rest, width, measure) || (lettersOf(rest)[0] ?? '');
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  return lines;
};
