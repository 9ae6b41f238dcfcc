import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Columns } from '../../../src/main/metrics/columns.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import { viewOf } from '../../../src/main/metrics/view.ts'
import { factSettings, monday, timelineOf } from './timelines.ts'

const hour = 3_600_000
const scope = { from: 0, to: 0, zone: 'UTC', agents: [], teams: [], channels: [], categories: [] }
const dictionary = { agents: [], teams: [], channels: [], categories: [] }

/** Hours since Monday, over three months; short ones, long ones, and some that go on. */
const anyConversation = fc.record({
  from: fc.oneof(fc.nat(48), fc.nat(24 * 70)),
  lasts: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 24 * 60 }), fc.constant(null)),
})

function moment(hours: number): string {
  return `+${Math.floor(hours / 24)}d ${String(hours % 24).padStart(2, '0')}:00`
}

it('finds what lasts into a period, over months, as if all that ever began were looked at', () => {
  fc.assert(
    fc.property(
      fc.array(anyConversation, { maxLength: 25 }),
      fc.array(fc.nat(24), { maxLength: 4 }),
      fc.oneof(fc.nat(72), fc.integer({ min: -5, max: 24 * 140 })),
      fc.constantFrom(0, 0, 1, 30, 24 * 40),
      (conversations, changed, start, width) => {
        const columns = new Columns()
        const facts = conversations.map(({ from, lasts }, index) =>
          deriveFacts(
            timelineOf(
              `${moment(from)} opened by contact${lasts === null ? '' : `\n${moment(from + lasts)} closed`}`,
              { conversation: index + 1 },
            ),
            factSettings(),
          ),
        )
        columns.replaceFacts(facts.map((one) => [one.conversation, one]))
        // Rows of what is gone are struck out, and found no more.
        const gone = new Set(changed.map((index) => index + 1))
        columns.replaceFacts([...gone].map((conversation) => [conversation, null]))
        const [from, to] = [monday + start * hour, monday + (start + width) * hour + 1]
        const rows = viewOf({ columns, dictionary, scope, now: to }, 'spans', { from, to, overlapping: true })
        const expected = conversations.flatMap((one, index) => {
          const begin = monday + one.from * hour
          const end = one.lasts === null ? Infinity : begin + one.lasts * hour
          return begin < to && end > from && !gone.has(index + 1) ? [index + 1] : []
        })
        expect(Array.from(rows.slot).sort((a, b) => a - b)).toEqual(expected)
      },
    ),
    { numRuns: 500 },
  )
})
