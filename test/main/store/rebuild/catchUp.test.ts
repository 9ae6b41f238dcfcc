import { expect, it, onTestFinished } from 'vitest'
import type { Settings } from '../../../../src/shared/contract.ts'
import type { WritableDb } from '../../../../src/main/store/database.ts'
import {
  readFactsVersion,
  readMark,
  readRecomputed,
  writeMark,
} from '../../../../src/main/store/derivation.ts'
import { openCache } from '../../../../src/main/store/open.ts'
import { openHere, openThreads, type Background } from '../../../../src/main/store/rebuild/background.ts'
import {
  catchUp,
  dropForeignFacts,
  isBehind,
  noteOutdated,
} from '../../../../src/main/store/rebuild/catchUp.ts'
import { rebuildNow } from '../../../../src/main/store/rebuild/rebuild.ts'
import { deriveRange } from '../../../../src/main/store/rebuild/deriveRange.ts'
import { deriveFacts } from '../../../../src/main/metrics/derive.ts'
import { packFacts } from '../../../../src/main/metrics/pack.ts'
import { derivingVersion } from '../../../../src/main/metrics/version.ts'
import { defaultSettings } from '../../../../src/main/store/settings.ts'
import type { RecordInput } from '../../../../src/shared/records.ts'
import {
  apply,
  dump,
  records,
  temporaryCache,
  temporaryFolder,
  testPorts,
} from '../../../support/database.ts'

const at = Date.UTC(2026, 4, 4, 8)
const minute = 60_000

function message(conversation: string, index: number, text: string, out = false): RecordInput {
  return {
    kind: 'message',
    id: `${conversation}-${index}`,
    conversation,
    contact: `contact of ${conversation}`,
    channel: 'c1',
    at: at + index * 7 * minute,
    direction: out ? 'out' : 'in',
    author: out ? { type: 'agent', id: 'a1' } : { type: 'contact' },
    content: { type: 'text', text },
  }
}

/** Conversations with some of everything facts are made of. */
function workspace(count: number): readonly RecordInput[] {
  return Array.from({ length: count }, (_, number) => {
    const conversation = `v${number}`
    return [
      message(conversation, 0, 'Where is my parcel? It is still not delivered!'),
      message(conversation, 1, 'On its way.', true),
      message(conversation, 2, number % 2 === 0 ? 'Great, thank you so much!' : 'This is terrible service.'),
      { kind: 'assignment', conversation, at: at + number, to: `a${number % 3}` },
      { kind: 'rating', id: `r${number}`, conversation, at: at + 30 * minute, score: (number % 5) + 1 },
      ...(number % 3 === 0
        ? [{ kind: 'conversation_event', conversation, at: at + 40 * minute, event: 'closed' } as const]
        : []),
    ] satisfies RecordInput[]
  }).flat()
}

async function upToDate(
  db: WritableDb,
  background: Background,
  change: Partial<Settings> = {},
  more: Partial<Parameters<typeof catchUp>[0]> = {},
): Promise<{ readonly changed: Set<number>; readonly progress: (readonly [number, number])[] }> {
  const settings = { ...defaultSettings, ...change }
  const changed = new Set<number>()
  const progress: (readonly [number, number])[] = []
  await catchUp({
    db,
    derivation: { ...testPorts, settings },
    background,
    mends: true,
    page: () => 0,
    changedAfter: () => false,
    onChange: (conversations) => conversations.forEach((conversation) => changed.add(conversation)),
    onStage: () => undefined,
    onProgress: (done, total) => progress.push([done, total]),
    goesOn: () => true,
    ...more,
  })
  return { changed, progress }
}

function cacheIn(folder: string): WritableDb {
  const cache = openCache(folder, 'writer')
  onTestFinished(() => void cache.close())
  return cache
}

it('reads what came in bulk as if it had come message by message', async () => {
  const all = records(...workspace(160))
  const bulk = temporaryCache()
  apply(bulk, all)
  expect(bulk.prepare('SELECT count(*) FROM messages WHERE text_version = 0').pluck().get()).toBe(480)
  await upToDate(bulk, openHere(bulk))
  const single = temporaryCache()
  for (const record of all) apply(single, [record])
  expect(single.prepare('SELECT count(*) FROM messages WHERE text_version = 0').pluck().get()).toBe(0)
  expect(single.prepare('SELECT count(*) FROM messages WHERE sentiment = -1').pluck().get()).toBeGreaterThan(
    0,
  )
  expect(dump(bulk)).toEqual(dump(single))
  const topics =
    'SELECT c.rid, t.name FROM conversations c JOIN categories t ON t.id = c.topic ORDER BY c.rid'
  expect(single.prepare(topics).raw().all()).toHaveLength(160)
  expect(bulk.prepare(topics).raw().all()).toEqual(single.prepare(topics).raw().all())
})

