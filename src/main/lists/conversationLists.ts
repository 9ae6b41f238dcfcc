/** Lists of conversations by any filter and any sort, answered from memory; only the rows of the page are read from the cache. */
import type { ConversationQuery, ConversationRow, ConversationSort, List } from '../../shared/contract.ts'
import type { ConversationFacts } from '../metrics/facts.ts'
import { readConversationRows } from '../store/conversationList.ts'
import type { ReadableDb } from '../store/database.ts'
import { clampLimit, unreadableKey } from '../store/keyset.ts'
import { createRowNames, type RowNames } from '../store/rowNames.ts'
import { nameOrder, type NameOrder } from './collation.ts'
import { ContactOrder } from './contactOrder.ts'
import { ContactTexts } from './contactTexts.ts'
import { ConversationTable, sentimentOrder, wordShift } from './conversationTable.ts'
import { cursorText, readCursor } from './cursor.ts'
import { filtered, type FilterSources } from './filter.ts'
import { OpenFlags } from './openFlags.ts'
import type { Order, Place } from './order.ts'
import { Orders } from './orders.ts'
import { Reviewed } from './reviewed.ts'
import { Selections, type Selection } from './selections.ts'
import { Silences } from './silences.ts'
import { sortColumn, type SortColumn, type SortSources } from './sortKeys.ts'

/** What the dictionary says, until it changes. */
interface Named extends Readonly<Record<(typeof namedSources)[number], NameOrder>> {
  readonly rowNames: RowNames
}

const namedSources = ['agents', 'teams', 'channels', 'categories'] as const
const sortByNames = { agents: 'agent', teams: 'team', channels: 'channel', categories: 'category' } as const

export class ConversationLists {
  readonly #cache: ReadableDb
  readonly #workspace: ReadableDb
  readonly #table = new ConversationTable()
  readonly #silences: Silences
  readonly #contacts: ContactOrder
  readonly #contactTexts: ContactTexts
  readonly #openFlags: OpenFlags
  readonly #reviewed: Reviewed
  readonly #orders = new Orders()
  readonly #selections = new Selections()
  #named: Named | null = null
  #isNamedStale = false
  #decisions: unknown = null

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

  /** Makes the order of a sort where there is none yet, in steps of some milliseconds. Without it the first page waits for all of it. */
  *makeOrder(sort: ConversationSort, now: number): Generator<void> {
    if (this.#orders.has(sort)) return
    this.#prepare(now)
    yield* this.#orders.make(sort, this.#column(sort), this.#table.ids())
  }

  /** Takes over conversations that changed, by id; null: it is gone. */
  replace(changes: Iterable<readonly [id: number, facts: ConversationFacts | null]>): void {
    const contacts: number[] = []
    const changed: number[] = []
    for (const [id, facts] of changes) {
      changed.push(id)
      if (facts === null) {
        this.#table.remove(id)
        this.#silences.remove(id)
      } else {
        this.add(facts)
        if (facts.contact >= 0) contacts.push(facts.contact)
      }
    }
    this.#note(changed)
    this.#contactTexts.mend(contacts)
    this.#mendContacts(contacts)
  }

  /** Finds out which contacts changed, in steps of a few milliseconds: no fact tells that somebody has another name. */
  *sweepContacts(): Generator<void> {
    yield* this.#contactTexts.read()
    this.#mendContacts(this.#contactTexts.takeChanged())
  }

  /** Flags, reviews and names may be others than before. */
  forget(): void {
    this.#openFlags.forget()
    this.#reviewed.forget()
    this.#isNamedStale = true
    this.#selections.clear()
  }

  /** A page of the conversations asked for, and how many there are. Throws a `StoreFailure` of kind `invalid` for a bad cursor. */
  answer(query: ConversationQuery, now: number): List<ConversationRow> & { readonly total: number } {
    this.#prepare(now)
    const { bits, count } = this.#selected(query)
    this.#mendContacts(this.#contactTexts.takeChanged())
    const column = this.#column(query.sort)
    const order = this.#order(query.sort, column)
    const direction = query.ascending ? 1 : -1
    const limit = clampLimit(query.limit)
    const ids = order.part(bits, direction, {
      behind: query.after === null ? 0 : order.countUpTo(placeAfter(query.after, column), direction, column),
      skip: Math.max(0, Math.floor(query.skip ?? 0) || 0),
      // One more, which says whether there is a next page.
      limit: limit + 1,
    })
    const page = ids.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: this.#rows(page),
      next:
        ids.length > limit && last !== undefined
          ? cursorText({ value: column.valueOf(last), id: last })
          : null,
      total: count,
    }
  }

