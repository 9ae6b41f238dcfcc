/** The question on the screen and what became of it. It stays while somebody looks at another part or place. */
import { create } from 'zustand'
import type { Failure } from '../../shared/contract.ts'
import type { QuestionAnswer, SavedQuestion } from '../../shared/questions.ts'
import { api, failureOf } from '../api.ts'

/** Rows a screen asks for, and seconds they may take. */
const limits = { rows: 10_000, seconds: 30 } as const

/** What was answered, and to which question: it stands while the next one is written. */
export interface Answered {
  readonly kind: 'answered'
  readonly answer: QuestionAnswer
  readonly sql: string
}

export type Outcome =
  | { readonly kind: 'none' }
  /** `before`: what stands until the answer is there, or the question is taken back. */
  | { readonly kind: 'running'; readonly id: string; readonly before: Answered | null }
  | Answered
  | { readonly kind: 'failed'; readonly failure: Failure }

interface Question {
  readonly sql: string
  /** The saved question it is, as it was saved; null: none. */
  readonly saved: SavedQuestion | null
  readonly outcome: Outcome
}

export const useQuestion = create<Question>(() => ({ sql: '', saved: null, outcome: { kind: 'none' } }))

export function write(sql: string): void {
  useQuestion.setState({ sql })
}

/** Puts another question in the place of this one; what was answered goes with it. */
export function open(question: { readonly sql: string; readonly saved: SavedQuestion | null }): void {
  cancel()
  useQuestion.setState({ ...question, outcome: { kind: 'none' } })
}

/** Asks what is written. What was asked before is taken back. */
export async function run(): Promise<void> {
  const { sql } = useQuestion.getState()
  if (sql.trim() === '') return
  cancel()
  const id = crypto.randomUUID()
  const { outcome: last } = useQuestion.getState()
  useQuestion.setState({ outcome: { kind: 'running', id, before: last.kind === 'answered' ? last : null } })
  const outcome = await api.askQuestion({ id, sql, ...limits }).then(
    (answer): Outcome => ({ kind: 'answered', answer, sql }),
    (error: unknown): Outcome => ({ kind: 'failed', failure: failureOf(error) }),
  )
  const { outcome: now } = useQuestion.getState()
  if (now.kind === 'running' && now.id === id) useQuestion.setState({ outcome })
}

/** Takes back what runs; what was answered before stands again. */
export function cancel(): void {
  const { outcome } = useQuestion.getState()
  if (outcome.kind !== 'running') return
  useQuestion.setState({ outcome: outcome.before ?? { kind: 'none' } })
  void api.cancelQuestion(outcome.id).catch(() => undefined)
}
