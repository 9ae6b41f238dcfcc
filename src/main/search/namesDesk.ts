/** The names of a workspace for search: read once, and again when the data changed. */
import { readCares } from '../attention/care.ts'
import { handFlagsOf } from '../attention/handFlags.ts'
import { countOpenOf, holds, openHandFlags } from '../attention/openNow.ts'
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import { expandIn } from './beginnings.ts'
import { createRowNames, type RowNames } from '../store/rowNames.ts'
import { contactTexts } from './documents.ts'
import { facet } from './facets.ts'
import type { FilterPorts, Narrowing } from './filters.ts'
import type { OpenIndex } from './indexDesk.ts'
import { matchOf } from './match.ts'
import { isNumeric, numberPattern } from './phones.ts'
import { planSearch, type SearchPlan } from './plan.ts'
import { kindOf, rowOf } from './refs.ts'
import { phraseOf } from './tokens.ts'

export interface NamesDesk {
  /** What a text asks. `index`: makes filters by contact quick; null: there is none. */
  plan(question: {
    readonly text: string
    readonly zone: string
    readonly now: number
    readonly names: RowNames
    readonly index: OpenIndex | null
  }): SearchPlan
  /** As of now. */
  names(): RowNames
}

export function createNamesDesk(cache: ReadableDb, workspaceDb: ReadableDb): NamesDesk {
  let names: RowNames | null = null
  let version: number | undefined
  const current = () => {
    const found = value<number>(cache, 'PRAGMA data_version')
    if (names === null || found !== version) {
      names = createRowNames(cache)
      version = found
    }
    return names
  }
  const isFlagged = (conversation: number, now: number) =>
    countOpenOf(cache, workspaceDb, [conversation], now).size > 0

  return {
    names: current,
    plan: ({ text, zone, now, names, index }) =>
      planSearch(text, {
        dictionary: names.dictionary,
        zone,
        now,
        contactTexts: (contact) => contactTexts(cache, contact),
        isFlagged: (conversation) => isFlagged(conversation, now),
        wasFlagged: (conversation, rule) => wasFlagged(cache, workspaceDb, conversation, rule, now),
        narrow: narrowings(cache, workspaceDb, now, withContacts(cache, index)),
      }),
  }
}

/** A flag of the rule was raised, whatever became of it. */
function wasFlagged(
  cache: ReadableDb,
  workspaceDb: ReadableDb,
  conversation: number,
  rule: string,
  now: number,
): boolean {
  if (rule === 'by_hand')
    return handFlagsOf(cache, workspaceDb, readCares(workspaceDb), conversation).length > 0
  const select = 'SELECT 1 FROM flags WHERE conversation = ? AND rule = ? AND raised_at <= ? LIMIT 1'
  return value(cache, select, conversation, rule, now) !== undefined
}

/** The index, where it holds every contact as they are now; null where one may be missing. */
function withContacts(cache: ReadableDb, index: OpenIndex | null): ReadableDb | null {
  if (index === null || index.contactsAfter !== null) return null
  const pending = rawSql<[number]>(cache, 'SELECT ref FROM search_pending').iterate()
  for (const [ref] of pending) if (kindOf(ref) === 'contact') return null
  return index.db
}

/** Each a superset of what its filter lets through: the filter itself is asked of every hit all the same. */
function narrowings(
  cache: ReadableDb,
  workspaceDb: ReadableDb,
  now: number,
  index: ReadableDb | null,
): FilterPorts['narrow'] {
  const rows =
    (select: string, ...parameters: readonly number[]): Narrowing =>
    (most) => {
      const found = rawSql<[number]>(cache, `${select} LIMIT ?`).all(...parameters, most + 1)
      return found.length > most ? null : found.map(([row]) => row)
    }
  return {
    contact: (text) => (most) => {
      const contacts = index === null ? null : contactsCalled(index, text, most)
      if (contacts === null) return null
      const found = contacts.flatMap((contact) =>
        rawSql<[number]>(cache, 'SELECT id FROM conversations WHERE contact = ? LIMIT ?').all(
          contact,
          most + 1,
        ),
      )
      return found.length > most ? null : found.map(([row]) => row)
    },
    open: rows('SELECT id FROM conversations WHERE state < 3 AND started_at IS NOT NULL'),
    waiting: rows('SELECT id FROM conversations WHERE state < 3 AND waiting_since IS NOT NULL'),
    flagged: (most) => {
      const byHand = openHandFlags(cache, workspaceDb, now).map(({ conversation }) => conversation)
      const byRules = rows(
        `SELECT DISTINCT conversation FROM flags INDEXED BY flags_end WHERE ${holds()}`,
        now,
        now,
      )(most)
      if (byRules === null) return null
      const found = [...new Set([...byRules, ...byHand])]
      return found.length > most ? null : found
    },
  }
}

/** Rows of the contacts of that name, by the index; null: more than `most`. */
function contactsCalled(index: ReadableDb, text: string, most: number): readonly number[] | null {
  const phrase = phraseOf(text, true)
  const pattern = isNumeric(text) ? numberPattern(text) : null
  const match = matchOf(
    [
      { kind: 'facets', any: [facet.contact] },
      {
        kind: 'any',
        of: [
          ...(phrase === null ? [] : [{ kind: 'phrase', phrase, where: 'anywhere' } as const]),
          ...(pattern === null ? [] : [{ kind: 'number', pattern } as const]),
        ],
      },
    ],
    [],
    expandIn(index),
  )
  if (match === null) return []
  const refs = rawSql<[number]>(
    index,
    'SELECT d.ref FROM postings p CROSS JOIN documents d ON d.slot = p.rowid WHERE p.postings MATCH ? LIMIT ?',
  ).all(match, most + 1)
  return refs.length > most ? null : refs.map(([ref]) => rowOf(ref))
}
