/** The parts of the place Assignments, in the order of its navigation. */
export const parts = ['log', 'held', 'handOvers', 'flags'] as const
export type Part = (typeof parts)[number]

/** The part an address names; the first where it names none. */
export function partOf(section: string | null): Part {
  return parts.find((part) => part === section) ?? 'log'
}
