/** What agents have in hand, moment by moment: who has what, who waits, who is engaged, who is there. */
import type { ValueFigure } from '../../src/shared/contract.ts'
import { closes, thing } from './conversations.ts'
import { messages, isOfAgent } from './messages.ts'
import { durationOf, sum, type Measure } from './measures.ts'
import {
  boundariesIn,
  inPeriod,
  isTime,
  passes,
  piecesOf,
  remembered,
  timeKey,
  type Question,
  type Thing,
} from './question.ts'
import { senderOf, type Episode, type History } from './replay.ts'
import { personWaitsOf, type PersonWait } from './waits.ts'

const minute = 60_000

/** A stretch of an open episode in which nobody new has it and nobody begins or ends to wait. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly agent: number
  readonly team: number
  readonly wait: PersonWait | null
  readonly engaged: boolean
  readonly history: History
  readonly episode: Episode
}

/** Where the period ends for what goes on: nothing is engaged in the future. */
function endOf({ scope, now }: Question): number {
  return Math.max(scope.from, Math.min(scope.to, now))
}

/** Every episode cut wherever anything changes; what goes on has no end. */
const stretchesOf = remembered(({ ledger, rules }: Question): readonly Stretch[] => {
  const after = rules.engagedMinutes * minute
  return ledger.histories.flatMap((history) =>
    history.episodes.flatMap((episode) => {
      const end = episode.closedAt ?? Infinity
      const waits = personWaitsOf(episode)
      const own = history.messages.filter((message) => senderOf(message) >= 0)
      const changes = [
        ...history.assignments.map(({ at }) => at),
        ...waits.flatMap(({ from, to }) => [from, to ?? Infinity]),
        ...own.flatMap(({ at }) => [at, at + after]),
      ]
      const within = changes.filter((at) => at > episode.startedAt && at < end)
      const cuts = [...new Set([episode.startedAt, ...within, end])].sort((a, b) => a - b)
      return cuts.slice(1).map((to, index): Stretch => {
        const from = cuts[index]!
        const held = history.holderAt(from)
        const wait = waits.find((one) => one.from <= from && (one.to ?? Infinity) > from) ?? null
        const wrote = own.some(
          (message) => senderOf(message) === held.agent && message.at <= from && message.at + after > from,
        )
        const engaged = held.agent >= 0 && (wait !== null || wrote)
        return { from, to, ...held, wait, engaged, history, episode }
      })
    }),
  )
})

// ── as it was at a moment ────────────────────────────────────────────────────────────────────────────────────────

/** What is open at the end of the period, and of each day, week or month; the value is how long it has waited, if it does. */
function standing(question: Question): readonly Thing[] {
  const { scope, now } = question
  const last = Math.min(scope.to, now + 1)
  if (last <= scope.from) return []
  const moments = [...boundariesIn(question, scope.from, last), last]
  return stretchesOf(question).flatMap(({ from, to, agent, team, wait, history, episode }) =>
    moments
      // The last instant before the moment.
      .filter((moment) => from < moment && to >= moment)
      .map((moment) => {
        const at = moment === last ? Math.min(now, scope.to) : moment
        const value = wait === null ? null : (at - wait.from) / 1000
        return thing(history, { at: moment - 1, agent, team, value }, episode)
      })
      .filter((one) => passes(question, one)),
  )
}

export function state(
  which: (thing: Thing) => boolean,
  fold: (values: readonly number[]) => number | null,
): Measure {
  const hasNoMoment = ({ by }: Question) =>
    by.some((dimension) => ['hour', 'weekday', 'weekday-hour'].includes(dimension))
  return {
    things: (question) => (hasNoMoment(question) ? [] : standing(question).filter(which)),
    fold: (own, question) =>
      hasNoMoment(question) || question.scope.from > question.now
        ? { value: null }
        : { value: fold(own.map(({ value }) => value ?? 0)) },
  }
}

/** Whether a day, week or month had begun by now: of the future nothing can be known. */
export function hasBegun(
  { scope, now, by }: Question,
  key: Readonly<Partial<Record<string, string | null>>>,
): boolean {
  const last = Math.min(scope.to - 1, now)
  if (scope.from > now) return false
  return by
    .filter(isTime)
    .every((dimension) => (key[dimension] ?? '') <= timeKey(dimension, last, scope.zone))
}

