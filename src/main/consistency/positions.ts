/** What each agent says to a question, answer after answer. */
import type { DivergenceKind } from '../../shared/audits.ts'
import type { AgentStatements } from './divergences.ts'
import type { Exchange } from './exchanges.ts'
import type { Statement } from './statement.ts'
import { statementsIn } from './statements.ts'

export interface Position extends AgentStatements {
  readonly exchanges: readonly Exchange[]
}

/** What an answer says, as `statementsIn`; an answer given before is not read again. */
export type ReadAnswer = typeof statementsIn

export function createReadAnswer(): ReadAnswer {
  const known = new Map<string, readonly Statement[]>()
  return (answer, language) => {
    const key = `${language ?? ''}:${answer}`
    const read = known.get(key) ?? statementsIn(answer, language)
    known.set(key, read)
    return read
  }
}

/** Answers of one agent that are read, the newest. */
const mostRead = 25
/** What an agent says in fewer of their answers is about something else the customer wrote. */
const leastShare = 0.2
/** So many answers must name a value of a kind before it can be told whether the values belong to the question. */
const enoughToTell = 6
const leastRepeated = 0.5

/**
 * One position an agent, those with most answers first. Where the answers of all name mostly values that no other answer
 * names, the values belong to each customer's case and not to the question: such a kind is left out.
 */
export function positionsOf(
  exchanges: readonly Exchange[],
  agentName: (row: number) => string | null,
  read: ReadAnswer,
): readonly Position[] {
  const byAgent = [...Map.groupBy(exchanges, ({ agent }) => agent)].flatMap(([row, own]) => {
    const agent = agentName(row)
    return agent === null ? [] : [{ agent, exchanges: own, said: saidIn(own, read) }]
  })
  const shifting = shiftingKinds(byAgent.flatMap(({ said }) => said))
  return byAgent
    .map(({ agent, exchanges: own, said }) => ({
      agent,
      exchanges: own,
      statements: usual(said).filter(({ kind }) => !shifting.has(kind)),
    }))
    .sort((one, other) => other.exchanges.length - one.exchanges.length || (one.agent < other.agent ? -1 : 1))
}

/** The statements of each answer. */
function saidIn(exchanges: readonly Exchange[], read: ReadAnswer): readonly (readonly Statement[])[] {
  return exchanges
    .toSorted((one, other) => other.at - one.at)
    .slice(0, mostRead)
    .map(({ answer, language }) => read(answer, language))
}

/** The commonest first. */
function usual(said: readonly (readonly Statement[])[]): readonly Statement[] {
  return counted(said.flat())
    .filter(({ count }) => count >= leastShare * said.length)
    .map(({ statement }) => statement)
}

function shiftingKinds(said: readonly (readonly Statement[])[]): ReadonlySet<DivergenceKind> {
  const repeated = new Set(
    counted(said.flat())
      .filter(({ count }) => count > 1)
      .map(({ statement }) => keyOf(statement)),
  )
  return new Set(
    (['price', 'deadline'] as const).filter((kind) => {
      const speaking = said.filter((answer) => answer.some((one) => one.kind === kind))
      const steady = speaking.filter((answer) =>
        answer.some((one) => one.kind === kind && repeated.has(keyOf(one))),
      )
      return speaking.length >= enoughToTell && steady.length < leastRepeated * speaking.length
    }),
  )
}

function counted(statements: readonly Statement[]) {
  return [...Map.groupBy(statements, keyOf).values()]
    .flatMap((same) => {
      const [statement] = same
      return statement === undefined ? [] : [{ statement, count: same.length }]
    })
    .sort((one, other) => other.count - one.count || (one.statement.value < other.statement.value ? -1 : 1))
}

function keyOf({ kind, value }: Statement): string {
  return `${kind} ${value}`
}
