import type { Holdings } from '../../shared/assigning.ts'

type Holder = Pick<Holdings['agents'][number], 'agent' | 'held'>

/** Fewer holders than this have no usual load to compare with. */
const fewest = 4

/** The one who holds most, and more than 1.5 times the median of those who hold any; null: nobody stands out. */
export function mostHeld(agents: readonly Holder[]): Holder | null {
  const holding = agents.filter((agent) => agent.held > 0).sort((one, other) => other.held - one.held)
  const [most, second] = holding
  const middle = holding[Math.floor(holding.length / 2)]
  if (!most || !second || !middle || holding.length < fewest) return null
  return most.held > second.held && most.held > 1.5 * middle.held ? most : null
}
