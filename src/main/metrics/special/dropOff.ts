/** How far contacts got: the furthest step each reached in the period. */
import { anyReason, messageBits } from '../bits.ts'
import { evidenceOf } from './engagement.ts'
import type { Item, Items } from './items.ts'
import { countOf } from './items.ts'
import type { RowsView, Special, SpecialGround } from './special.ts'

export const steps = ['received', 'answered', 'resolved', 'rated', 'converted'] as const

/** Contacts who wrote, each once, at its furthest step; by any other dimension at the place of its first message. */
function furthest(ground: SpecialGround): Items {
  const { conversations, scope } = ground
  const messages = ground.rows('messages', { bits: messageBits.inbound })
  const reached = new Map<number, number>()
  const reach = (contact: number, step: number) => {
    const known = reached.get(contact)
    if (known !== undefined && known < step) reached.set(contact, step)
  }
  const contactOf = (rows: RowsView, index: number) => conversations.contact[rows.slot[index] ?? 0] ?? 0
  const first = new Map<number, number>()
  for (let index = 0; index < messages.length; index++) {
    const contact = contactOf(messages, index)
    if (contact === 0 || ((messages.bits[index] ?? 0) & messageBits.inbound) === 0) continue
    reached.set(contact, 0)
    const shown = first.get(contact)
    if (shown === undefined || (messages.at[shown] ?? 0) > (messages.at[index] ?? 0))
      first.set(contact, index)
  }
  const streams = [
    ['replies', 1],
    ['waits', 1],
    ['closes', 2],
    ['ratings', 3],
  ] as const
  for (const [stream, step] of streams) {
    // Another agent may have answered or closed: the filters choose the contacts, not who took them further.
    const rows = ground.rows(stream, { unfiltered: true })
    for (let index = 0; index < rows.length; index++)
      if (stream === 'ratings' || ((rows.bits[index] ?? 0) & anyReason) === 0)
        reach(contactOf(rows, index), step)
  }
  const converted = new Set(ground.side.conversions(scope.from, scope.to).map(({ contact }) => contact))
  const items: Item[] = []
  for (const [contact, index] of first) {
    const step = converted.has(conversations.contactRow(contact)) ? 4 : (reached.get(contact) ?? 0)
    const labels = { step: () => steps[step] ?? null }
    items.push({
      cell: ground.cells.cellAt({ ...messages, labels }, index, messages.at[index] ?? 0),
      evidence: evidenceOf(ground, messages, index, 1),
    })
  }
  return { included: items, excluded: [] }
}

/** By step alone every step has a line, also where nobody stopped. */
function withAllSteps(ground: SpecialGround): Items {
  const { cells } = ground
  if (cells.axes.length === 1 && cells.axes[0]?.dimension === 'step')
    for (const step of steps) cells.cellOf([step])
  return furthest(ground)
}

export const dropOff: Special = countOf(withAllSteps)
