/**
 * Erasure reaches what was issued: where a report told the name of a contact who was erased since, its file is let go of and
 * its names with it. The hash, the figures and what they meant are kept, so that a copy can still be held against them.
 */
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Block, IssuedReport } from '../../../shared/reporting.ts'
import { rawSql, sql, value, type ReadableDb, type WritableDb } from '../../store/database.ts'
import { conversationByName } from '../../store/names.ts'
import type { IssuedFigures, IssuedInputs } from './issue.ts'

/** Stands where a name stood. */
const noName = '–'
/** Blocks whose rows are of a contact each. */
const ofContacts: ReadonlySet<Block['kind']> = new Set(['chats', 'flags'])

/**
 * Lets go of every kept file that tells the name of a contact who is erased by now, and says how many there were. `now` in
 * epoch milliseconds.
 */
export function blankErased(ports: {
  readonly cache: ReadableDb
  readonly workspaceDb: WritableDb
  readonly now: number
}): number {
  const { cache, workspaceDb, now } = ports
  const named = rawSql<[id: string, about: string, inputs: Buffer, figures: Buffer]>(
    workspaceDb,
    `SELECT id, about, inputs, figures FROM issued_reports
     WHERE about ->> 'hideNames' = 0 AND about ->> 'erasedAt' IS NULL`,
  ).all()
  let blanked = 0
  for (const [id, about, inputs, packed] of named) {
    const figures = unpacked<IssuedFigures>(packed)
    if (!conversationsNamed(figures).some((conversation) => isErased(cache, conversation))) continue
    const issued: IssuedReport = { ...(JSON.parse(about) as IssuedReport), erasedAt: now }
    const { blocks } = unpacked<IssuedInputs>(inputs).query.draft
    const kept = gzipSync(JSON.stringify(withoutNames(figures, blocks)))
    // Otherwise its pages would hold the names until something else is written there.
    workspaceDb.pragma('secure_delete = ON')
    sql(workspaceDb, "UPDATE issued_reports SET about = ?, figures = ?, file = x'' WHERE id = ?").run(
      JSON.stringify(issued),
      kept,
      id,
    )
    blanked += 1
  }
  if (blanked > 0) workspaceDb.pragma('wal_checkpoint(TRUNCATE)')
  return blanked
}

function unpacked<T>(packed: Buffer): T {
  return JSON.parse(gunzipSync(packed).toString('utf8')) as T
}

/** Every name a report tells stands at a footnote. */
function conversationsNamed({ footnotes }: IssuedFigures): readonly string[] {
  return [...new Set(footnotes.flatMap(({ contacts }) => contacts.map(({ conversation }) => conversation)))]
}

/** One that is not held here any more tells nothing: its source may have gone, or it got another name. */
function isErased(cache: ReadableDb, conversation: string): boolean {
  const row = conversationByName(cache, conversation)
  if (row === null) return false
  const erased = value<number>(
    cache,
    'SELECT p.erased FROM conversations c JOIN contacts p ON p.id = c.contact WHERE c.id = ?',
    row,
  )
  return erased === 1
}

/** The same figures, telling no contact’s name. `blocks`: those of the template as it was. */
export function withoutNames(
  { tables, footnotes }: IssuedFigures,
  blocks: readonly Pick<Block, 'id' | 'kind'>[],
): IssuedFigures {
  const names = new Set(footnotes.flatMap(({ contacts }) => contacts.map(({ name }) => name)))
  const listing = new Set(blocks.filter(({ kind }) => ofContacts.has(kind)).map(({ id }) => id))
  return {
    tables: tables.map((table) =>
      listing.has(table.block) ? { ...table, rows: table.rows.map((row) => unnamed(row, names)) } : table,
    ),
    footnotes: footnotes.map((footnote) => ({
      ...footnote,
      about: names.has(footnote.about) ? noName : footnote.about,
      contacts: [],
    })),
  }
}

type Row = IssuedFigures['tables'][number]['rows'][number]

/** The contact stands before the agent, who may be called alike. */
function unnamed(row: Row, names: ReadonlySet<string>): Row {
  const place = row.findIndex((cell) => typeof cell === 'string' && names.has(cell))
  return place < 0 ? row : row.with(place, noName)
}
