/** Lists of conversations by any filter and any sort, answered from memory; only the rows of the page are read from the cache. */
import type { ConversationQuery, ConversationRow, List } from '../../shared/contract.ts'
import type { ConversationFacts } from '../metrics/facts.ts'
import { readConversationRows } from '../store/conversationList.ts'
import type { ReadableDb } from '../store/database.ts'
import { clampLimit, unreadableKey } from '../store/keyset.ts'
import { createRowNames, type RowNames } from '../store/rowNames.ts'
import { nameOrder } from './collation.ts'
import { ContactOrder } from './contactOrder.ts'
import { ContactTexts } from './contactTexts.ts'
import { ConversationTable, sentimentOrder, wordShift } from './conversationTable.ts'
import { cursorText, readCursor } from './cursor.ts'
import { filtered, type FilterSources } from './filter.ts'
import { OpenFlags } from './openFlags.ts'
import { countUpTo, type Place, ranked } from './ranked.ts'
import { Reviewed } from './reviewed.ts'
import { Silences } from './silences.ts'
import { sortColumn, type SortColumn, type SortSources } from './sortKeys.ts'

/** What the dictionary says, until it changes. */
type Named = Pick<SortSources, 'agents' | 'teams' | 'channels' | 'categories'> & {
  readonly rowNames: RowNames
}

export class ConversationLists {
  readonly #cache: ReadableDb
  readonly #workspace: ReadableDb
  readonly #table = new ConversationTable()
  readonly #silences: Silences
  readonly #contacts: ContactOrder
  readonly #contactTexts: ContactTexts
  readonly #openFlags: OpenFlags
  readonly #reviewed: Reviewed
  #named: Named | null = null
  #decisions: unknown = null
  #list = new Uint32Array(0)
  #keys = new Float64Array(0)

  constructor(cache: ReadableDb, workspace: ReadableDb) {
    this.#cache = cache
    this.#workspace = workspace
    this.#silences = new Silences(cache)
    this.#contacts = new ContactOrder(cache)
    this.#contactTexts = new ContactTexts(cache)
    this.#openFlags = new OpenFlags(cache, workspace)
    this.#reviewed = new Reviewed(cache, workspace)
  }

  /** Makes room for conversations with ids up to this one. */
  reserve(last: number): void {
    this.#table.reserve(last + 1)
  }

  /** Takes conversations in for the first time. */
  add(facts: ConversationFacts): void {
    this.#table.put(facts)
    this.#silences.put(facts)
  }

  /** Reads what is known of contacts, in steps of a few milliseconds. */
  *readContacts(): Generator<void> {
    yield* this.#contacts.build()
    yield* this.#contactTexts.read()
  }

  /** Takes over conversations that changed, by id; null: it is gone. */
  replace(changes: Iterable<readonly [id: number, facts: ConversationFacts | null]>): void {
    const contacts: number[] = []
    for (const [id, facts] of changes) {
      if (facts === null) {
        this.#table.remove(id)
        this.#silences.remove(id)
      } else {
        this.add(facts)
        if (facts.contact >= 0) contacts.push(facts.contact)
      }
    }
    this.#contacts.mend(contacts)
    this.#contactTexts.mend(contacts)
  }

  /** Finds out which contacts changed, in steps of a few milliseconds: no fact tells that somebody has another name. */
  *sweepContacts(): Generator<void> {
    yield* this.#contactTexts.read()
    this.#contacts.mend(this.#contactTexts.takeChanged())
  }

  /** Flags, reviews and names may be others than before. */
  forget(): void {
    this.#openFlags.forget()
    this.#reviewed.forget()
    this.#named = null
  }

