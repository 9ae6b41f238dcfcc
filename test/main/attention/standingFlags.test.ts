import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingFlags } from '../../../src/main/attention/standingFlags.ts'
import { rawSql } from '../../../src/main/store/database.ts'
import { temporaryCache } from '../../support/database.ts'
import { conversationCount, furnish, minute, putFlags, start } from './flagStore.ts'

const anyChange = fc.record({
  conversation: fc.integer({ min: 1, max: conversationCount }),
  raisedAt: fc.integer({ min: -3, max: 6 }),
  lasts: fc.option(fc.integer({ min: 0, max: 5 })),
  replaces: fc.boolean(),
})
/** Mostly on; a clock can be put back. */
const anyStep = fc.record({
  changes: fc.array(anyChange, { maxLength: 3 }),
  minutes: fc.integer({ min: -2, max: 3 }),
})

describe('flags at hand', () => {
  it('are those the table holds, after any changes and at any clock', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (steps) => {
        const cache = temporaryCache()
        furnish(cache)
        let [now, next] = [start, 0]
        for (const { changes, minutes } of steps) {
          for (const { conversation, raisedAt, lasts, replaces } of changes) {
            if (replaces) cache.prepare('DELETE FROM flags WHERE conversation = ?').run(conversation)
            const from = start + raisedAt * minute
            const endedAt = lasts === null ? null : from + lasts * minute
            const flag = {
              id: `waiting:v${conversation}:${next++}`,
              rule: 'waiting',
              severity: 'danger',
            } as const
            putFlags(cache, [{ ...flag, conversation, agent: 1, raisedAt: from, endedAt }])
          }
          now += minutes * minute
          const wanted = rawSql<[string]>(
            cache,
            'SELECT id FROM flags WHERE ended_at IS NULL OR ended_at > ? ORDER BY id',
          ).all(now)
          const held = standingFlags(cache, now).map(({ id }) => id)
          expect(held.toSorted()).toEqual(wanted.map(([id]) => id).toSorted())
        }
      }),
      { numRuns: 30 },
    )
  })
})
