/** Where the figures of the wall lead. */
import { noFilters, writeFilters } from '../chats/filters.ts'
import { useSelection, type ChosenPeriod } from '../selection.ts'

/** Long enough that what is open now was active in it. */
const recently: ChosenPeriod = { preset: 'last28' }

/** Who has what at this moment, longest wait first: counted as the wall counts, by who is known or seems to hold it. */
export function openHeld(narrowed: {
  readonly agents?: readonly string[]
  readonly teams?: readonly string[]
}): void {
  useSelection.getState().choose({ ...narrowed, place: 'assignments', section: 'held', asOf: null })
}

/** What nobody holds, in Chats, longest wait first. */
export function openUnassigned(): void {
  openChats(
    writeFilters({
      ...noFilters,
      states: ['open', 'pending', 'snoozed'],
      unassigned: true,
      sort: 'wait',
    }),
  )
}

/** Everybody who waits, in Chats, longest wait first. */
export function openWaiting(): void {
  openChats(writeFilters({ ...noFilters, waiting: true, sort: 'wait' }))
}

function openChats(list: string | null): void {
  useSelection.getState().choose({
    place: 'chats',
    period: recently,
    section: null,
    drill: null,
    search: null,
    conversation: null,
    message: null,
    list,
  })
}
