import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { Scope, Workspace } from '../../shared/contract.ts'
import type { Holdings } from '../../shared/assigning.ts'
import { dayKey } from '../../shared/period.ts'
import { useAsk } from '../api.ts'
import type { Names } from '../chats/names.ts'
import { openAgent } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { Opens } from '../ui/Opens.tsx'
import { useText } from '../ui/text.ts'
import { HourScale, Lanes } from './Lanes.tsx'
import { axisOf } from './bars.ts'
import { mostHeld } from './outlier.ts'
import { useWidth } from './width.ts'

type Agent = Holdings['agents'][number]

interface HeldProps {
  readonly holdings: Holdings
  readonly day: Scope
  /** The day is the last of a longer period. */
  readonly partOfPeriod: boolean
  readonly names: Names
  /** Seconds. */
  readonly target: number | null
  readonly stale: boolean
}

/** The day of each agent as lanes: what was held, where the customer waited, what was passed on. */
export function Held({ holdings, day, partOfPeriod, names, target, stale }: HeldProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const scale = useRef<HTMLTableCellElement>(null)
  const width = useWidth(scale)
  const [pointed, point] = useState<string | null>(null)
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const agents = useMemo(() => byTeam(holdings.agents, workspace, names), [holdings, workspace, names])
  const axis = useMemo(
    () =>
      axisOf(
        holdings.agents.flatMap((agent) => agent.bars),
        day,
        holdings.now,
      ),
    [holdings, day],
  )
  const today = dayKey(holdings.now, day.zone) === dayKey(day.from, day.zone)
  const most = mostHeld(holdings.agents)
  const subtitle = partOfPeriod
    ? text('lanes.subtitleDay', { day: format.date(day.from) })
    : text('lanes.subtitle')
  return (
    <section className="held" data-stale={stale || undefined}>
      <header className="held-head">
        <h2>
          {text('lanes.title')} <small>{pointed ?? subtitle}</small>
        </h2>
        <Legend target={target} />
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col" className="held-agent">
              <span className="unseen">{text('lanes.agent')}</span>
            </th>
            <th scope="col" ref={scale} className="held-scale">
              <span className="unseen">{text('lanes.hours')}</span>
              <HourScale axis={axis} width={width} />
            </th>
            <th scope="col" className="figure held-now">
              {text('lanes.now')}
            </th>
            <th scope="col" className="figure held-today">
              {text(today ? 'lanes.today' : 'lanes.day')}
            </th>
            <th scope="col" className="figure held-median">
              {text('lanes.median')}
            </th>
          </tr>
        </thead>
        <tbody>
          {agents.map(({ agent, opensTeam }, index) => (
            <tr key={agent.agent} data-opens-team={opensTeam || undefined}>
              <th scope="row" className="held-agent" data-most={agent.agent === most?.agent || undefined}>
                <button type="button" dir="auto" onClick={() => openAgent(agent.agent)}>
                  {names.agent(agent.agent)}
                </button>
              </th>
              <td className="held-lanes">
                <Lanes
                  agent={agent.agent}
                  name={names.agent(agent.agent)}
                  bars={agent.bars}
                  axis={axis}
                  width={width}
                  labelNow={index === 0}
                  onPoint={point}
                />
              </td>
              <AgentFigures agent={agent} day={day} most={agent.agent === most?.agent} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface AgentFiguresProps {
  readonly agent: Agent
  readonly day: Scope
  readonly most: boolean
}

function AgentFigures({ agent, day, most }: AgentFiguresProps): ReactNode {
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
          <Opens query={{ metric: 'assigned', scope: day, key: { agent: agent.agent } }}>
            {format.count(agent.today)}
          </Opens>
        )}
      </td>
      <td className="figure held-median">{format.duration(agent.medianHeld)}</td>
    </>
  )
}

function Legend({ target }: { readonly target: number | null }): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  return (
    <p className="held-legend">
      <span data-mark="held">{text('lanes.keyHeld')}</span>
      <span data-mark="waited">
        {target === null
          ? text('lanes.keyWaitedPlain')
          : text('lanes.keyWaited', { target: format.duration(target) })}
      </span>
      <span data-mark="passed">{text('lanes.keyPassed')}</span>
    </p>
  )
}

interface Placed {
  readonly agent: Agent
  /** A hairline above: another team begins. */
  readonly opensTeam: boolean
}

/** Teams together in the workspace's order, names in order within; whoever is in no team comes last. */
function byTeam(
  agents: Holdings['agents'],
  workspace: Workspace | undefined,
  names: Names,
): readonly Placed[] {
  const order = new Map(workspace?.teams.map((team, index) => [team.id, index]))
  const teams = new Map(
    workspace?.agents.map((agent) => [agent.id, order.get(agent.teams[0] ?? '') ?? order.size]),
  )
  const teamOf = (agent: Agent) => teams.get(agent.agent) ?? order.size
  const sorted = [...agents].sort(
    (one, other) =>
      teamOf(one) - teamOf(other) || names.agent(one.agent).localeCompare(names.agent(other.agent)),
  )
  return sorted.map((agent, index) => {
    const before = sorted[index - 1]
    return { agent, opensTeam: before !== undefined && teamOf(before) !== teamOf(agent) }
  })
}
