import { memo, type ReactNode, type Ref } from 'react'
import type { Scope } from '../../shared/contract.ts'
import { useNames } from '../chats/names.ts'
import { openAgent } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { Opens } from '../ui/Opens.tsx'
import { useText } from '../ui/text.ts'
import type { Axis } from './bars.ts'
import { Lanes } from './Lanes.tsx'
import type { HeldAgent, LaneRow } from './laneRows.ts'

interface HeldRowProps {
  readonly row: LaneRow
  /** Its place in the whole table. */
  readonly index: number
  /** The part of the day the figures count. */
  readonly counted: Scope
  readonly axis: Axis
  readonly width: number
  /** Holds far more than the others. */
  readonly most: boolean
  readonly ref: Ref<HTMLTableRowElement>
  readonly onPoint: (words: string | null) => void
  readonly onPath: (conversation: string) => void
}

/** An agent: the name, the lanes of the day, and what they come to. */
export const HeldRow = memo(function HeldRow(props: HeldRowProps) {
  const { row, index, counted, axis, width, most, ref, onPoint, onPath } = props
  const text = useText('assignments')
  const name = useNames().agent(row.agent.agent)
  return (
    <tr
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      data-opens-team={row.opensTeam || undefined}
      title={row.opensTeam || index === 0 ? (row.team ?? undefined) : undefined}
    >
      <th scope="row" className="held-agent" data-most={most || undefined}>
        <button type="button" dir="auto" onClick={() => openAgent(row.agent.agent)}>
          {name}
        </button>
      </th>
      <td className="held-lanes">
        <Lanes
          name={name}
          bars={row.agent.bars}
          axis={axis}
          width={width}
          labelNow={index === 0}
          nothing={text(row.offShift ? 'lanes.offShift' : 'lanes.nothing')}
          onPoint={onPoint}
          onPath={onPath}
        />
      </td>
      <AgentFigures agent={row.agent} counted={counted} most={most} />
    </tr>
  )
})

interface AgentFiguresProps {
  readonly agent: HeldAgent
  /** The part of the day the figures count. */
  readonly counted: Scope
  readonly most: boolean
}

function AgentFigures({ agent, counted, most }: AgentFiguresProps): ReactNode {
  const format = useFormat()
  return (
    <>
      <td className="figure held-now" data-most={most || undefined}>
        {agent.held === 0 ? '–' : format.count(agent.held)}
      </td>
      <td className="figure held-today">
        {agent.today === 0 ? (
          '–'
        ) : (
          <Opens query={{ metric: 'assigned', scope: counted, key: { agent: agent.agent } }}>
            {format.count(agent.today)}
          </Opens>
        )}
      </td>
      <td className="figure held-median">{format.duration(agent.medianHeld)}</td>
    </>
  )
}
