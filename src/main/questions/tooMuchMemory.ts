import type { Failure } from '../../shared/contract.ts'

/** What a question is stopped with that needs more memory than it gets. */
export const tooMuchMemory: Failure = {
  kind: 'invalid',
  message: 'The question needs more memory than the console gives it; it was stopped.',
  hint: 'Narrow it with WHERE, or sort and group fewer rows.',
}
