/** What is known of a workspace before any question: its rows, and each conversation told as a history. */
import type { Settings } from '../../src/shared/contract.ts'
import type { WorkingHours } from '../../src/shared/hours.ts'
import { openTimeFor, type OpenTime } from './hours.ts'
import { replay, type History } from './replay.ts'
import type { Conversion, Person, World } from './world.ts'

export interface Ledger {
  readonly world: World
  readonly histories: readonly History[]
  readonly historyOf: ReadonlyMap<number, History>
  readonly personOf: ReadonlyMap<number, Person>
  readonly conversionsOf: ReadonlyMap<number, readonly Conversion[]>
  /** When each contact's first episode of all began. */
  readonly firstStartOf: ReadonlyMap<number, number>
  /** First and last moment of anything; `from` after `to` where there is nothing. */
  readonly span: { readonly from: number; readonly to: number }
}

export function ledgerOf(world: World): Ledger {
  const histories = world.conversations.map(replay)
  const times = histories.flatMap(({ moments }) => moments.map(({ at }) => at))
  return {
    world,
    histories,
    historyOf: new Map(histories.map((history) => [history.conversation.id, history])),
    personOf: new Map(world.people.map((person) => [person.id, person])),
    conversionsOf: Map.groupBy(world.conversions, ({ contact }) => contact),
    firstStartOf: new Map(
      [...Map.groupBy(histories, ({ conversation }) => conversation.contact)].map(([contact, own]) => [
        contact,
        Math.min(...own.flatMap(({ episodes }) => episodes.map(({ startedAt }) => startedAt))),
      ]),
    ),
    span: {
      from: times.reduce((first, at) => Math.min(first, at), Infinity),
      to: times.reduce((last, at) => Math.max(last, at), -Infinity),
    },
  }
}

const remembered = new WeakMap<Ledger, Map<string, ReturnType<typeof hoursOf>>>()

/** Working time of a channel and team, by row; what people set comes after what the sources state. */
export function hoursOf(
  ledger: Ledger,
  { workingHours }: Pick<Settings, 'workingHours'>,
): (channel: number, team: number) => OpenTime | null {
  const list: readonly WorkingHours[] = [...ledger.world.hours, ...workingHours]
  const key = JSON.stringify(list)
  const known = remembered.get(ledger) ?? new Map<string, ReturnType<typeof hoursOf>>()
  remembered.set(ledger, known)
  const before = known.get(key)
  if (before !== undefined) return before
  const day = 86_400_000
  const openTime = openTimeFor(list, ledger.span.from - day, ledger.span.to + 3 * day)
  const { channels, teams } = ledger.world
  const made = (channel: number, team: number) => openTime(channels.get(channel), teams.get(team))
  known.set(key, made)
  return made
}
