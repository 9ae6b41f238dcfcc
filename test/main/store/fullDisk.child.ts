/** Fills a cache until its disk is full, and says what it was told and how many messages were committed before. */
import { applyPage } from '../../../src/main/store/apply.ts'
import { StoreFailure } from '../../../src/main/store/errors.ts'
import { openCache } from '../../../src/main/store/open.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import { packFacts } from '../../../src/main/metrics/pack.ts'
import { readRecord, type SourceRecord } from '../../../src/shared/records.ts'

const cache = openCache(process.argv[2]!, 'writer')
const ports = {
  derive: deriveFacts,
  pack: packFacts,
  settings: defaultSettings,
  now: () => 0,
  version: 'test',
}
let kept = 0
try {
  for (;;) {
    const records: SourceRecord[] = []
    for (let index = kept; index < kept + 50; index += 1) records.push(message(index))
    const page = { records, rejects: [], notices: [], cursor: String(kept + 50), more: true }
    applyPage(
      cache,
      { source: 's', stream: 'all', page: { ...page, completeTo: null, backfilledTo: null, progress: null } },
      ports,
    )
    kept += 50
  }
} catch (error) {
  if (!(error instanceof StoreFailure)) throw error
  process.stdout.write(JSON.stringify([error.failure, kept]))
}

function message(index: number): SourceRecord {
  const read = readRecord({
    kind: 'message',
    id: `m${index}`,
    conversation: `v${index % 7}`,
    at: 1_700_000_000_000 + index,
    direction: 'in',
    content: { type: 'text', text: 'x'.repeat(4000) },
  })
  if (!read.ok) throw new Error(read.reason)
  return read.record
}
