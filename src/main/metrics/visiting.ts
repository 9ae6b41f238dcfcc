/** Going through placed rows: all of a part, the first of each conversation, the first of each contact. */
import { kindsIn } from './counting.ts'
import type { Segment } from './columns/segment.ts'
import { again, first, firstSeen } from './distinct.ts'
import type { Part } from './plans.ts'
import type { Placed } from './placing.ts'
import type { Question } from './question.ts'

type Visit = (segment: Segment, row: number, cell: number) => void

/** Every row of a part that has a cell. */
export function eachRow(placed: Placed, part: Part, visit: Visit): void {
  const marks = kindsIn(part, placed)
  const { rows, cells } = placed
  for (const { segment, from, to } of placed.pieces) {
    const kind = segment.column('kind')
    for (let index = from; index < to; index++) {
      const row = rows[index] ?? 0
      if (marks[kind[row] ?? 0] === 1) visit(segment, row, cells[index] ?? 0)
    }
  }
}

/** The first row of every conversation in every cell; `isFirst`: in any cell. */
export function eachConversation(
  { subject, cells }: Question,
  placed: Placed,
  part: Part,
  visit: (segment: Segment, row: number, cell: number, isFirst: boolean) => void,
): void {
  const seen = firstSeen(subject.columns.slots.size, cells.size)
  const marks = kindsIn(part, placed)
  const { rows, cells: placedCells } = placed
  for (const { segment, from, to } of placed.pieces) {
    const [kind, slot] = [segment.column('kind'), segment.column('slot')]
    for (let index = from; index < to; index++) {
      const row = rows[index] ?? 0
      if (marks[kind[row] ?? 0] !== 1) continue
      const cell = placedCells[index] ?? 0
      const met = seen.meet(slot[row] ?? 0, cell)
      if (met !== again) visit(segment, row, cell, met === first)
    }
  }
}

/** The first row of every contact in every cell; `isFirst`: in any cell. New: in the cell, and in all of the answer. */
export function eachContact(
  { subject, axes, cells }: Question,
  placed: Placed,
  part: Part,
  visit: (
    segment: Segment,
    row: number,
    cell: number,
    isFirst: boolean,
    newInCell: boolean,
    newInAll: boolean,
  ) => void,
): void {
  const { columns, scope } = subject
  const { slots } = columns
  const { contact: contacts } = slots.columns
  const starts = slots.contactStarts()
  const codes = axes.flatMap(({ codeAt }) => (codeAt === null ? [] : [codeAt]))
  const seen = firstSeen(slots.largest.contact + 1, cells.size)
  const marks = kindsIn(part, placed)
  for (const { segment, from, to } of placed.pieces) {
    const [kind, slot] = [segment.column('kind'), segment.column('slot')]
    for (let index = from; index < to; index++) {
      const row = placed.rows[index] ?? 0
      if (marks[kind[row] ?? 0] !== 1) continue
      const conversation = slot[row] ?? 0
      const contact = contacts[conversation] ?? 0
      const cell = placed.cells[index] ?? 0
      const met = contact === 0 ? again : seen.meet(contact, cell)
      if (met === again) continue
      const start = starts[conversation] ?? 0
      const newInAll = start >= scope.from
      // Each row of an answer is a period of its own: new on the day of the first episode, returning on the next.
      const newInCell = newInAll && codes.every((codeAt) => codeAt(start) === codeAt(segment.timeAt(row)))
      visit(segment, row, cell, met === first, newInCell, newInAll)
    }
  }
}

/**
 * How many contacts the rows of a part are of, and how many of them are new: the same as `eachContact` says of a question
 * without dimensions, without a question a row that is as good as random.
 */
export function countContacts(
  { subject }: Question,
  placed: Placed,
  part: Part,
): { readonly fresh: number; readonly returning: number } {
  const { columns, scope } = subject
  const { slots } = columns
  const { contact: contacts } = slots.columns
  const starts = slots.contactStarts()
  const marks = kindsIn(part, placed)
  const { rows } = placed
  const seen = new Uint8Array(slots.largest.contact + 1)
  // Nobody: not to be counted.
  seen[0] = 1
  const begun = scope.from
  let [all, fresh] = [0, 0]
  for (const { segment, from, to } of placed.pieces) {
    const [kind, slot] = [segment.column('kind'), segment.column('slot')]
    for (let index = from; index < to; index++) {
      const row = rows[index] ?? 0
      const conversation = slot[row] ?? 0
      const contact = contacts[conversation] ?? 0
      const known = seen[contact] ?? 0
      const first = (marks[kind[row] ?? 0] ?? 0) & ~known
      seen[contact] = known | first
      all += first
      fresh += first & Number((starts[conversation] ?? 0) >= begun)
    }
  }
  return { fresh, returning: all - fresh }
}
