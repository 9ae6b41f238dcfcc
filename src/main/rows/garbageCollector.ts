import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Collects what was dropped, at once and whole: for a thread that nobody waits for, between two large steps. */
export function garbageCollector(): () => void {
  // V8 hands its collector only to contexts made after it was told to.
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  return collect
}
