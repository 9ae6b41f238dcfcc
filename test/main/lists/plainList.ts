/** The same lists told the plain way: every row from the tables of the records, one filter after the other, one sort. */
import type { ConversationQuery, ConversationRow } from '../../../src/shared/contract.ts'
import { readConversationRow } from '../../../src/main/store/conversationList.ts'
import type { ReadableDb } from '../../../src/main/store/database.ts'
import { createRowNames } from '../../../src/main/store/rowNames.ts'
import { authorOf, directionOf, firstK } from '../../../src/main/store/bits.ts'
import { unpackFacts } from '../../../src/main/metrics/pack.ts'

export interface PlainRow {
  readonly id: number
  readonly row: ConversationRow
  readonly happened: readonly number[]
  readonly crew: readonly string[]
  readonly teamsOf: ReadonlyMap<string, readonly string[]>
  readonly authors: ReadonlySet<string>
  readonly openers: ReadonlySet<string>
  readonly rules: ReadonlySet<string>
  readonly language: string | null
  readonly reviewed: boolean
  readonly ratings: readonly number[]
  readonly failed: boolean
  readonly contactTexts: readonly string[]
  readonly names: Readonly<Record<'agent' | 'team' | 'channel' | 'category', string | null>>
}

type Column = readonly unknown[]

export function plainRows(cache: ReadableDb, workspace: ReadableDb, now: number): readonly PlainRow[] {
  const names = createRowNames(cache)
  const { dictionary } = names
  const all = (query: string, ...parameters: readonly unknown[]) =>
    cache
      .prepare(query)
      .raw()
      .all(...parameters) as Column[]
  const teamsOf = new Map(
    dictionary.agents.map((agent) => [
      agent.id,
      agent.teams.map((team) => dictionary.teams.find((one) => one.row === team)!.id),
    ]),
  )
  const settled = new Set(
    workspace
      .prepare('SELECT flag FROM flag_decisions UNION SELECT flag FROM flag_care WHERE snoozed_until > ?')
      .pluck()
      .all(now),
  )
  const byHand = new Set(workspace.prepare('SELECT conversation FROM hand_flags').pluck().all())
  return all('SELECT id FROM conversations').flatMap(([key]): PlainRow[] => {
    const id = Number(key)
    const row = readConversationRow(cache, workspace, names, id, now)
    if (row === null) return []
    const messages = all(
      'SELECT at, flags, failed_at, delivered_at, read_at FROM messages WHERE k >= ? AND k < ?',
      firstK(id),
      firstK(id + 1),
    )
    const facts = unpackFacts(
      cache.prepare('SELECT data FROM facts WHERE conversation = ?').pluck().get(id) as Uint8Array,
    )
    const others = ['conversation_events', 'assignments', 'comments', 'ratings', 'surveys'].flatMap((table) =>
      all(`SELECT at FROM ${table} WHERE conversation = ?`, id),
    )
    const counted = new Set(facts.messages.filter(({ counts }) => counts).map(({ at }) => at))
    const contact =
      all(
        'SELECT name, rid, phone FROM contacts c WHERE id = (SELECT contact FROM conversations WHERE id = ?)',
        id,
      )[0] ?? []
    return [
      {
        id,
        row,
        happened: [
          row.openedAt,
          ...[
            ...messages,
            ...others,
            ...all('SELECT opened_at FROM conversations WHERE id = ? AND opened_at IS NOT NULL', id),
          ]
            .map(([at]) => Number(at))
            .filter((at) => at >= row.openedAt && at <= row.lastAt),
        ],
        crew: all('SELECT to_agent FROM assignments WHERE conversation = ?', id)
          .map(([agent]) => names.agent(agent as number | null))
          .concat(row.agent)
          .filter((agent) => agent !== null),
        teamsOf,
        authors: new Set(
          messages
            .filter(([at, flags]) => counted.has(Number(at)) && (Number(flags) >> 7) % 64 !== 10)
            .filter(([, flags]) => ['in', 'out'].includes(directionOf(Number(flags))))
            .map(([, flags]) => authorOf(Number(flags))),
        ),
        openers: new Set(facts.episodes.map((episode) => episode.openedBy)),
        rules: new Set([
          ...(byHand.has(row.id) ? ['by_hand'] : []),
          ...all(
            'SELECT id, rule FROM flags WHERE conversation = ? AND raised_at <= ? AND (ended_at IS NULL OR ended_at > ?)',
            id,
            now,
            now,
          )
            .filter(([flag]) => !settled.has(flag))
            .map(([, rule]) => String(rule)),
        ]),
        language: dictionary.words?.find((word) => word.row === facts.mood?.language)?.text ?? null,
        reviewed:
          workspace
            .prepare(
              `SELECT 1 FROM reviews WHERE conversation = ? AND calibration = 0 AND state IN ('submitted', 'disputed', 'resolved')`,
            )
            .get(row.id) !== undefined,
        ratings: all('SELECT score FROM ratings WHERE conversation = ?', id).map(([score]) => Number(score)),
        failed: facts.messages.some((message) => message.counts && message.failed),
        contactTexts: contact.map((text) => (typeof text === 'string' ? text : '')),
        names: {
          agent: dictionary.agents.find((one) => one.id === row.agent)?.name ?? null,
          team: dictionary.teams.find((one) => one.id === row.team)?.name ?? null,
          channel: row.channel.id === '' ? null : row.channel.name,
          category: row.category,
        },
      },
    ]
  })
}

