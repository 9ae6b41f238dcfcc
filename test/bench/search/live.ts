/** How far the index is behind while pages of a sync come: applied one after the other, each left to the index as the console does. */
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import { packFacts } from '../../../src/main/metrics/pack.ts'
import { createSearchWriter } from '../../../src/main/search/searchWriter.ts'
import type { Page } from '../../../src/main/sources/source.ts'
import { applyPage, type ApplyPorts } from '../../../src/main/store/apply.ts'
import { firstK } from '../../../src/main/store/bits.ts'
import { sql, value, type WritableDb } from '../../../src/main/store/database.ts'
import { openCache } from '../../../src/main/store/open.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import type { SourceRecord } from '../../../src/shared/records.ts'
import { atShare } from '../reading.ts'
import { below, randomFrom } from '../metrics/random.ts'
import { textIn, until, type SearchSize } from './data.ts'

export interface Live {
  /** When the next page comes, so many pages are not in the index, at most. */
  readonly pagesBehind: number
  /** Milliseconds from a page being applied to its being found, where the next one was not there first. */
  readonly indexedP95: number
}

/** What an earlier run brought would change nothing. */
const run = performance.timeOrigin
const pages = 200
const perPage = 100

/** What it brings is taken out again, so that whatever is kept stays what it was. */
export async function measureLive(dir: string, size: SearchSize): Promise<Live> {
  const cache = openCache(dir, 'writer')
  const writer = createSearchWriter({ dir, cache, onChange: () => undefined })
  await writer.finished()
  const times: number[] = []
  let most = 0
  /** The last change of each page that is not in yet. */
  let outstanding: number[] = []
  for (let number = 0; number < pages; number += 1) {
    applyPage(cache, { source: 'live', stream: 'all', page: pageOf(number) }, ports)
    outstanding.push(value<number>(cache, 'SELECT max(seq) FROM search_pending') ?? 0)
    const startedAt = performance.now()
    writer.note()
    // The next page comes as soon as the loop is free: faster than any source sends them.
    await breath()
    await breath()
    const next = value<number | null>(cache, 'SELECT min(seq) FROM search_pending')
    outstanding = next == null ? [] : outstanding.filter((last) => last >= next)
    most = Math.max(most, outstanding.length)
    if (outstanding.length === 0) times.push(performance.now() - startedAt)
  }
  await writer.finished()
  takeOut(cache, size)
  await writer.finished()
  await writer.stop()
  cache.close()
  return { pagesBehind: most, indexedP95: times.length === 0 ? Infinity : atShare(times, 0.95) }
}

function takeOut(cache: WritableDb, { conversations }: SearchSize): void {
  const take = cache.transaction(() => {
    sql(cache, 'DELETE FROM messages WHERE k >= ?').run(firstK(conversations + 1))
    sql(cache, 'DELETE FROM conversations WHERE id > ?').run(conversations)
    for (const table of ['facts', 'flags'])
      sql(cache, `DELETE FROM ${table} WHERE conversation > ?`).run(conversations)
    sql(cache, "DELETE FROM contacts WHERE source IN (SELECT id FROM sources WHERE ref = 'live')").run()
  })
  take.immediate()
}

const ports: ApplyPorts = {
  derive: deriveFacts,
  pack: packFacts,
  settings: defaultSettings,
  now: () => until,
  version: 'bench',
}

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function pageOf(number: number): Page {
  return {
    records: recordsOf(number),
    rejects: [],
    notices: [],
    cursor: 'c',
    more: true,
    completeTo: null,
    backfilledTo: null,
    progress: null,
  }
}

function recordsOf(page: number): readonly SourceRecord[] {
  const random = randomFrom(page)
  return Array.from({ length: perPage }, (_, index): SourceRecord => {
    const conversation = `live-${run}-${page}-${index % 20}`
    return {
      kind: 'message',
      id: `live-${run}-${page}-${index}`,
      conversation,
      contact: `live-contact-${below(random, 1000)}`,
      channel: 'channel-1',
      at: until + (page * perPage + index) * 1000,
      direction: 'in',
      author: { type: 'contact', id: null },
      content: { type: 'text', text: textIn(random, 0), caption: null, template: null, media: null },
      replyTo: null,
    }
  })
}
