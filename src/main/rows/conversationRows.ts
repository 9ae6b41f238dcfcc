/** One row a conversation that counts in a scope, in the order they were opened. */
import { conversationColumns } from './conversationColumns.ts'
import { createFigureReader, type FigureReader } from './conversationFigures.ts'
import { readHead } from './conversationHeads.ts'
import { traitsOf } from './conversationTraits.ts'
import { namesOf } from './names.ts'
import type { RowBatch } from './rowColumn.ts'
import type { RowChoice, RowPorts } from './rowPorts.ts'

/** Conversations read together: more would hold more, fewer would look at the same hours again and again. */
const together = 2048

/** Batches of rows whose cells are those of `conversationColumns`, and how many conversations are looked at. */
export function conversationRows(
  ports: RowPorts,
  choice: RowChoice,
): { readonly of: number; readonly batches: Iterable<RowBatch & { readonly looked: number }> } {
  const reader = createFigureReader(ports, together)
  const slots = conversationsIn(ports, reader)
  return { of: slots.length, batches: batchesOf(ports, choice, reader, slots) }
}

/** Conversations that may have something in the scope, by when they began: they have rows in it, or reach into it. */
function conversationsIn({ columns, scope }: RowPorts, reader: FigureReader): Uint32Array {
  const { slots } = columns
  const { startedAt } = slots.columns
  const found: number[] = []
  for (let slot = 1; slot < slots.size; slot++) {
    if (!slots.has(slot)) continue
    const [from, to] = slots.rangeOf(slot)
    if ((from < scope.to && to > scope.from) || reader.reaches(slot)) found.push(slot)
  }
  return Uint32Array.from(found).sort((a, b) => (startedAt[a] ?? 0) - (startedAt[b] ?? 0) || a - b)
}

function* batchesOf(
  { cache, columns, dictionary }: RowPorts,
  { hideNames }: RowChoice,
  reader: FigureReader,
  all: Uint32Array,
): Generator<RowBatch & { readonly looked: number }> {
  const names = namesOf(dictionary)
  const shown = conversationColumns.filter(({ personal }) => !hideNames || personal !== true)
  for (let from = 0; from < all.length; from += together) {
    const slots = [...all.subarray(from, from + together)]
    const figures = reader.figuresOf(slots)
    const traits = traitsOf(columns, slots)
    const heads = slots.map((slot, row) => (figures.counts(row) ? readHead(cache, slot, hideNames) : null))
    const kept = [...heads.keys()].filter((row) => heads[row] !== null)
    const cells = shown.map(({ read }) => read({ slots, heads, traits, figures, names }))
    yield {
      length: kept.length,
      cells: cells.map((cell) => (row) => cell(kept[row] ?? 0)),
      looked: Math.min(all.length, from + together),
    }
  }
}
