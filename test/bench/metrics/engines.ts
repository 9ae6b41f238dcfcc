/** What is asked for the page: each engine behind one face. */
import type { Engine } from '../../../src/main/engine/engine.ts'
import type { Dictionary } from '../../../src/main/metrics/dictionary.ts'
import { figuresOfAnswers, type Figures } from './compare.ts'
import { askFloorwalker } from './floorwalker.ts'
import type { Question } from './questions.ts'
import { figuresOfRows } from './sqlAnswer.ts'
import type { SqlEngine } from './sqlStatements.ts'

/** `apart`: the same engine, asked statement by statement as dashboards do. */
export const engineNames = [
  'Floorwalker',
  'DuckDB',
  'DuckDB apart',
  'PostgreSQL',
  'PostgreSQL apart',
] as const
export type EngineName = (typeof engineNames)[number]

/** Asks for the page; what is answered reads its figures out when it is called, outside of what is measured. */
export type Ask = (question: Question) => Promise<() => Figures>

export function asksFloorwalker(engine: Pick<Engine, 'api'>): Ask {
  return async (question) => {
    const answers = await askFloorwalker(engine, question)
    return () => figuresOfAnswers(answers)
  }
}

export function asksSql(ask: SqlEngine['askTogether'], names: Dictionary): Ask {
  return async (question) => {
    const answer = await ask(question)
    return () => figuresOfRows(answer, names)
  }
}