it('derives in threads what pages derive, after facts were lost or settings changed', async () => {
  const folder = temporaryFolder()
  const cache = cacheIn(folder)
  apply(cache, records(...workspace(700)))
  const threads = openThreads(folder)
  onTestFinished(() => threads.close())
  await upToDate(cache, threads)
  expect(isBehind(cache, defaultSettings)).toBe(false)
  const before = dump(cache)

  cache.exec(`DELETE FROM facts WHERE conversation % 3 = 0; UPDATE conversations SET agent = 7, last_text = 'x' WHERE id % 5 = 0;
    DELETE FROM flags WHERE conversation % 2 = 0; INSERT INTO facts VALUES (9999, 1, x'00');
    UPDATE conversations SET first_message_at = 1 WHERE id = 4; UPDATE conversations SET inbound_before = 1 WHERE id = 8;
    UPDATE derivation SET value = 'otherwise' WHERE key = 'facts'`)
  await upToDate(cache, threads)
  expect(dump(cache)).toEqual(before)

  const rules = { ...defaultSettings.rules, engagedMinutes: 30 }
  const flagRules = { ...defaultSettings.flagRules, firstResponseOver: 300 }
  expect(isBehind(cache, { ...defaultSettings, rules })).toBe(true)
  const { progress } = await upToDate(cache, threads, { rules, flagRules })
  expect(progress.at(-1)).toEqual([700, 700])
  const fresh = temporaryCache()
  apply(fresh, records(...workspace(700)), { settings: { ...defaultSettings, rules, flagRules } })
  await upToDate(fresh, openHere(fresh), { rules, flagRules })
  expect(dump(cache)).toEqual(dump(fresh))
})

it('raises the flags anew that an older version of the rules left, and says how far it is', async () => {
  const fresh = temporaryCache()
  apply(fresh, records(...workspace(160)))
  await upToDate(fresh, openHere(fresh))
  const cache = temporaryCache()
  // That version raised nothing in some conversations, and kept no messages as evidence in any.
  const older: typeof deriveFacts = (timeline, settings) => {
    const facts = deriveFacts(timeline, settings)
    const flags = facts.conversation % 4 === 0 ? [] : facts.flags.map((flag) => ({ ...flag, messages: [] }))
    return { ...facts, flags }
  }
  const derivation = { ...testPorts, derive: older }
  apply(cache, records(...workspace(160)), derivation)
  const olderHere: Background = {
    ...openHere(cache),
    derive: (from, to, settings, mends) =>
      Promise.resolve(deriveRange(cache, from, to, { derive: older, pack: packFacts, settings }, mends)),
  }
  await upToDate(cache, olderHere, {}, { derivation })
  expect(dump(cache)).not.toEqual(dump(fresh))
  const mark = String(readMark(cache, 'facts'))
  writeMark(cache, 'facts', mark.replace(`:${derivingVersion}:`, `:${derivingVersion - 1}:`))
  dropForeignFacts(cache)
  expect(cache.prepare('SELECT count(*) FROM facts').pluck().get()).toBe(160)
  expect(isBehind(cache, defaultSettings)).toBe(true)

  noteOutdated(cache, defaultSettings)
  expect(readRecomputed(cache)).toBe(0)
  const shares: (number | null)[] = []
  const { progress } = await upToDate(
    cache,
    openHere(cache),
    {},
    { mends: false, onChange: () => shares.push(readRecomputed(cache)) },
  )
  expect(shares.every((share) => share !== null && share < 1)).toBe(true)
  expect(readRecomputed(cache)).toBeNull()
  expect(dump(cache)).toEqual(dump(fresh))
  expect(progress[0]).toEqual([0, 160])
  expect(progress.at(-1)).toEqual([160, 160])
  expect(isBehind(cache, defaultSettings)).toBe(false)
})

it('mends the 24 h windows of a contact when it is to look at everything', async () => {
  const cache = temporaryCache()
  apply(cache, records(...workspace(3)))
  await upToDate(cache, openHere(cache), {}, { mends: false })
  const before = dump(cache)
  cache.exec('UPDATE conversations SET inbound_before = 1')
  await upToDate(cache, openHere(cache), {}, { mends: false })
  expect(dump(cache)).not.toEqual(before)
  await upToDate(cache, openHere(cache))
  expect(dump(cache)).toEqual(before)
})

