import { memo, type ReactNode, useMemo } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import type { AgentLoad, NowAnswer } from '../../shared/live.ts'
import type { Names } from '../chats/names.ts'
import { useFormat } from '../ui/format.ts'
import type { Format } from '../ui/numbers.ts'
import { Section } from '../ui/Section.tsx'
import { Empty } from '../ui/states.tsx'
import { type Text, useText } from '../ui/text.ts'
import { LiveTable, type RowPlace } from './LiveTable.tsx'
import {
  advisedAgents,
  loadRows,
  type LoadRow,
  loadWord,
  type LoadWord,
  mostLoaded,
  presentStates,
} from './loads.ts'
import { LoadSquares } from './LoadSquares.tsx'
import { openHeld } from './opening.ts'
import { Press } from './Press.tsx'
import { useScreen } from './screen.ts'
import { useTick } from './ticker.ts'

interface AgentsProps {
  readonly answer: NowAnswer
  readonly names: Names
}

const teamHeight = 30
const agentHeight = 25

/** Who is there and how much each holds, by team. */
export function Agents({ answer, names }: AgentsProps): ReactNode {
  const text = useText('now')
  const format = useFormat()
  const { agents } = answer
  return (
    <Section
      place="agents"
      title={text('agents.title')}
      subtitle={presenceWords(agents, text, format)}
      aside={
        agents.length > 0 && (
          <span className="load-key">
            <i aria-hidden="true" />
            {text('agents.key')}
          </span>
        )
      }
    >
      {agents.length === 0 ? (
        <Empty why={text('agents.none')} todo={text('agents.noneTry')} />
      ) : (
        <AgentRows answer={answer} names={names} />
      )}
    </Section>
  )
}

function presenceWords(agents: readonly AgentLoad[], text: Text, format: Format): string | undefined {
  if (agents.length === 0) return undefined
  const states = presentStates(agents)
  if (states.length > 0)
    return states.map(({ state, count }) => text(`agents.count.${state}`, { count })).join(format.signs.list)
  return agents.every(({ state }) => state === 'unknown')
    ? text('agents.presenceUnknown')
    : text('agents.nobodyThere')
}

function AgentRows({ answer, names }: AgentsProps): ReactNode {
  const text = useText('now')
  const { wall } = useScreen()
  const { agents } = answer
  const rows = useMemo(
    () => (wall ? mostLoaded(agents).map((load): LoadRow => ({ kind: 'agent', load })) : loadRows(agents)),
    [agents, wall],
  )
  const advised = useMemo(() => advisedAgents(answer), [answer])
  const capacities = new Set(agents.map(({ capacity }) => capacity))
  const [capacity] = capacities
  return (
    <LiveTable
      label={text('agents.title')}
      className="agent-rows"
      head={
        <>
          <th scope="col">
            <span className="unseen">{text('agents.agent')}</span>
          </th>
          <th scope="col">
            {capacities.size === 1 && capacity !== undefined
              ? text('agents.loadOf', { capacity })
              : text('agents.load')}
          </th>
          <th scope="col" className="figure">
            {text('agents.open')}
          </th>
          <th scope="col" className="figure">
            {text('agents.waiting')}
          </th>
          <th scope="col">
            <span className="unseen">{text('agents.state')}</span>
          </th>
        </>
      }
      widths={[null, 84, 50, 50, 80]}
      more={(count) => text('agents.others', { count })}
      rows={rows}
      keyOf={keyOfRow}
      heightOf={({ kind }) => (kind === 'team' ? teamHeight : agentHeight)}
    >
      {(row, place) =>
        row.kind === 'team' ? (
          <TeamRow
            key={keyOfRow(row)}
            name={row.team === null ? text('agents.noTeam') : names.team(row.team)}
            row={row}
            place={place}
          />
        ) : (
          <AgentRow
            key={keyOfRow(row)}
            load={row.load}
            name={names.agent(row.load.agent)}
            room={advised.has(row.load.agent)}
            place={place}
          />
        )
      }
    </LiveTable>
  )
}

function keyOfRow(row: LoadRow): string {
  return row.kind === 'team' ? `team ${row.team ?? ''}` : `agent ${row.load.team ?? ''} ${row.load.agent}`
}