// ── engaged ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Pieces of engaged time in the period, cut where a unit of time ends; also those that do not pass the filters. */
function engagedPieces(question: Question): readonly Thing[] {
  const { scope } = question
  const to = endOf(question)
  const boundaries = boundariesIn(question, scope.from, to)
  return stretchesOf(question)
    .filter(({ engaged }) => engaged)
    .flatMap(({ history, agent, team, episode, ...stretch }) =>
      piecesOf(Math.max(stretch.from, scope.from), Math.min(stretch.to, to), boundaries).map((span) =>
        thing(history, { at: span.from, agent, team, span }, episode),
      ),
    )
}

function engaged(question: Question): readonly Thing[] {
  return engagedPieces(question).filter((one) => passes(question, one))
}

/** Milliseconds in which any of the spans ran, agent by agent. */
function unionOf(things: readonly Thing[]): number {
  let all = 0
  for (const own of Map.groupBy(things, ({ agent }) => agent).values())
    all += unionOfSpans(own.map(({ span }) => span!))
  return all
}

function unionOfSpans(spans: readonly { readonly from: number; readonly to: number }[]): number {
  let all = 0
  let reached = -Infinity
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    all += Math.max(0, to - Math.max(from, reached))
    reached = Math.max(reached, to)
  }
  return all
}

function lengthOf(things: readonly Thing[]): number {
  return things.reduce((all, { span }) => all + span!.to - span!.from, 0)
}

export const engagedTime: Measure = {
  things: engaged,
  fold: (own) => ({ value: unionOf(own) / 1000 }),
}

/** Conversations are counted once an agent. */
export const concurrency: Measure = {
  things: engaged,
  fold(own) {
    const time = unionOf(own)
    const of = new Set(own.map(({ agent, history }) => `${agent} ${history!.conversation.id}`)).size
    return { value: time === 0 ? null : lengthOf(own) / time, of }
  },
}

/** Each engaged instant shared among all of the agent's conversations live then, whatever the filters. */
export const handleTime: Measure = {
  things(question) {
    const pieces = engagedPieces(question)
    const shares = new Map(
      [...Map.groupBy(pieces, ({ agent }) => agent).values()].flatMap((own) => [...sharesOf(own)]),
    )
    return pieces
      .filter((one) => passes(question, one))
      .map((one) => ({ ...one, value: (shares.get(one) ?? 0) / 1000 }))
  },
  fold: (own) =>
    durationOf(
      [...Map.groupBy(own, ({ agent, history }) => `${agent} ${history!.conversation.id}`).values()].map(
        (parts) => sum(parts.map(({ value }) => value ?? 0)),
      ),
    ),
}

/** From one moment at which any of an agent's pieces begins or ends to the next: a part of it for each that runs. */
function sharesOf(own: readonly Thing[]): ReadonlyMap<Thing, number> {
  const shares = new Map<Thing, number>()
  const begin = Map.groupBy(own, ({ span }) => span!.from)
  const end = Map.groupBy(own, ({ span }) => span!.to)
  const moments = [...new Set([...begin.keys(), ...end.keys()])].sort((a, b) => a - b)
  const running = new Set<Thing>()
  for (const [index, moment] of moments.entries()) {
    for (const one of end.get(moment) ?? []) running.delete(one)
    for (const one of begin.get(moment) ?? []) running.add(one)
    const length = (moments[index + 1] ?? moment) - moment
    for (const one of running) shares.set(one, (shares.get(one) ?? 0) + length / running.size)
  }
  return shares
}

// ── being there ──────────────────────────────────────────────────────────────────────────────────────────────────

interface There {
  readonly agent: number
  readonly from: number
  readonly to: number
  readonly estimated: boolean
}

/** An agent's state lasts to the next one, the last one known to the end. */
function presence({ ledger }: Question): readonly (There & { readonly isThere: boolean })[] {
  return [...Map.groupBy(ledger.world.presence, ({ agent }) => agent)].flatMap(([agent, own]) => {
    const states = own.toSorted((a, b) => a.at - b.at)
    return states.map(({ at, state: word }, index) => ({
      agent,
      from: at,
      to: states[index + 1]?.at ?? Infinity,
      estimated: false,
      isThere: word === 'online' || word === 'busy',
    }))
  })
}

