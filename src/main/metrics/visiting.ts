/** Going through placed rows: all of a part, the first of each conversation, the first of each contact. */
import { kindsIn } from './counting.ts'
import type { Segment } from './columns/segment.ts'
import { firstSeen } from './distinct.ts'
import type { Part } from './plans.ts'
import type { Placed } from './placing.ts'
import type { Question } from './question.ts'

type Visit = (segment: Segment, row: number, cell: number) => void

/** Every row of a part that has a cell. */
export function eachRow(placed: Placed, part: Part, visit: Visit): void {
  const marks = kindsIn(part, placed)
  const { cells } = placed
  for (const { segment, from, to, offset } of placed.pieces) {
    const kind = segment.column('kind')
    for (let index = offset, row = from; row < to; index++, row++) {
      const cell = cells[index] ?? 0
      if (cell >= 0 && marks[kind[row] ?? 0] === 1) visit(segment, row, cell)
    }
  }
}

/** The first row of every conversation in every cell; `all`: in all cells together, which are then cell 0. */
export function eachConversation(
  { subject, cells }: Question,
  placed: Placed,
  part: Part,
  all: boolean,
  visit: Visit,
): void {
  const seen = firstSeen(subject.columns.slots.size, all ? 1 : cells.size)
  eachRow(placed, part, (segment, row, cell) => {
    const into = all ? 0 : cell
    if (seen.add(segment.column('slot')[row] ?? 0, into)) visit(segment, row, into)
  })
}

/** The same for contacts, and whether the contact is new there. */
export function eachContact(
  { subject, axes, cells }: Question,
  placed: Placed,
  part: Part,
  all: boolean,
  visit: (segment: Segment, row: number, cell: number, isNew: boolean) => void,
): void {
  const { columns, scope } = subject
  const { contact: contacts } = columns.slots.columns
  const firsts = columns.slots.firstStarts()
  const codes = all ? [] : axes.flatMap(({ codeAt }) => (codeAt === null ? [] : [codeAt]))
  const seen = firstSeen(firsts.length, all ? 1 : cells.size)
  eachRow(placed, part, (segment, row, cell) => {
    const contact = contacts[segment.column('slot')[row] ?? 0] ?? 0
    const into = all ? 0 : cell
    if (contact === 0 || !seen.add(contact, into)) return
    const first = firsts[contact] ?? 0
    // Each row of an answer is a period of its own: new on the day of the first episode, returning on the next.
    const isNew =
      first >= scope.from && codes.every((codeAt) => codeAt(first) === codeAt(segment.timeAt(row)))
    visit(segment, row, into, isNew)
  })
}
