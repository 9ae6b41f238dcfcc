import { expect, it } from 'vitest'
import { conversationsChangedAfter, readFactsVersion } from '../../../src/main/store/derivation.ts'
import { rebuildNow } from '../../../src/main/store/rebuild/rebuild.ts'
import { forgetSource } from '../../../src/main/store/forget.ts'
import { apply, records, temporaryCache, testPorts } from '../../support/database.ts'

const at = Date.UTC(2026, 4, 4, 8)
const message = (id: string, conversation: string, minute: number) =>
  ({
    kind: 'message',
    id,
    conversation,
    contact: 'k1',
    at: at + minute * 60_000,
    direction: 'in',
    content: { type: 'text', text: 'hi' },
  }) as const

it('tells which conversations changed after a version, and which are gone', () => {
  const cache = temporaryCache()
  apply(cache, records(message('m1', 'v1', 0), message('m2', 'v2', 0)))
  const first = readFactsVersion(cache)
  expect(first.epoch).toMatch(/^[0-9a-f]{32}$/)
  expect(conversationsChangedAfter(cache, 0)).toEqual([1, 2])
  expect(conversationsChangedAfter(cache, first.version)).toEqual([])

  apply(cache, records(message('m3', 'v2', 5)))
  const second = readFactsVersion(cache)
  expect(second.version).toBeGreaterThan(first.version)
  expect(conversationsChangedAfter(cache, first.version)).toEqual([2])

  rebuildNow(cache, testPorts)
  expect(conversationsChangedAfter(cache, second.version)).toEqual([])

  apply(cache, records({ kind: 'removed', of: 'conversation', id: 'v1', at, reason: 'upstream' }))
  expect(conversationsChangedAfter(cache, second.version)).toEqual([1])
  const third = readFactsVersion(cache)
  forgetSource(cache, 'test')
  expect(conversationsChangedAfter(cache, third.version)).toEqual([2])
  expect(readFactsVersion(cache).epoch).toBe(first.epoch)
  expect(readFactsVersion(temporaryCache()).epoch).not.toBe(first.epoch)
})