function shifts({ ledger }: Question): readonly (There & { readonly isThere: boolean })[] {
  return ledger.world.shifts.map((shift) => ({ ...shift, estimated: false, isThere: true }))
}

/** From the first to the last message or close of an agent's own, a local day each. */
function activeDays(question: Question): readonly There[] {
  const acts = [
    ...messages(isOfAgent)(question),
    ...closes(
      () => 1,
      ({ closedByAgent }) => closedByAgent,
    )(question),
  ].filter((act) => act.agent >= 0 && inPeriod(question, act) && act.at < endOf(question))
  const days = Map.groupBy(acts, ({ agent, at }) => `${agent} ${timeKey('day', at, question.scope.zone)}`)
  return [...days.values()].map((own) => ({
    agent: own[0]!.agent,
    from: Math.min(...own.map(({ at }) => at)),
    to: Math.max(...own.map(({ at }) => at)),
    estimated: true,
  }))
}

/** Time of the agents that pass the filters; it has no channel, category or opener: along those it is the same for all. */
function timeThere(
  question: Question,
  recorded: readonly (There & { readonly isThere: boolean })[],
): readonly Thing[] {
  const { ledger, scope } = question
  const end = endOf(question)
  const known = recorded.filter(({ from, to }) => from < end && to > scope.from)
  const someKnown = new Set(known.map(({ agent }) => agent))
  const times: readonly There[] = [
    ...known.filter(({ isThere }) => isThere),
    ...activeDays(question).filter(({ agent }) => !someKnown.has(agent)),
  ]
  const boundaries = boundariesIn(question, scope.from, end)
  const open = { ...scope, channels: [], categories: [], openers: [], authors: [] }
  return times.flatMap(({ agent, from, to, estimated }) =>
    piecesOf(Math.max(from, scope.from), Math.min(to, end), boundaries)
      .map((span): Thing => ({
        at: span.from,
        agent,
        team: ledger.world.teamOfAgent.get(agent) ?? -1,
        history: null,
        contact: -1,
        opener: null,
        value: null,
        role: 'of',
        alike: question.by.filter(
          (dimension) => !isTime(dimension) && dimension !== 'agent' && dimension !== 'team',
        ),
        span,
        estimated,
      }))
      .filter((one) => passes({ ...question, scope: open }, one)),
  )
}

/** Engaged time while there ÷ time there. */
function shareOfTime(
  recordedOf: (question: Question) => readonly (There & { readonly isThere: boolean })[],
): Measure {
  return {
    things(question) {
      const there = timeThere(question, recordedOf(question))
      const times = new Map(
        [...Map.groupBy(there, ({ agent }) => agent)].map(([agent, own]) => [agent, disjoint(own)]),
      )
      const pieces = engaged(question).flatMap((one) =>
        (times.get(one.agent) ?? []).flatMap(({ from, to }) => {
          const span = { from: Math.max(from, one.span!.from), to: Math.min(to, one.span!.to) }
          return span.from < span.to ? [{ ...one, at: span.from, span }] : []
        }),
      )
      return [...there, ...pieces]
    },
    fold(own): ValueFigure {
      const there = own.filter(({ role }) => role === 'of')
      const time = unionOf(there)
      const value = time === 0 ? null : unionOf(own.filter(({ role }) => role !== 'of')) / time
      const figure = { value, of: time / 1000 }
      return there.some(({ estimated }) => estimated === true) ? { ...figure, estimated: true } : figure
    },
  }
}

/** Spans made one where they touch or overlap. */
function disjoint(things: readonly Thing[]): readonly { readonly from: number; readonly to: number }[] {
  const merged: { from: number; to: number }[] = []
  for (const { span } of things.toSorted((a, b) => a.span!.from - b.span!.from)) {
    const last = merged.at(-1)
    if (last !== undefined && span!.from <= last.to) last.to = Math.max(last.to, span!.to)
    else merged.push({ ...span! })
  }
  return merged
}

export const occupancy = shareOfTime(presence)
export const utilization = shareOfTime(shifts)
