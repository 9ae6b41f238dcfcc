/** Goals and what came of them, as a table of text that is also Markdown. */
export interface Line {
  readonly what: string
  /** Empty where nothing was promised. */
  readonly goal: string
  /** Null: it could not be measured here. */
  readonly measured: number | null
  /** To what SQLite alone takes, in the same run; null where that says nothing. */
  readonly ratio: number | null
  readonly reached: boolean | null
}

/** `against`: what the ratios are to; null leaves them out. */
export function printTable(
  lines: readonly Line[],
  against: string | null = 'SQLite alone',
): readonly string[] {
  const ratios = (...cells: readonly string[]) => (against === null ? [] : cells)
  return alignRows([
    ['', 'goal', 'measured', ...ratios(`× ${against}`), 'reached'],
    ...lines.map((line) => [
      line.what,
      line.goal,
      line.measured === null ? 'not measured' : shown(line.measured),
      ...ratios(line.ratio === null ? '' : line.ratio.toFixed(2)),
      line.reached === null ? '' : line.reached ? 'yes' : 'NO',
    ]),
  ])
}

/** Rows of text, the first one their headings, as lines of one width. */
export function alignRows(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const text = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(Math.max(1, width - 1))}:`)).join(' | ')} |`
  return [text(rows[0] ?? []), rule, ...rows.slice(1).map(text)]
}

/** A number as short as it is still telling. */
export function shown(number: number): string {
  if (Math.abs(number) >= 100) return Math.round(number).toLocaleString('en')
  return number.toFixed(number >= 10 ? 1 : 2)
}
