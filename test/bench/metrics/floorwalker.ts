/** Floorwalker as it is asked by its screens: the real store, the real threads, result objects and all. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../../../src/main/engine/engine.ts'
import { packVersion } from '../../../src/main/metrics/pack.ts'
import type { MetricsAnswer } from '../../../src/shared/contract.ts'
import { sql } from '../../../src/main/store/database.ts'
import { clearMark, writeMark, type Mark } from '../../../src/main/store/derivation.ts'
import { openCache } from '../../../src/main/store/open.ts'
import { wantedMarks } from '../../../src/main/store/rebuild/catchUp.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import { textVersion } from '../../../src/main/store/textReading.ts'
import { measureIngest, perPage } from '../ingest.ts'
import { conversationPages, dataVersion, until, type DataSize } from './data.ts'
import { queriesOf, type Question } from './questions.ts'

export interface Workspace {
  readonly dir: string
  /** Where other engines keep the same facts. */
  readonly folder: string
  /** What the copy was made of: another stamp, other facts. */
  readonly stamp: string
  /** Null: it was there already. */
  readonly messagesPerSecond: number | null
}

/** A workspace of that size, ingested page by page once, kept in `folder`. */
export function prepareWorkspace(folder: string, size: DataSize): Workspace {
  const own = join(folder, size.name)
  const dir = join(own, 'workspace')
  const stampFile = join(own, 'stamp')
  const stamp = `data ${dataVersion}, facts ${packVersion}, ${size.conversations} in ${size.days} days until ${until}`
  const known = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null
  if (known === stamp) return { dir, folder: own, stamp, messagesPerSecond: null }
  rmSync(own, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  const { messages, seconds } = measureIngest(dir, conversationPages(size, perPage))
  markComputed(dir)
  writeFileSync(stampFile, stamp)
  return { dir, folder: own, stamp, messagesPerSecond: messages / seconds }
}

/**
 * Says that everything is computed, as it is, and that the texts are read: what they say is no part of this benchmark, and
 * reading them while others are measured would be.
 */
function markComputed(dir: string): void {
  const cache = openCache(dir, 'writer')
  sql(cache, 'UPDATE messages SET text_version = ?').run(textVersion)
  clearMark(cache, 'unread_from')
  for (const [key, mark] of Object.entries(wantedMarks(cache, defaultSettings)) as [Mark, string | number][])
    writeMark(cache, key, mark)
  cache.close()
}

/** Asks for the page in one round trip, as the screens do. */
export function askFloorwalker(
  { api }: Pick<Engine, 'api'>,
  question: Question,
): Promise<readonly MetricsAnswer[]> {
  return api.metricsMany(queriesOf(question))
}
