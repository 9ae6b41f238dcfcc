/** Contacts that come, go, answer and come again. */
import { hourMs, previousPeriod } from '../../../shared/period.ts'
import { messageBits, unprompted } from '../bits.ts'
import { addedByOf, contactItems } from './byContact.ts'
import type { Item, Items } from './items.ts'
import { countOf, shareOf } from './items.ts'
import type { ContactChange } from './side.ts'
import type { Special, SpecialGround } from './special.ts'

/** How long after a message of ours an answer counts as one to it. */
export const answeredWithin = 72 * hourMs

// ── added and removed ────────────────────────────────────────────────────────────────────────────────────────────

function changes(ground: SpecialGround, found: readonly ContactChange[]): Items {
  const { agents, teams, channels, categories } = ground.scope
  // A contact is nobody's and of no channel: under such a filter nothing can be said.
  if (agents.length + teams.length + channels.length + categories.length > 0)
    return { included: [], excluded: [], unknowable: true }
  const none = found.map(() => -1)
  const nobody = found.map(() => 0)
  const placed = {
    slot: none,
    agent: nobody,
    team: nobody,
    opener: none,
    word: none,
    labels: { 'added-by': (index: number) => found[index]?.addedBy ?? null },
  }
  const included = found.map(({ contact, at }, index): Item => {
    const evidence = { conversation: -1, k: -1, agent: -1, contact, at, value: 1 }
    return { cell: ground.cells.cellAt(placed, index, at), evidence }
  })
  return { included, excluded: [] }
}

export const contactsAdded: Special = countOf((ground) =>
  changes(ground, ground.side.contactsAdded(ground.scope.from, ground.scope.to)),
)
export const contactsRemoved: Special = countOf((ground) =>
  changes(ground, ground.side.contactsRemoved(ground.scope.from, ground.scope.to)),
)

// ── coming again ─────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Of the contacts with an episode begun in the period before: 1 where one began in this period too. By day, week or month
 * each is a period of its own; hours and weekdays have none before them.
 */
function comeAgain(ground: SpecialGround): Items {
  const { axes } = ground.cells
  if (axes.some((axis) => axis.time?.linear === false))
    return { included: [], excluded: [], unknowable: true }
  const { from, to } = ground.scope
  const within = axes.flatMap((axis) => axis.time?.boundaries(from, to) ?? [])
  const starts = [from, ...new Set(within)].sort((a, b) => a - b)
  const included = starts.flatMap((start, index) => backIn(ground, start, starts[index + 1] ?? to))
  return { included, excluded: [] }
}

function backIn(ground: SpecialGround, from: number, to: number): readonly Item[] {
  const { conversations, scope } = ground
  const earlier = ground.rows('starts', previousPeriod(from, to, scope.zone))
  const now = ground.rows('starts', { from, to })
  const active = new Set<number>()
  for (let index = 0; index < now.length; index++)
    active.add(conversations.contact[now.slot[index] ?? 0] ?? 0)
  const hits = (index: number) => active.has(conversations.contact[earlier.slot[index] ?? 0] ?? 0)
  return contactItems(ground, earlier, { counts: () => true, hits, at: from })
}

export const retentionRate: Special = shareOf(comeAgain)

// ── answering ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Of the contacts we wrote to first: 1 where one wrote back within 72 h. */
function writeBack(ground: SpecialGround): Items {
  const rows = ground.rows('outreach', { bits: unprompted })
  const placed = { ...rows, labels: { 'added-by': addedByOf(ground, rows) } }
  return {
    included: contactItems(ground, rows, {
      counts: (index) => ((rows.bits[index] ?? 0) & unprompted) !== 0,
      hits: (index) => (rows.values['answered']?.[index] ?? Number.NaN) <= answeredWithin,
      placed,
    }),
    excluded: [],
  }
}

export const responsiveness: Special = shareOf(writeBack)

/** Of the contacts messaged: 1 where an opt-in was on record at every message. */
function optedIn(ground: SpecialGround): Items {
  const { conversations, side } = ground
  const rows = ground.rows('messages', { bits: messageBits.outbound })
  const isSent = (index: number) => ((rows.bits[index] ?? 0) & messageBits.outbound) !== 0
  const rowOf = (index: number) => conversations.contactRow(conversations.contact[rows.slot[index] ?? 0] ?? 0)
  const contacts = new Set<number>()
  for (let index = 0; index < rows.length; index++) if (isSent(index)) contacts.add(rowOf(index))
  const profiles = side.profiles([...contacts])
  const hits = (index: number) => {
    const profile = profiles.get(rowOf(index))
    const at = rows.at[index] ?? 0
    if (profile === undefined || profile.optedInAt === null || profile.optedInAt > at) return false
    const { optedInAt, optedOutAt } = profile
    return optedOutAt === null || optedOutAt > at || optedOutAt < optedInAt
  }
  return { included: contactItems(ground, rows, { counts: isSent, hits, every: true }), excluded: [] }
}

export const optInCoverage: Special = shareOf(optedIn)
