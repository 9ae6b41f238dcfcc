import { randomFor } from '../../../shared/random.ts'
import type { Premise } from './story.ts'

/** What seldom happens in a conversation: a flag of each kind is seen, and no figure moves by it. */
export interface Trouble {
  /** Waiting too long, the customer becomes rude. */
  readonly insults: boolean
  /** The customer writes an account number nobody asked for. */
  readonly tellsAccount: boolean
  /** Who comes back once comes back twice. */
  readonly returnsTwice: boolean
}

/** Drawn from numbers of its own, so that all else that is said and done stays as it is. */
export function troubleOf({ seed }: Premise, conversation: string): Trouble {
  const random = randomFor(seed, 'trouble', conversation)
  return {
    insults: random.chance(0.15),
    tellsAccount: random.chance(0.06),
    returnsTwice: random.chance(0.12),
  }
}
