// How figures are written: rounded, in tables, each with its spread.

export const number = (figure, digits = 0) => figure.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Least, median and most of several runs. */
export function spread(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  return { least: sorted[0], median: sorted[sorted.length >> 1], most: sorted.at(-1) };
}

/** A spread as the cells of a row. */
export const cells = ({ least, median, most }, digits = 0) => [least, median, most].map((one) => number(one, digits));

/** A table of Markdown: the first column is text, the rest are figures. */
export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, at) => (at ? '---:' : '---'))), ...rows.map(line)].join('\n');
}