interface TeamRowProps {
  readonly name: string
  readonly row: Extract<LoadRow, { readonly kind: 'team' }>
  readonly place: RowPlace
}

function TeamRow({ name, row, place }: TeamRowProps): ReactNode {
  const format = useFormat()
  const { height, ...where } = place
  const open = () => openHeld(row.team === null ? {} : { teams: [row.team] })
  return (
    <tr {...where} style={{ height }} className="team-row">
      <th scope="rowgroup" colSpan={2}>
        <bdi>{name}</bdi>
      </th>
      <td className="figure">
        <Count value={row.held} shown={format.count(row.held)} onOpen={open} />
      </td>
      <td className="figure">
        <Count value={row.waiting} shown={format.count(row.waiting)} onOpen={open} />
      </td>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a team has no state */}
      <td />
    </tr>
  )
}

interface AgentRowProps {
  readonly load: AgentLoad
  readonly name: string
  /** They are to take chats. */
  readonly room: boolean
  readonly place: RowPlace
}

const AgentRow = memo(function AgentRow({ load, name, room, place }: AgentRowProps): ReactNode {
  const text = useText('now')
  const format = useFormat()
  const { unit } = useScreen()
  const { height, ...where } = place
  const word = loadWord(load, room ? new Set([load.agent]) : new Set())
  const absent = load.held === 0 && (load.state === 'offShift' || load.state === 'offline')
  const open = () => openHeld({ agents: [load.agent] })
  const figure = (value: number) => (absent ? '–' : format.count(value))
  return (
    <tr
      {...where}
      style={{ height }}
      data-over={load.held > load.capacity || undefined}
      data-absent={absent || undefined}
    >
      <th scope="row" aria-label={name}>
        <span className="agent-who">
          <span className="agent-dot" data-state={load.state} />
          <Press className="agent-name" label={text('agents.opens', { name })} onPress={open}>
            <bdi>{name}</bdi>
          </Press>
        </span>
      </th>
      <td>{!absent && <LoadSquares load={load} unit={unit} />}</td>
      <td className="figure">
        <Count value={load.held} shown={figure(load.held)} onOpen={open} />
      </td>
      <td className="figure" data-none={load.waiting === 0 || undefined}>
        <Count value={load.waiting} shown={figure(load.waiting)} onOpen={open} />
      </td>
      <td className="agent-word" data-tone={word?.kind === 'over' ? 'warning' : undefined}>
        {word === null ? <StateUnseen load={load} /> : <Word word={word} />}
      </td>
    </tr>
  )
})

/** A dot alone says nothing to those who hear the page. */
function StateUnseen({ load }: { readonly load: AgentLoad }): ReactNode {
  const text = useText('now')
  return load.state === 'unknown' ? null : <span className="unseen">{text(`agents.is.${load.state}`)}</span>
}

function Word({ word }: { readonly word: LoadWord }): ReactNode {
  const text = useText('now')
  const format = useFormat()
  const since = word.kind === 'state' ? word.since : null
  const minutes = useTick((now) => (since === null ? null : Math.max(0, Math.floor((now - since) / 60_000))))
  switch (word.kind) {
    case 'over':
      return text('agents.over', { count: word.by })
    case 'full':
      return text('agents.full')
    case 'room':
      return text('agents.room', { count: word.count })
    case 'state': {
      const said = text(`agents.is.${word.state}`)
      if (minutes === null || word.state === 'offShift') return said
      const length = format.duration(rounded(minutes))
      return (
        <span title={`${said}${format.signs.clause}${length}`}>
          {text(`agents.since.${word.state}`, { length })}
        </span>
      )
    }
    default:
      return assertNever(word)
  }
}

/** Seconds, in whole hours from one hour on: there is room for one unit. */
function rounded(minutes: number): number {
  return minutes < 60 ? minutes * 60 : Math.round(minutes / 60) * 3600
}

interface CountProps {
  readonly value: number
  readonly shown: string
  readonly onOpen: () => void
}

/** A figure of the table; nothing stands behind none. */
function Count({ value, shown, onOpen }: CountProps): ReactNode {
  return value === 0 ? shown : <Press onPress={onOpen}>{shown}</Press>
}
