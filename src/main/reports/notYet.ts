import { Failed } from '../engine/failure.ts'

export function notYet(): Promise<never> {
  return Promise.reject(new Failed('bug', 'This is being built.', ''))
}