  /** A page of the conversations asked for, and how many there are. Throws a `StoreFailure` of kind `invalid` for a bad cursor. */
  answer(query: ConversationQuery, now: number): List<ConversationRow> & { readonly total: number } {
    this.#prepare(now)
    const named = (this.#named ??= namedBy(this.#cache))
    const ids = filtered(this.#filterSources(named), query, this.#list)
    this.#contacts.mend(this.#contactTexts.takeChanged())
    const column = sortColumn(this.#sortSources(named), query.sort)
    const sign = query.ascending ? 1 : -1
    column.fill(ids, sign, this.#keys)
    const keyed = { ids, keys: this.#keys, direction: sign } as const
    const behind = query.after === null ? 0 : countUpTo(keyed, placeAfter(query.after, column, sign))
    const skip = behind + Math.max(0, Math.floor(query.skip ?? 0) || 0)
    const page = ranked(keyed, skip, clampLimit(query.limit))
    const last = page.at(-1)
    return {
      rows: this.#rows(
        page.map(({ id }) => id),
        named,
      ),
      next:
        skip + page.length < ids.count && last !== undefined
          ? cursorText({ value: column.valueOf(last.id), id: last.id })
          : null,
      total: ids.count,
    }
  }

  /** A conversation as lists show it; null when there is none. */
  row(id: number, now: number): ConversationRow | null {
    this.#prepare(now)
    return this.#rows([id], (this.#named ??= namedBy(this.#cache)))[0] ?? null
  }

  memoryBytes(): number {
    const parts = [this.#silences, this.#contacts, this.#contactTexts, this.#openFlags, this.#reviewed]
    const own = this.#table.memoryBytes() + this.#list.byteLength + this.#keys.byteLength
    return parts.reduce((sum, { bytes }) => sum + bytes, own)
  }

  #prepare(now: number): void {
    const { size } = this.#table
    // Decisions and reviews are written by the other thread, which tells nobody here; SQLite knows.
    const decisions = this.#workspace.pragma('data_version', { simple: true })
    if (decisions !== this.#decisions) {
      this.#openFlags.forget()
      this.#reviewed.forget()
      this.#decisions = decisions
    }
    this.#openFlags.countAt(now, size)
    this.#reviewed.read(size)
    if (this.#list.length === size) return
    this.#list = new Uint32Array(size)
    this.#keys = new Float64Array(size)
  }

  #filterSources({ rowNames }: Named): FilterSources {
    return {
      table: this.#table,
      silences: this.#silences,
      contactTexts: this.#contactTexts,
      dictionary: rowNames.dictionary,
      openRules: this.#openFlags.rules,
      reviewed: this.#reviewed.marks,
    }
  }

  #sortSources(named: Named): SortSources {
    return {
      ...named,
      table: this.#table,
      scores: this.#reviewed.scores,
      openFlags: this.#openFlags.counts,
      contacts: this.#contacts,
    }
  }

  #rows(ids: readonly number[], { rowNames }: Named): readonly ConversationRow[] {
    return readConversationRows(this.#cache, rowNames, ids, (id) => ({
      openFlags: this.#openFlags.counts[id] ?? 0,
      sentiment: this.#sentimentOf(id),
      score: knownScore(this.#reviewed.scores[id]),
    }))
  }

  #sentimentOf(id: number): ConversationRow['sentiment'] {
    const word = this.#table.word[id] ?? 0
    const sentiment = sentimentOrder.find((_, index) => ((word >> (wordShift.sentiment + index)) & 1) === 1)
    return sentiment === undefined || sentiment === 'unscored' ? null : sentiment
  }
}

function namedBy(cache: ReadableDb): Named {
  const rowNames = createRowNames(cache)
  const { agents, teams, channels, categories } = rowNames.dictionary
  return {
    rowNames,
    agents: nameOrder(agents),
    teams: nameOrder(teams),
    channels: nameOrder(channels),
    categories: nameOrder(categories),
  }
}

function placeAfter(after: string, column: SortColumn, sign: number): Place {
  const cursor = readCursor(after)
  const key = cursor === null ? null : column.keyOf(cursor.value)
  if (cursor === null || key === null) throw unreadableKey()
  return { key: key * sign, id: cursor.id }
}

function knownScore(score: number | undefined): number | null {
  return score === undefined || Number.isNaN(score) ? null : score
}
