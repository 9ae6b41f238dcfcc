/** Lines of the table of goals. */
import type { Line } from '../table.ts'

export function atLeast(what: string, goal: number, measured: number): Line {
  return { what, goal: `≥ ${goal}`, measured, ratio: null, reached: measured >= goal }
}

/** `goal` null: nothing was promised. */
export function atMost(what: string, goal: number | null, measured: number): Line {
  if (goal === null) return told(what, measured)
  return { what, goal: `≤ ${goal}`, measured, ratio: null, reached: measured <= goal }
}

export function told(what: string, measured: number): Line {
  return { what, goal: '', measured, ratio: null, reached: null }
}