  /** A conversation as lists show it; null when there is none. */
  row(id: number, now: number): ConversationRow | null {
    this.#prepare(now)
    return this.#rows([id])[0] ?? null
  }

  memoryBytes(): number {
    const texts = [this.#contacts, this.#contactTexts]
    const parts = [this.#silences, this.#openFlags, this.#reviewed, this.#orders, this.#selections, ...texts]
    return parts.reduce((sum, { bytes }) => sum + bytes, this.#table.memoryBytes())
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
    this.#note(this.#openFlags.takeChanged(), 'flags')
    this.#reviewed.read(size)
    this.#note(this.#reviewed.takeChanged(), 'score')
    this.#mendContacts(this.#contactTexts.takeChanged())
  }

  /** These changed in what lists are sorted by, by one column or any, and in what they are filtered by. */
  #note(changed: readonly number[], sort: ConversationSort | null = null): void {
    if (changed.length === 0) return
    this.#orders.note(changed, sort)
    this.#selections.clear()
  }

  #mendContacts(rows: readonly number[]): void {
    if (rows.length === 0) return
    const renamed = this.#contacts.mend(rows)
    if (renamed.length > 0) this.#note(this.#table.idsOf(renamed), 'contact')
  }

  #dictionary(): Named {
    if (this.#named !== null && !this.#isNamedStale) return this.#named
    const before = this.#named
    const named = namedBy(this.#cache)
    for (const source of namedSources)
      if (before === null || !isSameOrder(before[source], named[source]))
        this.#orders.forget(sortByNames[source])
    this.#named = named
    this.#isNamedStale = false
    return named
  }

  #selected(query: ConversationQuery): Selection {
    return this.#selections.get(query, () => filtered(this.#filterSources(), query))
  }

  #order(sort: ConversationSort, column: SortColumn): Order {
    const isHeld = (id: number) => this.#table.isHeld(id)
    const kept = this.#orders.get(sort, column, isHeld)
    return kept ?? finished(this.#orders.make(sort, column, this.#table.ids()))
  }

  #column(sort: ConversationSort): SortColumn {
    const sources: SortSources = {
      ...this.#dictionary(),
      table: this.#table,
      scores: this.#reviewed.scores,
      openFlags: this.#openFlags.counts,
      contacts: this.#contacts,
    }
    return sortColumn(sources, sort)
  }

  #filterSources(): FilterSources {
    const { rowNames } = this.#dictionary()
    return {
      table: this.#table,
      silences: this.#silences,
      contactTexts: this.#contactTexts,
      dictionary: rowNames.dictionary,
      openRules: this.#openFlags.rules,
      reviewed: this.#reviewed.marks,
    }
  }

  #rows(ids: readonly number[]): readonly ConversationRow[] {
    return readConversationRows(this.#cache, this.#dictionary().rowNames, ids, (id) => ({
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

function isSameOrder(one: NameOrder, other: NameOrder): boolean {
  return (
    one.places.length === other.places.length &&
    one.places.every((place, code) => Object.is(place, other.places[code]))
  )
}

function finished<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

function placeAfter(after: string, column: SortColumn): Place {
  const cursor = readCursor(after)
  const key = cursor === null ? null : column.keyOf(cursor.value)
  if (cursor === null || key === null) throw unreadableKey()
  return { key, id: cursor.id }
}

function knownScore(score: number | undefined): number | null {
  return score === undefined || Number.isNaN(score) ? null : score
}
