/** The parts of Audits, in the order of its navigation, and the ways to them. */
import { answers } from '../api.ts'
import { type Chosen, useSelection } from '../selection.ts'

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

/** What was on the screen before a review was opened by itself. */
let before: Chosen | null = null

/** Opens one review beside its chat. */
export function openReview(review: string): void {
  remember()
  openSection('review', review)
}

/** Opens a chat beside a scorecard: the reviewer's own review of it, or a new one. */
export function openReviewOf(conversation: string): void {
  remember()
  // Whether there is one is asked anew: the last answer may be older than the last review.
  answers.removeQueries({ queryKey: ['reviews'] })
  openSection('review')
  useSelection.getState().choose({ conversation })
}

/** Back to where the review was opened from; to the queue where that is not known. */
export function leaveReview(): void {
  if (before === null) openSection('queue')
  else useSelection.getState().choose(before)
}

/** A new review keeps its way back when it is submitted and becomes one of its own. */
function remember(): void {
  const { choose: _, ...chosen } = useSelection.getState()
  if (chosen.place !== 'audits' || chosen.section !== 'review') before = chosen
}
