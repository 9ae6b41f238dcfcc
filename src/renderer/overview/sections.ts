/** The parts of the overview, in the order of their tabs. Each asks for its figures only when it is shown. */
export const sections = [
  'conversations',
  'messages',
  'contacts',
  'automation',
  'campaigns',
  'quality',
] as const
export type SectionId = (typeof sections)[number]

/** The part an address names; the first where it names none. */
export function sectionOf(name: string | null): SectionId {
  return sections.find((section) => section === name) ?? 'conversations'
}
