import type { ReactNode } from 'react'
import type { Scope } from '../../shared/contract.ts'
import { useText } from '../ui/text.ts'
import type { TeamGroup } from './agentRows.ts'
import { AgentLineRow, TeamRow } from './AgentTableRows.tsx'
import { ColumnHeads } from './ColumnHeads.tsx'
import type { ColumnId } from './columns.ts'
import { durationOf } from './outliers.ts'
import { moveFocus } from './tableKeys.ts'

/** The largest share of one bucket down a column, so that every histogram in it has the same scale. */
export type Scales = Readonly<Record<'first_response_time' | 'resolution_time', number>>

/** The agents by team. Sorting and columns are the person's; the figures of a team are its own. */
export function AgentTable({
  scope,
  groups,
  columns,
}: {
  readonly scope: Scope
  readonly groups: readonly TeamGroup[]
  readonly columns: readonly ColumnId[]
}): ReactNode {
  const text = useText('agents')
  const scales: Scales = {
    first_response_time: largestShare(groups, 'first_response_time'),
    resolution_time: largestShare(groups, 'resolution_time'),
  }
  return (
    // Scrolls sideways where the columns do not fit; its buttons bring it along by keyboard.
    <div className="agents-scroll">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from its buttons */}
      <table
        className="agents-table"
        onKeyDown={(event) => {
          if (moveFocus(event.currentTarget, event.target, event.key)) event.preventDefault()
        }}
      >
        <caption className="unseen">{text('table.label')}</caption>
        <ColumnHeads columns={columns} />
        {groups.map((group) => (
          <tbody key={group.team ?? ''}>
            <TeamRow scope={scope} group={group} columns={columns} />
            {group.lines.map((line) => (
              <AgentLineRow key={line.agent.id} scope={scope} line={line} columns={columns} scales={scales} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function largestShare(groups: readonly TeamGroup[], metric: keyof Scales): number {
  let largest = 0
  for (const line of groups.flatMap((group) => group.lines)) {
    const figure = durationOf(line.figures, metric)
    if (figure === null || figure.count === 0) continue
    largest = Math.max(largest, ...figure.buckets.map((count) => count / figure.count))
  }
  return largest
}
