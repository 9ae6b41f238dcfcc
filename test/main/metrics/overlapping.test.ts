import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { Columns } from '../../../src/main/metrics/columns.ts'
import { KeptColumns } from '../../../src/main/metrics/columns/keep.ts'
import type { ConversationFacts } from '../../../src/main/metrics/facts.ts'
import type { RowsView } from '../../../src/main/metrics/special/special.ts'
import { spansOf } from '../../../src/main/metrics/spans.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import { viewOf } from '../../../src/main/metrics/view.ts'
import { factSettings, monday, timelineOf } from './timelines.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

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

/** Often about as many as lie between the first Monday and the end of its month. */
const hours = fc.oneof(fc.nat(24), fc.integer({ min: 470, max: 520 }), fc.nat(24 * 50))

/** Hours from the end of one to the start of the next, and how long each lasts; the last one may go on. */
const anyEpisodes = fc
  .tuple(
    fc.array(fc.record({ after: hours, lasts: hours.map((some) => some + 1) }), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.boolean(),
  )
  .map(([episodes, goesOn]) => {
    let now = 0
    return episodes
      .flatMap(({ after, lasts }, index) => {
        const opened = `${moment((now += after))} ${index === 0 ? 'opened' : 'reopened'} by contact\n${moment(now)} in`
        const isLast = index === episodes.length - 1
        return isLast && goesOn ? [opened] : [opened, `${moment((now += lasts))} closed by agent 1`]
      })
      .join('\n')
  })

interface Seen {
  readonly conversation: number
  readonly at: number
  readonly end: number
}

function seenIn(rows: RowsView): readonly Seen[] {
  const lengths = rows.values['length'] ?? []
  return Array.from({ length: rows.length }, (_, index) => {
    const [conversation = 0, at = 0, length = NaN] = [rows.slot[index], rows.at[index], lengths[index]]
    return { conversation, at, end: Number.isNaN(length) ? Infinity : at + length }
  })
}

function texts(seen: readonly Seen[]): readonly string[] {
  return seen.map(({ conversation, at, end }) => `${conversation} ${at} ${end}`).sort()
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ put: fc.integer({ min: 1, max: 6 }), as: anyEpisodes }) },
  fc.record({ erase: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ save: fc.constant(true), restart: fc.boolean() }),
  {
    weight: 3,
    arbitrary: fc.record({
      ask: fc.oneof(hours, fc.nat(24 * 200)),
      hours: fc.constantFrom(0, 1, 24, 24 * 40),
    }),
  },
)

it('finds it too after any mix of late records, reopened and erased conversations, writing and restarts', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const folder = mkdtempSync(join(tmpdir(), 'lasting-'))
      folders.push(folder)
      const facts = new Map<number, ConversationFacts>()
      let kept = new KeptColumns(folder)
      let columns = new Columns()
      for (const one of steps) {
        if ('put' in one) {
          const derived = deriveFacts(timelineOf(one.as, { conversation: one.put }), factSettings())
          facts.set(one.put, derived)
          columns.replaceFacts([[one.put, derived]])
        } else if ('erase' in one) {
          facts.delete(one.erase)
          columns.replaceFacts([[one.erase, null]])
        } else if ('save' in one) {
          for (const _ of kept.save(columns, { epoch: 'e', version: 1 })) continue
          if (!one.restart) continue
          kept.close()
          kept = new KeptColumns(folder)
          columns = kept.load('e')?.columns ?? new Columns()
        } else {
          const [from, to] = [monday + one.ask * hour, monday + (one.ask + one.hours) * hour + 1]
          const spans = [...facts].flatMap(([conversation, own]) =>
            spansOf(own).map((span) => ({ conversation, at: span.from, end: span.to ?? Infinity })),
          )
          const found = (moments?: readonly number[]) =>
            seenIn(
              viewOf({ columns, dictionary, scope, now: to }, 'spans', {
                from,
                to,
                overlapping: true,
                ...(moments && { moments }),
              }),
            )
          const inIt = spans.filter(({ at, end }) => at < to && end > from)
          expect(texts(found())).toEqual(texts(inIt))
          // Of what is asked for at moments, more may come than stands at one.
          const moments = [from + 1, from + hour, from + 24 * hour, to].filter(
            (one, index, all) => one <= to && all.indexOf(one) === index,
          )
          const standsAtOne = ({ at, end }: Seen) => moments.some((one) => at < one && end >= one)
          expect(texts(found(moments).filter(standsAtOne))).toEqual(texts(inIt.filter(standsAtOne)))
        }
      }
      kept.close()
    }),
    { numRuns: 300 },
  )
})

it('takes at a moment what ends with it, and leaves out what ended before or begins then', () => {
  const columns = new Columns()
  const facts = [
    [1, 3],
    [1, 2],
    [3, 4],
  ].map(([from = 0, to = 0], index) =>
    deriveFacts(
      timelineOf(`${moment(from)} opened by contact\n${moment(to)} closed`, { conversation: index + 1 }),
      factSettings(),
    ),
  )
  columns.replaceFacts(facts.map((one) => [one.conversation, one]))
  const [from, to] = [monday, monday + 24 * hour]
  const rows = viewOf({ columns, dictionary, scope, now: to }, 'spans', {
    from,
    to,
    overlapping: true,
    moments: [monday + 3 * hour],
  })
  expect(Array.from(rows.slot)).toEqual([1])
})
