/**
 * When agents were there: online or busy by their presence, on shift by the roster; where nobody recorded it, from the
 * first to the last thing they did on a local day, and that is said.
 */
import { anyReason, messageBits } from '../bits.ts'
import { timeBuckets } from '../buckets.ts'
import { endOf } from './engagement.ts'
import type { SpecialGround } from './special.ts'

/** What the share of the time is taken of. */
export type Roster = 'presence' | 'shifts'

export interface Available {
  /** Code of the agent. */
  readonly agent: number
  readonly from: number
  readonly to: number
  readonly estimated: boolean
}

/** The times at which agents that pass the filters were there, clipped to the period. They may overlap. */
export function availability(ground: SpecialGround, roster: Roster): readonly Available[] {
  const recorded = roster === 'presence' ? online(ground) : onShift(ground)
  const known = new Set(recorded.agents)
  const estimated = activeDays(ground).filter(({ agent }) => !known.has(agent))
  const to = endOf(ground)
  return [...recorded.times, ...estimated]
    .map((time) => ({ ...time, from: Math.max(time.from, ground.scope.from), to: Math.min(time.to, to) }))
    .filter((time) => time.to > time.from && ground.passesAgent(time.agent))
}

interface Recorded {
  readonly times: readonly Available[]
  /** Agents somebody recorded anything of: they were away where nothing says otherwise. */
  readonly agents: readonly number[]
}

function online(ground: SpecialGround): Recorded {
  const intervals = ground.side.presence(ground.scope.from, endOf(ground))
  return recordedOf(
    ground,
    intervals,
    intervals.filter(({ state }) => state === 'online' || state === 'busy'),
  )
}

function onShift(ground: SpecialGround): Recorded {
  const shifts = ground.side.shifts(ground.scope.from, endOf(ground))
  return recordedOf(ground, shifts, shifts)
}

interface Interval {
  readonly agent: number
  readonly from: number
  readonly to: number
}

function recordedOf(
  { conversations }: SpecialGround,
  all: readonly Interval[],
  there: readonly Interval[],
): Recorded {
  return {
    agents: all.map(({ agent }) => conversations.agentCode(agent)),
    times: there.map(({ agent, from, to }) => ({
      agent: conversations.agentCode(agent),
      from,
      to,
      estimated: false,
    })),
  }
}

/** From the first to the last message or close of an agent's own, a local day each. */
function activeDays(ground: SpecialGround): readonly Available[] {
  const { from, zone } = ground.scope
  const to = endOf(ground)
  const days = timeBuckets('day', from, to, zone)
  const found = new Map<string, { agent: number; from: number; to: number }>()
  const act = (agent: number, at: number) => {
    if (agent === 0) return
    const name = `${agent} ${days.codeAt(at)}`
    const day = found.get(name)
    if (day === undefined) found.set(name, { agent, from: at, to: at })
    else {
      day.from = Math.min(day.from, at)
      day.to = Math.max(day.to, at)
    }
  }
  const sent = messageBits.outbound | messageBits.byAgent
  // Whatever the filters: an agent is at work in other channels too.
  const messages = ground.rows('messages', { from, to, unfiltered: true, bits: sent })
  for (let row = 0; row < messages.length; row++)
    if (((messages.bits[row] ?? 0) & sent) === sent) act(messages.agent[row] ?? 0, messages.at[row] ?? 0)
  const closes = ground.rows('closes', { from, to, unfiltered: true })
  for (let row = 0; row < closes.length; row++)
    if (((closes.bits[row] ?? 0) & anyReason) === 0) act(closes.other[row] ?? 0, closes.at[row] ?? 0)
  return [...found.values()].map((day) => ({ ...day, estimated: true }))
}
