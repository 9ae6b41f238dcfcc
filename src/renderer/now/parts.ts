/** The parts of the place Now. */
export const parts = ['live', 'planning'] as const
export type Part = (typeof parts)[number]

/** The part an address names; the first where it names none. */
export function partOf(section: string | null): Part {
  return parts.find((part) => part === section) ?? 'live'
}
