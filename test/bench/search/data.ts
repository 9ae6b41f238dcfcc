/**
 * The messages of a made-up company to search in: five languages (English 35, Spanish 20, Portuguese 20, Arabic 12, Chinese
 * 13 in a hundred), words as frequent as Zipf says, some fifty bytes each, order and telephone numbers among them. Written
 * straight into the tables of cache.db: what is measured is search, not the way there. The same seed gives the same rows.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import { packFacts } from '../../../src/main/metrics/pack.ts'
import { firstK, packFlags } from '../../../src/main/store/bits.ts'
import { sql, type WritableDb } from '../../../src/main/store/database.ts'
import { clearMark, writeMark, type Mark } from '../../../src/main/store/derivation.ts'
import { deriveAnew } from '../../../src/main/store/derive.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import { wantedMarks } from '../../../src/main/store/rebuild/catchUp.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import { textVersion } from '../../../src/main/store/textReading.ts'
import { below, logNormal, randomFrom, type Random } from '../metrics/random.ts'

export interface SearchSize {
  readonly name: string
  readonly conversations: number
  readonly days: number
}

export const sizes = {
  quick: { name: 'quick', conversations: 5_000, days: 30 },
  s: { name: 's', conversations: 100_000, days: 365 },
  l: { name: 'l', conversations: 1_000_000, days: 730 },
} as const satisfies Record<string, SearchSize>

/** Raise it with every change of what is made up. */
const dataVersion = 1
export const until = Date.UTC(2026, 10, 16)
export const company = { agents: 100, channels: 8, teams: 8, categories: 20 } as const
const dayMs = 24 * 3_600_000
const messagesEach = 12

/** A workspace of that size in `folder`, made once. */
export function prepareData(folder: string, size: SearchSize): string {
  const dir = join(folder, `search-${size.name}`)
  const stamp = `search data ${dataVersion}, ${size.conversations} conversations in ${size.days} days`
  const stampFile = join(dir, 'stamp')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    // Brings what an older version made to the format of this one.
    openCache(dir, 'writer').close()
    openWorkspaceDb(dir, 'writer').close()
    return dir
  }
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  openWorkspaceDb(dir, 'writer').close()
  const cache = openCache(dir, 'writer')
  writeCompany(cache)
  const perTransaction = 1000
  const fill = cache.transaction((from: number, to: number) => {
    for (let id = from; id < to; id += 1) writeConversation(cache, size, id)
    const all = Array.from({ length: to - from }, (_, index) => from + index)
    deriveAnew(cache, all, { derive: deriveFacts, pack: packFacts, settings: defaultSettings })
    // Noted by the triggers; a new index is built of everything there is.
    sql(cache, 'DELETE FROM search_pending').run()
  })
  for (let from = 1; from <= size.conversations; from += perTransaction)
    fill(from, Math.min(from + perTransaction, size.conversations + 1))
  clearMark(cache, 'unread_from')
  for (const [key, mark] of Object.entries(wantedMarks(cache, defaultSettings)) as [Mark, string | number][])
    writeMark(cache, key, mark)
  cache.pragma('wal_checkpoint(TRUNCATE)')
  cache.close()
  writeFileSync(stampFile, stamp)
  return dir
}

function writeCompany(cache: WritableDb): void {
  sql(cache, "INSERT INTO sources(id, ref) VALUES (1, 'bench')").run()
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  for (const row of numbers(company.agents))
    sql(cache, 'INSERT INTO agents(id, source, rid, name, active) VALUES (?, 1, ?, ?, 1)').run(
      row,
      `agent-${row}`,
      `Agent${row} Miller`,
    )
  for (const row of numbers(company.channels))
    sql(cache, 'INSERT INTO channels(id, source, rid, name) VALUES (?, 1, ?, ?)').run(
      row,
      `channel-${row}`,
      `Line${row}`,
    )
  for (const row of numbers(company.categories))
    sql(cache, 'INSERT INTO categories(id, name) VALUES (?, ?)').run(row, `category ${row}`)
  for (const [index, code] of languages.entries())
    sql(cache, "INSERT INTO words(id, kind, text) VALUES (?, 'language', ?)").run(index + 1, code)
}

