import type { ReactNode } from 'react'
import type { ExplainQuery, Figure, Figures, Scope } from '../../shared/contract.ts'
import { casesOf, isSmall, valueOf } from '../overview/figures.ts'
import { useMetricText } from '../overview/metricText.ts'
import { valueText } from '../overview/valueText.ts'
import { openAgent } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { Opens } from '../ui/Opens.tsx'
import { useText } from '../ui/text.ts'
import type { AgentLine, TeamGroup } from './agentRows.ts'
import type { Scales } from './AgentTable.tsx'
import { columns as catalogue, type ColumnId } from './columns.ts'
import { comparedMetrics, durationOf, warnFromBucket } from './outliers.ts'
import { Initials } from './Initials.tsx'
import { Spread } from './Spread.tsx'
import { useNotes } from './notes.ts'

/** A team's row: its own figures, never sums of its agents' medians. */
export function TeamRow({
  scope,
  group,
  columns,
}: {
  readonly scope: Scope
  readonly group: TeamGroup
  readonly columns: readonly ColumnId[]
}): ReactNode {
  const text = useText('agents')
  return (
    <tr className="agents-team">
      <th scope="rowgroup" className="agents-words">
        <bdi>{group.name ?? text('table.noTeam')}</bdi>{' '}
        <span className="agents-size">{group.lines.length}</span>
      </th>
      {columns.map((column) => (
        <FigureCell
          key={column}
          column={column}
          figures={group.figures}
          query={{ scope, key: { team: group.team } }}
          warned={false}
        />
      ))}
    </tr>
  )
}

/** An agent's row. What made the agent an outlier is in warning text, with the reason in the last column. */
export function AgentLineRow({
  scope,
  line,
  columns,
  scales,
}: {
  readonly scope: Scope
  readonly line: AgentLine
  readonly columns: readonly ColumnId[]
  readonly scales: Scales
}): ReactNode {
  const text = useText('agents')
  const query = { scope, key: { agent: line.agent.id } }
  const stands = line.outliers.length > 0
  return (
    <tr className={stands ? 'agents-line agents-outlier' : 'agents-line'}>
      <th scope="row" className="agents-words">
        <button
          type="button"
          className="agents-name"
          onClick={() => {
            openAgent(line.agent.id)
          }}
        >
          <Initials name={line.agent.name} />
          <bdi>{line.agent.name}</bdi>
          {!line.agent.active && <span className="agents-left"> {text('table.left')}</span>}
        </button>
      </th>
      {columns.map((column) => {
        const { metric, part } = catalogue[column]
        if (part === 'notes') return <NotesCell key={column} line={line} />
        if (part === 'histogram') {
          return <SpreadCell key={column} column={column} line={line} scales={scales} query={query} />
        }
        const warned = part === 'median' && line.outliers.some((outlier) => outlier.metric === metric)
        return (
          <FigureCell key={column} column={column} figures={line.figures} query={query} warned={warned} />
        )
      })}
    </tr>
  )
}

function FigureCell({
  column,
  figures,
  query,
  warned,
}: {
  readonly column: ColumnId
  readonly figures: Figures
  readonly query: Omit<ExplainQuery, 'metric'>
  readonly warned: boolean
}): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const { metric, part } = catalogue[column]
  if (metric === null || part === 'histogram') return <td>{null}</td>
  const figure = figures[metric]
  const value = part === 'p90' ? p90Of(figure) : valueOf(figure)
  const cases = casesOf(figure)
  const of = cases === null ? undefined : text('of', { count: cases, shown: format.count(cases) })
  const quiet = part === 'p90' || isSmall(figure) || value === null
  const className = ['agents-figures', warned ? 'agents-warned' : '', quiet ? 'agents-quiet' : '']
  return (
    <td className={className.join(' ')} title={of}>
      {value === null ? (
        format.count(null)
      ) : (
        <Opens query={{ ...query, metric }}>{valueText(format, metric, value)}</Opens>
      )}
      {isSmall(figure) && value !== null && (
        <span className="agents-denominator"> {text('ofShort', { shown: format.count(cases) })}</span>
      )}
    </td>
  )
}

function SpreadCell({
  column,
  line,
  scales,
  query,
}: {
  readonly column: ColumnId
  readonly line: AgentLine
  readonly scales: Scales
  readonly query: Omit<ExplainQuery, 'metric'>
}): ReactNode {
  const metricText = useMetricText()
  const metric = comparedMetrics.find((one) => one === catalogue[column].metric)
  if (metric === undefined) return <td>{null}</td>
  const outlier = line.outliers.find((one) => one.metric === metric)
  return (
    <td className="agents-spread">
      <Spread
        figure={durationOf(line.figures, metric)}
        scale={scales[metric]}
        warnFrom={outlier === undefined ? null : warnFromBucket(outlier.teamMedian)}
        query={{ ...query, metric }}
        label={metricText.name(metric)}
      />
    </td>
  )
}

function NotesCell({ line }: { readonly line: AgentLine }): ReactNode {
  const notes = useNotes()(line)
  return (
    <td className={line.outliers.length > 0 ? 'agents-notes agents-warned-words' : 'agents-notes'}>
      {notes}
    </td>
  )
}

function p90Of(figure: Figure | undefined): number | null {
  return figure !== undefined && 'p90' in figure ? figure.p90 : null
}
