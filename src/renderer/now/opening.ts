/** Where the figures of the wall lead. */
import { noFilters, writeFilters } from '../chats/filters.ts'
import { useSelection, type ChosenPeriod } from '../selection.ts'

/** Long enough that what is open now was active in it. */
const recently: ChosenPeriod = { preset: 'last28' }

/** What an agent holds, in Chats, longest wait first. */
export function openHeldBy(agent: string): void {
  openChats(
    { agents: [agent] },
    writeFilters({ ...noFilters, states: ['open', 'pending', 'snoozed'], sort: 'wait' }),
  )
}

/** Everybody who waits, in Chats, longest wait first. */
export function openWaiting(): void {
  openChats({}, writeFilters({ ...noFilters, waiting: true, sort: 'wait' }))
}

function openChats(narrowed: { readonly agents?: readonly string[] }, list: string | null): void {
  useSelection.getState().choose({
    ...narrowed,
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
