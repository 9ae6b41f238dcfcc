/** What follows from the rows of the table of agents: how wide its columns are, and the file it is saved as. */
import { isSmall } from '../overview/figures.ts'
import { valueText } from '../../shared/valueText.ts'
import type { DataTable } from '../ui/dataTable.ts'
import type { TableRow } from './agentRows.ts'
import { agentsFile } from './agentsFile.ts'
import { cellValue, type Estimates, estimatesIn, isEstimated, restsOn } from './cells.ts'
import { columns as catalogue, type ColumnId, needsGroup } from './columns.ts'
import { type ColumnTexts, columnWidths, type ColumnWidths } from './columnWidths.ts'
import type { TableWords } from './tableWords.ts'

interface AgentTableParts {
  readonly estimates: ReadonlyMap<ColumnId, Estimates>
  readonly widths: ColumnWidths
  readonly file: DataTable
}

export function agentTableParts(
  rows: readonly TableRow[],
  columns: readonly ColumnId[],
  { text, format, metricText, findings: words }: TableWords,
): AgentTableParts {
  const lines = rows.flatMap((row) => (row.kind === 'agent' ? [row.line] : []))
  const estimates = new Map(columns.map((column) => [column, estimatesIn(lines, column)]))
  // A file may be read without its notes: the head says it too.
  const estimatedWords = {
    none: '',
    some: `${format.signs.clause}${text('estimated.partly')}`,
    all: `${format.signs.clause}${text('estimated.word')}`,
  }
  return {
    estimates,
    widths: columnWidths(rows, columns, textsOf),
    file: agentsFile(rows, columns, {
      title: text('title'),
      team: text('table.team'),
      agent: text('column.name'),
      noTeam: text('table.noTeam'),
      column: (column) => text(`choice.${column}`) + estimatedWords[estimates.get(column) ?? 'none'],
      bucket: metricText.bucket,
      coping: ({ coping }) => (coping === null ? '' : words.verdict(coping)),
      notes: (findings) => words.notes(findings).join(format.signs.part),
      estimated: (metric, agents) =>
        text('estimated.of', {
          metric: metricText.name(metric),
          agents:
            agents.length === lines.length ? text('estimated.everybody') : agents.join(format.signs.list),
        }),
    }),
  }

  function textsOf(column: ColumnId): ColumnTexts {
    const head = text(`column.${column}`)
    const around = [
      ...(estimates.get(column) === 'all' ? [text('estimated.head')] : []),
      // A group of one column has its title above it where that is needed.
      ...(isAlone(column, columns) && needsGroup(column) ? [text(`group.${catalogue[column].group}`)] : []),
    ]
    const { metric, part } = catalogue[column]
    if (part === 'coping')
      return {
        head,
        around,
        cells: lines.map(({ findings: { coping } }) => (coping ? words.verdict(coping) : '')),
      }
    if (metric === null) return { head, around, cells: [] }
    const figures = rows.map((row) => (row.kind === 'team' ? row.group.figures : row.line.figures))
    const cells = figures.map((one) => {
      const figure = one[metric]
      const value = cellValue(one, column)
      const shown = valueText(format, metric, value)
      if (value === null) return shown
      const denominator = isSmall(figure)
        ? ` ${text('ofShort', { shown: restsOn(metric, figure, format) ?? '' })}`
        : ''
      const estimated = estimates.get(column) === 'some' && isEstimated(figure)
      return shown + denominator + (estimated ? ` ${text('estimated.short')}` : '')
    })
    return { head, around, cells }
  }
}

function isAlone(column: ColumnId, columns: readonly ColumnId[]): boolean {
  const { group } = catalogue[column]
  return group !== 'attention' && columns.every((one) => one === column || catalogue[one].group !== group)
}
