/** A ground made of rows written by hand: the plainest there is, beside which the engine's can be held. */
import type { Dimension, Scope } from '../../../../src/shared/contract.ts'
import type { openers } from '../../../../src/shared/records.ts'
import { openers as openerWords } from '../../../../src/shared/records.ts'
import type { NumberRules } from '../../../../src/shared/rules.ts'
import { defaultRules } from '../../../../src/shared/rules.ts'
import { specialAxis } from '../../../../src/main/metrics/special/axes.ts'
import { CellBook } from '../../../../src/main/metrics/special/cells.ts'
import type { SpecialMetric } from '../../../../src/main/metrics/special/catalogue.ts'
import { answerSpecials, explainSpecial } from '../../../../src/main/metrics/special/catalogue.ts'
import type { Side } from '../../../../src/main/metrics/special/side.ts'
import { noSide } from '../../../../src/main/metrics/special/side.ts'
import type { RowChoice, RowsView, SpecialGround } from '../../../../src/main/metrics/special/special.ts'
import type { StreamName } from '../../../../src/main/metrics/streams.ts'
import { streams } from '../../../../src/main/metrics/streams.ts'
import { at, monday } from '../timelines.ts'

/** Row ids and codes are the same number here: agents 1, 2, 3 are `a1`, `a2`, `a3`. Agent 2 is of team 2, the others of team 1. */
export interface WrittenRow {
  readonly at: string
  readonly conversation: number
  readonly agent?: number
  readonly other?: number
  readonly opener?: (typeof openers)[number]
  readonly bits?: number
  readonly word?: number
  /** Until when, for spans: their length; null goes on. */
  readonly until?: string | null
  readonly values?: Readonly<Record<string, number | null>>
}

export interface WrittenConversation {
  readonly contact?: number
  readonly channel?: number
  readonly category?: number
}

export interface World {
  readonly rows: Readonly<Partial<Record<StreamName, readonly WrittenRow[]>>>
  readonly conversations?: Readonly<Record<number, WrittenConversation>>
  readonly side?: Partial<Side>
  readonly scope?: Partial<Scope>
  readonly now?: string
  readonly rules?: Partial<NumberRules>
}

const teamOf = (agent: number) => (agent === 0 ? 0 : agent === 2 ? 2 : 1)

export function groundOf(world: World, by: readonly Dimension[] = []): SpecialGround {
  const scope: Scope = {
    from: monday,
    to: at('+1d 00:00'),
    zone: 'UTC',
    agents: [],
    teams: [],
    channels: [],
    categories: [],
    ...world.scope,
  }
  const of = (slot: number): WrittenConversation => world.conversations?.[slot] ?? {}
  const contact = Array.from({ length: 100 }, (_, slot) => of(slot).contact ?? slot)
  const channel = Array.from({ length: 100 }, (_, slot) => of(slot).channel ?? 1)
  const category = Array.from({ length: 100 }, (_, slot) => of(slot).category ?? 0)
  const named = (letter: string) => (code: number | undefined) =>
    code === undefined || code <= 0 ? null : `${letter}${code}`
  const has = (list: readonly string[], name: string | null) =>
    list.length === 0 || (name !== null && list.includes(name))
  const passesAgent = (agent: number) =>
    has(scope.agents, named('a')(agent)) && has(scope.teams, named('t')(teamOf(agent)))
  const passesSlot = (slot: number) =>
    has(scope.channels, named('c')(channel[slot])) && has(scope.categories, named('g')(category[slot]))

  function rows(stream: StreamName, choice: RowChoice = {}): RowsView {
    const { from = scope.from, to = scope.to, credit = 'agent' } = choice
    const names = Object.keys(streams[stream].values)
    const creditOf = (row: WrittenRow) => (credit === 'agent' ? row.agent : row.other) ?? 0
    const valueOf = (row: WrittenRow, name: string): number => {
      if (name === 'length') return row.until == null ? Number.NaN : at(row.until) - at(row.at)
      return row.values?.[name] ?? Number.NaN
    }
    const passes = (row: WrittenRow) => passesAgent(creditOf(row)) && passesSlot(row.conversation)
    const found = (world.rows[stream] ?? []).filter((row) => {
      const start = at(row.at)
      const end = start + valueOf(row, names[0] ?? '')
      const begun = start >= from || (choice.overlapping === true && !(end <= from))
      return begun && start < to && (choice.unfiltered === true || passes(row))
    })
    return {
      stream,
      length: found.length,
      at: found.map((row) => at(row.at)),
      slot: found.map((row) => row.conversation),
      agent: found.map(creditOf),
      other: found.map((row) => row.other ?? 0),
      team: found.map((row) => teamOf(creditOf(row))),
      opener: found.map((row) => openerWords.indexOf(row.opener ?? 'contact')),
      bits: found.map((row) => row.bits ?? 0),
      word: found.map((row) => row.word ?? -1),
      k: found.map((_, index) => index),
      values: Object.fromEntries(names.map((name) => [name, found.map((row) => valueOf(row, name))])),
      passes: found.map((row) => Number(passes(row))),
    }
  }

  const names = {
    agent: named('a'),
    team: named('t'),
    channel: (slot: number) => named('c')(channel[slot]),
    category: (slot: number) => named('g')(category[slot]),
    template: named('template '),
  }
  return {
    scope,
    now: at(world.now ?? '+9d 00:00'),
    rules: { ...defaultRules, ...world.rules },
    cells: new CellBook(by.map((dimension) => specialAxis(dimension, scope, names))),
    conversations: {
      contact,
      channel,
      category,
      rowOf: (slot) => slot,
      slotOf: (row) => row,
      agentRow: (code) => (code === 0 ? -1 : code),
      agentCode: (row) => row,
      contactRow: (code) => (code === 0 ? -1 : code),
      teamOf,
    },
    side: { ...noSide, ...world.side },
    rows,
    passesAgent,
    passesSlot,
  }
}

/** The figure of a metric in total; by dimensions: of every cell, named `a1/2026-05-11`, `-` for none. */
export function figure(world: World, metric: SpecialMetric) {
  return answerSpecials(groundOf(world), [metric]).figureOf(metric, [])
}

export function figures(world: World, metric: SpecialMetric, by: readonly Dimension[]) {
  const answer = answerSpecials(groundOf(world, by), [metric])
  return Object.fromEntries(
    answer.keys
      .map((keys) => [keys.map((key) => key ?? '-').join('/'), answer.figureOf(metric, keys)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

export function explain(world: World, metric: SpecialMetric) {
  return explainSpecial(groundOf(world), metric, [])
}

/** Spans of conversations, one a line: `09:00 1 a1 engaged waiting until 09:05`. */
export function spans(text: string): readonly WrittenRow[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const match =
        /^((?:\+\dd )?[\d:.]+) (\d+) (a\d|nobody)( engaged)?( waiting)?( waited \d+)?(?: until (.+))?$/.exec(
          line,
        )
      if (match === null) throw new Error(`no span: ${line}`)
      const [, start = '', conversation, agent = '', engaged, waiting, waited, until] = match
      return {
        at: start,
        conversation: Number(conversation),
        agent: agent === 'nobody' ? 0 : Number(agent.slice(1)),
        bits: (waiting === undefined ? 0 : 1) | (engaged === undefined ? 0 : 2),
        until: until ?? null,
        values: { waited: waited === undefined ? 0 : Number(waited.slice(8)) * 1000 },
      }
    })
}
