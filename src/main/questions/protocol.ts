/** What the engine and the process that answers questions say to each other. */
import type { Failure, Reply } from '../../shared/contract.ts'
import type { QuestionAnswer } from '../../shared/questions.ts'
import type { Question } from './ask.ts'
import type { QuestionContext } from './viewSources.ts'

export interface Asked {
  readonly id: number
  readonly question: Question
  readonly context: QuestionContext
}

export type Told =
  /** Figures are up to date and the question itself runs: its time begins. */
  | { readonly kind: 'began'; readonly id: number }
  | { readonly kind: 'answered'; readonly id: number; readonly reply: Reply<QuestionAnswer> }
  /** The process ends itself. */
  | { readonly kind: 'stopped'; readonly failure: Failure }
