/** What is asked for the page: each engine behind one face. */
import type { Engine } from '../../../src/main/engine/engine.ts'
import type { Dictionary } from '../../../src/main/metrics/dictionary.ts'
import { figuresOfAnswers, type Figures } from './compare.ts'
import { askFloorwalker } from './floorwalker.ts'
import type { Question } from './questions.ts'
import { figuresOfRows, type SqlAnswer } from './sqlAnswer.ts'

export const engineNames = ['Floorwalker', 'DuckDB', 'PostgreSQL'] as const
export type EngineName = (typeof engineNames)[number]

/** Asks for the page; what is answered reads its figures out when it is called, outside of what is measured. */
export type Ask = (question: Question) => Promise<() => Figures>

export function asksFloorwalker(engine: Pick<Engine, 'api'>): Ask {
  return async (question) => {
    const answers = await askFloorwalker(engine, question)
    return () => figuresOfAnswers(answers)
  }
}

export function asksSql(engine: { ask(question: Question): Promise<SqlAnswer> }, names: Dictionary): Ask {
  return async (question) => {
    const answer = await engine.ask(question)
    return () => figuresOfRows(answer, names)
  }
}