it('computes nothing anew for settings that are applied when a question is asked', () => {
  const cache = temporaryCache()
  for (const key of ['facts', 'gap', 'texts', 'topics'] as const) expect(readMark(cache, key)).toBeUndefined()
  return upToDate(cache, openHere(cache)).then(() => {
    const { targets, rules } = defaultSettings
    expect(
      isBehind(cache, {
        ...defaultSettings,
        targets: { ...targets, firstResponse: 5 },
        rules: { ...rules, unanswered: 'last', firstResponseClock: 'first_inbound', followUpDays: 2 },
      }),
    ).toBe(false)
    expect(isBehind(cache, { ...defaultSettings, topicRules: [] })).toBe(true)
    expect(isBehind(cache, { ...defaultSettings, conversationGapHours: 2 })).toBe(true)
  })
})

it('finds topics anew by other rules, and leaves stated categories', async () => {
  const cache = temporaryCache()
  apply(
    cache,
    records(message('v1', 0, 'my tent is torn'), message('v2', 0, 'my tent is torn'), {
      kind: 'conversation_event',
      conversation: 'v2',
      at,
      event: 'categorised',
      category: 'camping',
    }),
  )
  const topicRules = [{ id: 'x', name: 'Tents', keywords: { en: ['tent'] } }]
  const { changed } = await upToDate(cache, openHere(cache), { topicRules })
  expect(changed).toContain(cache.prepare("SELECT id FROM conversations WHERE rid = 'v1'").pluck().get())
  const shown = () =>
    cache
      .prepare(
        'SELECT t.name FROM conversations c LEFT JOIN categories t ON t.id = c.category ORDER BY c.rid',
      )
      .pluck()
      .all()
  expect(shown()).toEqual(['Tents', 'camping'])
  await upToDate(cache, openHere(cache), { topicRules: [] })
  expect(shown()).toEqual([null, 'camping'])
})

it('places messages anew when the gap between conversations changed', async () => {
  const loose = (id: string, hours: number): RecordInput => ({
    kind: 'message',
    id,
    conversation: null,
    contact: 'k1',
    channel: 'c1',
    at: at + hours * 60 * minute,
    direction: 'in',
    content: { type: 'text', text: 'hello' },
  })
  const all = records(loose('m1', 0), loose('m2', 5), loose('m3', 11))
  const cache = temporaryCache()
  apply(cache, all)
  await upToDate(cache, openHere(cache))
  await upToDate(cache, openHere(cache), { conversationGapHours: 5.5 })
  const fresh = temporaryCache()
  apply(fresh, all, { settings: { ...defaultSettings, conversationGapHours: 5.5 } })
  expect(dump(cache)).toEqual(dump(fresh))
})

it('leaves to a page what the page derived meanwhile', async () => {
  const cache = temporaryCache()
  apply(cache, records(...workspace(3)))
  cache.exec('DELETE FROM facts')
  const here = openHere(cache)
  let pages = 0
  const changed = new Map<number, number>()
  const slow: Background = {
    ...here,
    async derive(from, to, settings, mends) {
      const range = await here.derive(from, to, settings, mends)
      pages += 1
      for (const conversation of apply(cache, records(message('v1', 3, 'One more thing'))).touched)
        changed.set(conversation, pages)
      return range
    },
  }
  await upToDate(
    cache,
    slow,
    {},
    { page: () => pages, changedAfter: (one, page) => (changed.get(one) ?? 0) > page },
  )
  const fresh = temporaryCache()
  apply(fresh, records(...workspace(3), message('v1', 3, 'One more thing')))
  expect(dump(cache)).toEqual(dump(fresh))
  expect(rebuildNow(cache, testPorts)).toBe(0)
})

it('goes on where it was stopped', async () => {
  const cache = temporaryCache()
  apply(cache, records(...workspace(160)))
  let asked = 0
  await upToDate(cache, openHere(cache), {}, { goesOn: () => (asked += 1) < 4 })
  expect(isBehind(cache, defaultSettings)).toBe(true)
  expect(readRecomputed(cache)).not.toBeNull()
  await upToDate(cache, openHere(cache))
  expect(readRecomputed(cache)).toBeNull()
  expect(isBehind(cache, defaultSettings)).toBe(false)
  expect(cache.prepare('SELECT count(*) FROM messages WHERE text_version = 0').pluck().get()).toBe(0)
})

it('throws facts of another packing away before anybody reads them', async () => {
  const cache = temporaryCache()
  apply(cache, records(...workspace(2)))
  await upToDate(cache, openHere(cache))
  const { epoch } = readFactsVersion(cache)
  dropForeignFacts(cache)
  expect(readFactsVersion(cache).epoch).toBe(epoch)
  cache.exec("UPDATE derivation SET value = '1:abc' WHERE key = 'facts'")
  dropForeignFacts(cache)
  expect(cache.prepare('SELECT count(*) FROM facts').pluck().get()).toBe(0)
  expect(readFactsVersion(cache).epoch).not.toBe(epoch)
  expect(isBehind(cache, defaultSettings)).toBe(true)
})
