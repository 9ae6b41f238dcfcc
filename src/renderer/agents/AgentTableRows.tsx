import type { ReactNode, Ref } from 'react'
import type { ExplainQuery, Figures, Scope } from '../../shared/contract.ts'
import { casesOf, isSmall } from '../overview/figures.ts'
import { useMetricText } from '../overview/metricText.ts'
import { valueText } from '../overview/valueText.ts'
import { openAgent } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { Opens } from '../ui/Opens.tsx'
import { useText } from '../ui/text.ts'
import type { AgentLine, TeamGroup } from './agentRows.ts'
import type { Scales } from './AgentTable.tsx'
import { cellValue, durationOf, type Estimates, isEstimated } from './cells.ts'
import { columns as catalogue, type ColumnId } from './columns.ts'
import { Dial } from './Dial.tsx'
import { standsOut, warnFromBucket, worseOutliers } from './findings.ts'
import { useFindingWords } from './findingWords.ts'
import { Initials } from './Initials.tsx'
import { Spread } from './Spread.tsx'

/** What puts a row into its place among all, drawn or not. */
interface Place {
  readonly ref: Ref<HTMLTableRowElement>
  readonly 'data-index': number
  readonly 'aria-rowindex': number
}

type Query = Omit<ExplainQuery, 'metric'>

/** A team's row: its own figures, never sums of its agents' medians. */
export function TeamRow({
  place,
  scope,
  group,
  columns,
}: {
  readonly place: Place
  readonly scope: Scope
  readonly group: TeamGroup
  readonly columns: readonly ColumnId[]
}): ReactNode {
  const text = useText('agents')
  const name = group.name ?? text('table.noTeam')
  return (
    <tr className="agents-team" {...place}>
      <th scope="row" className="agents-words" title={name}>
        <bdi>{name}</bdi> <span className="agents-size">{group.lines.length}</span>
      </th>
      {columns.map((column) => (
        <FigureCell
          key={column}
          column={column}
          figures={group.figures}
          query={{ scope, key: { team: group.team } }}
          warned={false}
          estimates="all"
        />
      ))}
    </tr>
  )
}

/** An agent's row. What made the agent an outlier is in warning text, with the reason in the last column. */
export function AgentLineRow({
  place,
  scope,
  line,
  columns,
  scales,
  estimates,
  target,
}: {
  readonly place: Place
  readonly scope: Scope
  readonly line: AgentLine
  readonly columns: readonly ColumnId[]
  readonly scales: Scales
  readonly estimates: ReadonlyMap<ColumnId, Estimates>
  readonly target: number | null
}): ReactNode {
  const text = useText('agents')
  const query = { scope, key: { agent: line.agent.id } }
  const worse = worseOutliers(line.findings)
  return (
    <tr className={standsOut(line.findings) ? 'agents-line agents-outlier' : 'agents-line'} {...place}>
      <th scope="row" className="agents-words">
        <button
          type="button"
          className="agents-name"
          title={line.agent.name}
          onClick={() => {
            openAgent(line.agent.id)
          }}
        >
          <Initials name={line.agent.name} />
          <span className="agents-name-words">
            <bdi>{line.agent.name}</bdi>
            {!line.agent.active && <span className="agents-left">{text('table.left')}</span>}
          </span>
        </button>
      </th>
      {columns.map((column) => {
        const { metric, part } = catalogue[column]
        if (part === 'notes') return <NotesCell key={column} line={line} />
        if (part === 'coping') return <CopingCell key={column} line={line} />
        if (part === 'histogram')
          return <SpreadCell key={column} column={column} line={line} scales={scales} query={query} />
        return (
          <FigureCell
            key={column}
            column={column}
            figures={line.figures}
            query={query}
            warned={part !== 'p90' && worse.some((outlier) => outlier.metric === metric)}
            estimates={estimates.get(column) ?? 'none'}
            target={target}
          />
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
  estimates,
  target,
}: {
  readonly column: ColumnId
  readonly figures: Figures
  readonly query: Query
  readonly warned: boolean
  readonly estimates: Estimates
  /** Draws a share as a dot over it; undefined: only the figure. */
  readonly target?: number | null
}): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const { metric, part } = catalogue[column]
  if (metric === null || part === 'histogram') return <td>{null}</td>
  const figure = figures[metric]
  const value = cellValue(figures, column)
  const cases = casesOf(figure)
  const estimated = isEstimated(figure)
  const small = isSmall(figure) && value !== null
  const about = [
    ...(cases === null ? [] : [text('of', { count: cases, shown: format.count(cases) })]),
    ...(estimated ? [text('estimated.how')] : []),
  ]
  const quiet = part === 'p90' || isSmall(figure) || value === null
  const className = ['agents-figures', warned ? 'agents-warned' : '', quiet ? 'agents-quiet' : '']
  return (
    <td className={className.join(' ')} title={about.length === 0 ? undefined : about.join(' ')}>
      {part === 'dial' && target !== undefined && value !== null && <Dial share={value} target={target} />}
      {value === null ? (
        format.count(null)
      ) : (
        <Opens query={{ ...query, metric }}>{valueText(format, metric, value)}</Opens>
      )}
      {small && <span className="agents-beside"> {text('ofShort', { shown: format.count(cases) })}</span>}
      {estimated && estimates === 'some' && <span className="agents-beside"> {text('estimated.short')}</span>}
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
  readonly query: Query
}): ReactNode {
  const metricText = useMetricText()
  const { metric } = catalogue[column]
  if (metric === null) return <td>{null}</td>
  const outlier = worseOutliers(line.findings).find((one) => one.metric === metric)
  return (
    <td className="agents-spread">
      <Spread
        figure={durationOf(line.figures, metric)}
        scale={scales.get(column) ?? 1}
        warnFrom={outlier === undefined ? null : warnFromBucket(outlier)}
        query={{ ...query, metric }}
        label={metricText.name(metric)}
      />
    </td>
  )
}

/** The verdict in words; its reasons are the cell's title. */
function CopingCell({ line }: { readonly line: AgentLine }): ReactNode {
  const words = useFindingWords()
  const { coping } = line.findings
  if (coping === null) return <td>{null}</td>
  const tone =
    coping.verdict === 'falling_behind'
      ? 'agents-warned-words'
      : coping.verdict === 'unknown'
        ? 'agents-quiet'
        : ''
  return (
    <td className={`agents-coping ${tone}`}>
      <span title={words.reasons(coping).join('. ')}>{words.verdict(coping)}</span>
    </td>
  )
}

function NotesCell({ line }: { readonly line: AgentLine }): ReactNode {
  const notes = useFindingWords().notes(line.findings).join('; ')
  return (
    <td className={standsOut(line.findings) ? 'agents-notes agents-warned-words' : 'agents-notes'}>
      <span title={notes === '' ? undefined : notes}>{notes}</span>
    </td>
  )
}
