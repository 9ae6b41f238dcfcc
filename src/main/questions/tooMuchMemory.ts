import { failed } from '../engine/failure.ts'

/** What a question is stopped with that needs more memory than it gets. */
export function tooMuchMemory(): ReturnType<typeof failed> {
  return failed('invalid', 'questions.memory')
}
