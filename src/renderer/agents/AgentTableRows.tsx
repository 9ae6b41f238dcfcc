import { memo, type ReactNode, type Ref } from 'react'
import type { ExplainQuery, Figures, Scope } from '../../shared/contract.ts'
import { isSmall } from '../overview/figures.ts'
import { valueText } from '../../shared/valueText.ts'
import { openAgent } from '../selection.ts'
import { Opens } from '../ui/Opens.tsx'
import type { AgentLine, TeamGroup } from './agentRows.ts'
import type { Scales } from './AgentTable.tsx'
import { cellValue, durationOf, type Estimates, isEstimated, restsOn } from './cells.ts'
import { columns as catalogue, type ColumnId } from './columns.ts'
import { Dial } from './Dial.tsx'
import { standsOut, warnFromBucket, worseOutliers } from './findings.ts'
import { Initials } from './Initials.tsx'
import { Spread } from './Spread.tsx'
import type { TableWords } from './tableWords.ts'

/** What puts a row into its place among all, drawn or not. */
interface Place {
  readonly measure: Ref<HTMLTableRowElement>
  readonly index: number
}

/** Rows of the head, which count before those of the table. */
const headRows = 2

type Query = Omit<ExplainQuery, 'metric'>

interface TeamRowProps extends Place {
  readonly words: TableWords
  readonly scope: Scope
  readonly group: TeamGroup
  readonly columns: readonly ColumnId[]
}

/** A team's row: its own figures, never sums of its agents' medians. Drawn anew only when something in it changed. */
export const TeamRow = memo(function TeamRow(props: TeamRowProps): ReactNode {
  const { measure, index, words, scope, group, columns } = props
  const name = group.name ?? words.text('table.noTeam')
  return (
    <tr className="agents-team" ref={measure} data-index={index} aria-rowindex={index + headRows + 1}>
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
          words={words}
        />
      ))}
    </tr>
  )
})

interface AgentLineRowProps extends Place {
  readonly words: TableWords
  readonly scope: Scope
  readonly line: AgentLine
  readonly columns: readonly ColumnId[]
  readonly scales: Scales
  readonly estimates: ReadonlyMap<ColumnId, Estimates>
  readonly target: number | null
}

/**
 * An agent's row. What made the agent an outlier is in warning text, with the reason in the last column. Drawn anew only
 * when something in it changed: hundreds of rows scroll by.
 */
export const AgentLineRow = memo(function AgentLineRow(props: AgentLineRowProps): ReactNode {
  const { measure, index, words, scope, line, columns, scales, estimates, target } = props
  const query = { scope, key: { agent: line.agent.id } }
  const worse = worseOutliers(line.findings)
  return (
    <tr
      className={standsOut(line.findings) ? 'agents-line agents-outlier' : 'agents-line'}
      ref={measure}
      data-index={index}
      aria-rowindex={index + headRows + 1}
    >
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
            {!line.agent.active && <span className="agents-left">{words.text('table.left')}</span>}
          </span>
        </button>
      </th>
      {columns.map((column) => {
        const { metric, part } = catalogue[column]
        if (part === 'notes') return <NotesCell key={column} line={line} words={words} />
        if (part === 'coping') return <CopingCell key={column} line={line} words={words} />
        if (part === 'histogram')
          return (
            <SpreadCell
              key={column}
              column={column}
              line={line}
              scales={scales}
              query={query}
              words={words}
            />
          )
        return (
          <FigureCell
            key={column}
            column={column}
            figures={line.figures}
            query={query}
            warned={part !== 'p90' && worse.some((outlier) => outlier.metric === metric)}
            estimates={estimates.get(column) ?? 'none'}
            target={target}
            words={words}
          />
        )
      })}
    </tr>
  )
})

function FigureCell({
  column,
  figures,
  query,
  warned,
  estimates,
  target,
  words: { text, format },
}: {
  readonly column: ColumnId
  readonly figures: Figures
  readonly query: Query
  readonly warned: boolean
  readonly estimates: Estimates
  /** Draws a share as a dot over it; undefined: only the figure. */
  readonly target?: number | null
  readonly words: TableWords
}): ReactNode {
  const { metric, part } = catalogue[column]
  if (metric === null || part === 'histogram') return <td>{null}</td>
  const figure = figures[metric]
  const value = cellValue(figures, column)
  const shown = restsOn(metric, figure, format)
  const estimated = isEstimated(figure)
  const small = isSmall(figure) && value !== null
  const about = [
    ...(shown === null ? [] : [text('of', { shown })]),
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
      {small && <span className="agents-beside"> {text('ofShort', { shown: shown ?? '' })}</span>}
      {estimated && estimates === 'some' && <span className="agents-beside"> {text('estimated.short')}</span>}
    </td>
  )
}

function SpreadCell({
  column,
  line,
  scales,
  query,
  words,
}: {
  readonly column: ColumnId
  readonly line: AgentLine
  readonly scales: Scales
  readonly query: Query
  readonly words: TableWords
}): ReactNode {
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
        words={words}
      />
    </td>
  )
}

interface WordCellProps {
  readonly line: AgentLine
  readonly words: TableWords
}

/** The verdict in words; its reasons are the cell's title. */
function CopingCell({ line, words: { findings: words, format } }: WordCellProps): ReactNode {
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
      <span title={words.reasons(coping).join(format.signs.part)}>{words.verdict(coping)}</span>
    </td>
  )
}

function NotesCell({ line, words }: WordCellProps): ReactNode {
  const notes = words.findings.notes(line.findings).join(words.format.signs.part)
  return (
    <td className={standsOut(line.findings) ? 'agents-notes agents-warned-words' : 'agents-notes'}>
      <span title={notes === '' ? undefined : notes}>{notes}</span>
    </td>
  )
}
