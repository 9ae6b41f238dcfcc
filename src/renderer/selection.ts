/** What the person chose: place, period, filters, what is open. Kept in the address; the last one is restored. */
import { useMemo } from 'react'
import { create } from 'zustand'
import type { ExplainQuery, Scope } from '../shared/contract.ts'
import {
  addDays,
  isHeldWhole,
  isZone,
  type Period,
  parseBoundary,
  periodOf,
  previousPeriod,
} from '../shared/period.ts'
import { useAsk } from './api.ts'
import { type Chosen, type ChosenPeriod, fromHash, nothingChosen, type Place, toHash } from './hash.ts'

export { type Chosen, type ChosenPeriod, type Place, places } from './hash.ts'

interface Selection extends Chosen {
  /** Changes a part of the choice. Opening a place, number or agent can be gone back from; filters replace. */
  readonly choose: (change: Partial<Chosen>) => void
}

const remembered = 'selection'
const personal = { conversation: null, message: null, list: null, search: null, drill: null, asOf: null }
export const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

export const useSelection = create<Selection>((set, get) => ({
  ...(fromHash(location.hash) ?? lastChosen() ?? nothingChosen),
  choose: (change) => {
    const before = get()
    set(change)
    const after = get()
    const hash = toHash(after)
    if (hash === location.hash) return
    if (isStep(before, after)) history.pushState(null, '', hash)
    else history.replaceState(null, '', hash)
    remember(after)
  },
}))

history.replaceState(null, '', toHash(useSelection.getState()))
addEventListener('popstate', () => {
  const chosen = fromHash(location.hash)
  if (chosen !== null) useSelection.setState(chosen)
})

/** Shows a place. The number, chat and agent that were open there are closed. */
export function goTo(place: Place): void {
  choose({
    place,
    section: null,
    drill: null,
    agentPage: null,
    conversation: null,
    message: null,
    search: null,
    audit: null,
    asOf: null,
  })
}

/** Opens the conversations behind a number, in Chats. */
export function openNumber(query: ExplainQuery): void {
  choose({ place: 'chats', section: null, drill: query, conversation: null, message: null, search: null })
}

/** Closes the open number and goes back to where it was opened from. */
export function closeNumber(): void {
  if (history.length > 1) history.back()
  else goTo('overview')
}

/** Opens a chat, at a message or at its end. Inside Chats an open number or search stays open. */
export function openConversation(conversation: string, message: string | null = null): void {
  const { place, drill, search } = useSelection.getState()
  const inside = place === 'chats'
  choose({
    place: 'chats',
    section: null,
    conversation,
    message,
    drill: inside ? drill : null,
    search: inside ? search : null,
  })
}

/** Looks for a text over the whole history, in Chats; null ends the search. */
export function searchFor(search: string | null): void {
  choose({ place: 'chats', section: null, search, drill: null })
}

/** Opens an agent's page. */
export function openAgent(agentPage: string): void {
  choose({ place: 'agents', section: null, agentPage, drill: null, conversation: null })
}

function choose(change: Partial<Chosen>): void {
  useSelection.getState().choose(change)
}

/** The zone figures are shown in: chosen here, else set, else the workspace's, else this machine's. */
export function useZone(): string {
  const chosen = useSelection((selection) => selection.zone)
  const { data: settings } = useAsk('settings', [], ['settings'])
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const zone = chosen ?? settings?.zone ?? workspace?.zone
  return zone !== undefined && isZone(zone) ? zone : ownZone
}

/** The engine's clock to the minute, so that what hangs on it does not change with each answer. */
export function useNow(): number {
  const { data: workspace } = useAsk('workspace', [], ['workspace', 'numbers'])
  const now = workspace?.now ?? 0
  return now - (now % 60_000)
}

/** What the bar says, as the engine reads it. The same object until something in it changes. */
export function useScope(): Scope {
  const period = useSelection((selection) => selection.period)
  const zone = useZone()
  const now = useNow()
  const { from, to } = daysOf(period, now, zone)
  return useScopeOf(from, to, zone)
}

/** The same question about the period before; of an unfinished one the part that had passed as far. */
export function usePreviousScope(): Scope {
  const { from, to, zone } = useScope()
  const now = useNow()
  const previous = useMemo(() => previousPeriod(from, to, zone, now), [from, to, zone, now])
  return useScopeOf(previous.from, previous.to, zone)
}

/** What figures are compared with; null: that is not wanted, or not everything of that period is held. */
export function useComparedScope(): Scope | null {
  const previous = usePreviousScope()
  const isWanted = useSelection((selection) => selection.compare)
  return useIsComparable() && isWanted ? previous : null
}

/** Whether everything of the period before is held. Until it is known what is held, nothing speaks against it. */
export function useIsComparable(): boolean {
  const previous = usePreviousScope()
  const { data: workspace } = useAsk('workspace', [], ['workspace', 'numbers'])
  return workspace === undefined || workspace.span === null || isHeldWhole(previous, workspace.span)
}

/** From the first to the end of the last local day. */
export function daysOf(period: ChosenPeriod, now: number, zone: string): Period {
  if ('preset' in period) return periodOf(period.preset, now, zone)
  return {
    from: parseBoundary(period.from, zone),
    to: addDays(parseBoundary(period.to, zone), 1, zone),
  }
}

function useScopeOf(from: number, to: number, zone: string): Scope {
  const agents = useSelection((selection) => selection.agents)
  const teams = useSelection((selection) => selection.teams)
  const channels = useSelection((selection) => selection.channels)
  const categories = useSelection((selection) => selection.categories)
  const hours = useSelection((selection) => selection.hours)
  return useMemo(
    () => ({
      from,
      to,
      zone,
      agents,
      teams,
      channels,
      categories,
      ...(hours === 'calendar' ? {} : { hours }),
    }),
    [from, to, zone, agents, teams, channels, categories, hours],
  )
}

function isStep(before: Chosen, after: Chosen): boolean {
  return (
    before.place !== after.place ||
    // The parts of a place are places of their own to whoever goes back.
    before.section !== after.section ||
    before.agentPage !== after.agentPage ||
    JSON.stringify(before.drill) !== JSON.stringify(after.drill)
  )
}

/** Only the choice is remembered: neither who wrote, nor what was looked for, nor which chat was open. */
function remember(chosen: Chosen): void {
  localStorage.setItem(remembered, toHash({ ...chosen, ...personal }))
}

function lastChosen(): Chosen | null {
  const hash = localStorage.getItem(remembered)
  return hash === null ? null : fromHash(hash)
}
