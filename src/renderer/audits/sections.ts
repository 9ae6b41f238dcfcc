/** The parts of Audits, in the order of its navigation, and the ways to them. */
import { useSelection } from '../selection.ts'

export const sections = [
  'queue',
  'samples',
  'results',
  'agents',
  'agreement',
  'consistency',
  'scorecards',
] as const
/** `review`: one review by itself, opened from elsewhere. It has no place in the navigation. */
export type Section = (typeof sections)[number] | 'review'

/** The part the address names; the queue where it names none. */
export function useSection(): Section {
  return useSelection(({ section }) =>
    section === 'review' ? section : (sections.find((one) => one === section) ?? 'queue'),
  )
}

/** Shows a part of Audits; `audit` is the sample, scorecard or agent that is open in it. */
export function openSection(section: Section, audit: string | null = null): void {
  useSelection.getState().choose({
    place: 'audits',
    section: section === 'queue' ? null : section,
    audit,
    conversation: null,
    agentPage: null,
    drill: null,
    search: null,
    message: null,
  })
}

/** Opens one review beside its chat. */
export function openReview(review: string): void {
  openSection('review', review)
}
