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

export function printTable(lines: readonly Line[]): readonly string[] {
  const rows = [
    ['', 'goal', 'measured', '× SQLite alone', 'reached'],
    ...lines.map((line) => [
      line.what,
      line.goal,
      line.measured === null ? 'not measured' : shown(line.measured),
      line.ratio === null ? '' : line.ratio.toFixed(2),
      line.reached === null ? '' : line.reached ? 'yes' : 'NO',
    ]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const text = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(Math.max(1, width - 1))}:`)).join(' | ')} |`
  return [text(rows[0] ?? []), rule, ...rows.slice(1).map(text)]
}

function shown(number: number): string {
  if (Math.abs(number) >= 100) return Math.round(number).toLocaleString('en')
  return number.toFixed(number >= 10 ? 1 : 2)
}