function writeConversation(cache: WritableDb, { conversations, days }: SearchSize, id: number): void {
  const random = randomFrom(id)
  const startedAt = Math.round(
    until - days * dayMs + ((id - 1) / conversations) * (days - 1) * dayMs + random() * dayMs * 0.5,
  )
  const contact = random() < 0.45 && id > 1 ? 1 + below(random, id - 1) : id
  if (contact === id) writeContact(cache, id)
  const channel = 1 + below(random, company.channels)
  const agent = 1 + below(random, company.agents)
  const language = drawLanguage(random)
  sql(
    cache,
    `INSERT INTO conversations(id, source, rid, contact, channel, contact_ref, channel_ref, opened_at, opened_by)
     VALUES (?, 1, ?, ?, ?, ?, ?, ?, 'contact')`,
  ).run(id, `conversation-${id}`, contact, channel, `contact-${contact}`, `channel-${channel}`, startedAt)
  let at = startedAt
  for (let index = 0; index < messagesEach; index += 1) {
    const out = index % 2 === 1
    const failed = out && random() < 0.013
    sql(
      cache,
      `INSERT INTO messages(k, hash, source, rid, at, flags, agent, text, failed_at, error_code, error_title, language, sentiment, text_version)
       VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      firstK(id) + index,
      id * messagesEach + index,
      `m-${id}-${index}`,
      at,
      out ? packFlags('out', 'agent', 'text') : packFlags('in', 'contact', 'text'),
      out ? agent : null,
      textIn(random, language),
      failed ? at + 1000 : null,
      failed ? 131047 : null,
      failed ? 'Re-engagement message' : null,
      out ? null : language + 1,
      out ? null : below(random, 3) - 1,
      textVersion,
    )
    at += Math.round(1000 * 60 * logNormal(random, 1))
  }
  sql(
    cache,
    `INSERT INTO conversation_events(conversation, at, hash, event, by_type, category) VALUES (?, ?, 1, 'closed', 'agent', ?)`,
  ).run(id, at, 1 + below(random, company.categories))
}

function writeContact(cache: WritableDb, id: number): void {
  sql(cache, 'INSERT INTO contacts(id, source, rid, name, phone) VALUES (?, 1, ?, ?, ?)').run(
    id,
    `contact-${id}`,
    `Customer ${id}`,
    `+1212${String(id).padStart(7, '0')}`,
  )
  sql(cache, "INSERT INTO contact_aliases(source, value, type, contact) VALUES (1, ?, 'id', ?)").run(
    `contact-${id}`,
    id,
  )
}

// ── texts ────────────────────────────────────────────────────────────────────────────────────────────────────────

const languages = ['en', 'es', 'pt', 'ar', 'zh'] as const
const shares = [0.35, 0.55, 0.75, 0.87, 1]

function drawLanguage(random: Random): number {
  const draw = random()
  return shares.findIndex((share) => draw < share)
}

const latin = [
  'ba',
  'ra',
  'ti',
  'on',
  'men',
  'so',
  'le',
  'der',
  'qui',
  'za',
  'po',
  'er',
  'ing',
  'ta',
  'ven',
  'co',
]
const accents = ['á', 'ção', 'ño', 'é', 'ó', 'ía']
const arabic = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'

/** Words of a language by rank: short ones first, as in every language. */
function wordOf(language: number, rank: number): string {
  const random = randomFrom(language * 1_000_003 + rank)
  const syllables = 1 + Math.min(3, Math.floor(Math.log10(rank + 1) + random()))
  let word = ''
  for (let syllable = 0; syllable < syllables; syllable += 1)
    if (language === 3) word += (arabic[below(random, 28)] ?? '') + (arabic[below(random, 28)] ?? '')
    else {
      word += latin[below(random, latin.length)] ?? ''
      if (language > 0 && random() < 0.15) word += accents[below(random, accents.length)] ?? ''
    }
  return word
}

const vocabularySize = 30_000
const vocabularies = new Map<number, readonly string[]>()

export function vocabulary(language: number): readonly string[] {
  let words = vocabularies.get(language)
  if (words === undefined) {
    words = Array.from({ length: vocabularySize }, (_, rank) => wordOf(language, rank))
    vocabularies.set(language, words)
  }
  return words
}

/** A rank as Zipf draws it: the logarithm of ranks is even. */
function zipf(random: Random, size: number): number {
  return Math.min(size - 1, Math.floor(Math.exp(random() * Math.log(size + 1))) - 1)
}

/** Chinese characters by rank. */
const characters = 3000
export function characterOf(rank: number): string {
  return String.fromCharCode(0x4e00 + ((rank * 7919) % 20_000))
}

export function textIn(random: Random, language: number): string {
  const draw = random()
  const number =
    draw < 0.03
      ? ` ${100_000 + below(random, 900_000)}`
      : draw < 0.04
        ? ` +1 212 ${String(below(random, 10_000_000)).padStart(7, '0')}`
        : ''
  if (language === 4) {
    let text = ''
    for (let index = 0; index < 15; index += 1) text += characterOf(zipf(random, characters))
    return text + number
  }
  const words = vocabulary(language)
  let text = words[zipf(random, vocabularySize)] ?? ''
  while (text.length < 44) text += ` ${words[zipf(random, vocabularySize)] ?? ''}`
  return text + number
}