/** Ids of the rows asked for, in order. */
export function plainList(rows: readonly PlainRow[], query: ConversationQuery): readonly string[] {
  const order = query.ascending ? 1 : -1
  const collator = new Intl.Collator('en', { numeric: true })
  return rows
    .filter((row) => passes(row, query))
    .toSorted((a, b) => {
      const [one, other] = [sortedBy(a, query.sort), sortedBy(b, query.sort)]
      if ((one === null) !== (other === null)) return one === null ? 1 : -1
      const difference =
        typeof one === 'string' && typeof other === 'string'
          ? collator.compare(one, other)
          : Number(one) - Number(other)
      return order * (difference || a.id - b.id)
    })
    .map(({ row }) => row.id)
}

function passes(plain: PlainRow, query: ConversationQuery): boolean {
  const { row } = plain
  const { scope } = query
  const among = (wanted: readonly unknown[] | undefined, values: Iterable<unknown>) =>
    wanted === undefined || wanted.length === 0 || [...values].some((value) => wanted.includes(value))
  const crew = plain.crew.filter(
    (agent) =>
      (scope.agents.length === 0 || scope.agents.includes(agent)) &&
      (scope.teams.length === 0 || plain.teamsOf.get(agent)?.some((team) => scope.teams.includes(team))),
  )
  return (
    plain.happened.some((at) => at >= scope.from && at < scope.to) &&
    (scope.agents.length + scope.teams.length === 0 || crew.length > 0) &&
    among(scope.channels, [row.channel.id]) &&
    among(scope.categories, [row.category]) &&
    among(scope.authors, plain.authors) &&
    among(scope.openers, plain.openers) &&
    among(query.states, [row.state]) &&
    (!query.waiting || row.waitingSince !== null) &&
    (!query.flagged || (plain.rules.size > 0 && among(query.flagRules, plain.rules))) &&
    among(query.sentiments, [row.sentiment ?? 'unscored']) &&
    among(query.languages, [plain.language]) &&
    (query.reviewed == null || query.reviewed === plain.reviewed) &&
    isRated(plain.ratings, query.rated ?? null) &&
    (query.failed !== true || plain.failed) &&
    (query.unassigned !== true || row.agent === null) &&
    row.messages >= (query.minMessages ?? 0) &&
    hasText(plain.contactTexts, query.contact)
  )
}

function isRated(ratings: readonly number[], wanted: ConversationQuery['rated']): boolean {
  if (wanted === 'low') return ratings.some((score) => score < 3)
  if (wanted === 'rated') return ratings.length > 0
  return wanted === null || ratings.length === 0
}

function hasText([name = '', id = '', phone = '']: readonly string[], piece: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replaceAll(/[\u0300-\u036f]/g, '')
      .toLowerCase()
  const number = (text: string) => text.toLowerCase().replaceAll(/[ ()/.-]/g, '')
  const [text, digits] = [plain(piece.trim()), number(piece)]
  return (
    text === '' ||
    plain(name).includes(text) ||
    plain(id).includes(text) ||
    (digits !== '' && number(phone).includes(digits))
  )
}

function sortedBy({ row, names }: PlainRow, sort: ConversationQuery['sort']): string | number | null {
  const values = {
    last: row.lastAt,
    opened: row.openedAt,
    contact: row.contact.name,
    ...names,
    state: ['open', 'pending', 'snoozed', 'closed'].indexOf(row.state),
    wait: row.waitingSince === null ? null : -row.waitingSince,
    'first-response': row.firstResponse,
    resolution: row.resolution,
    messages: row.messages,
    sentiment: row.sentiment === null ? null : ['negative', 'neutral', 'positive'].indexOf(row.sentiment),
    score: row.score,
    flags: row.openFlags,
  }
  return values[sort]
}
