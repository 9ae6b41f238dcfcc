/**
 * views.db: the figures of each conversation, unpacked from its facts. It is made of cache.db and can be deleted at any
 * time; what changed since the last question is brought up to date when a question needs it.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { Dictionary } from '../../metrics/dictionary.ts'
import type { FigureSettings } from '../../metrics/figures.ts'
import { packVersion, unpackFacts } from '../../metrics/pack.ts'
import { createFigureMaker, figuresVersion, type ConversationFigures } from './conversationFigures.ts'
import { figureColumns, traitColumns } from './figureColumns.ts'
import { timedMetrics } from './demands.ts'

export interface FigureSource {
  /** The workspace's folder. */
  readonly dir: string
  readonly settings: FigureSettings
  readonly dictionary: Dictionary
}

/** Conversations a transaction. */
const batch = 5000
const timeColumns = ['conversation', 'n', 'metric', 'at', 'agent', 'team', 'k', 'ms'] as const

export function figuresPath(dir: string): string {
  return join(dir, 'views.db')
}

/** Makes the file where there is none. Its figures are as old as they are. */
export function prepareFigures(dir: string): void {
  open(dir).close()
}

/** Brings the file up to date; `progress` hears how many conversations are done and how many there are to do. */
export function fillFigures(
  source: FigureSource,
  progress: (done: number, of: number) => void = () => undefined,
): void {
  const db = open(source.dir)
  try {
    db.prepare('ATTACH ? AS cache').run(`${pathToFileURL(join(source.dir, 'cache.db')).href}?mode=ro`)
    fill(db, source, progress)
  } finally {
    db.close()
  }
}

function open(dir: string): DatabaseSync {
  const db = new DatabaseSync(figuresPath(dir), { timeout: 30_000 })
  try {
    const version = `${figuresVersion}.${packVersion}`
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536')
    db.exec('CREATE TABLE IF NOT EXISTS state(key TEXT PRIMARY KEY, value) WITHOUT ROWID')
    if (stateOf(db, 'format') !== version) {
      const figures = figureColumns.map(
        ({ name, kind }) => [name, kind === 'count' ? 'INTEGER' : 'REAL'] as const,
      )
      const columns = [...Object.entries(traitColumns), ...figures]
        .map(([name, type]) => `, "${name}" ${type}`)
        .join('')
      db.exec(`BEGIN IMMEDIATE; DROP TABLE IF EXISTS figures; DROP TABLE IF EXISTS times; DELETE FROM state;
        CREATE TABLE figures(conversation INTEGER PRIMARY KEY${columns});
        CREATE TABLE times(${timeColumns.map((name) => `${name} INTEGER`).join(', ')}, PRIMARY KEY(conversation, n)) WITHOUT ROWID;
        INSERT INTO state VALUES ('format', '${version}'); COMMIT`)
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function fill(db: DatabaseSync, source: FigureSource, progress: (done: number, of: number) => void): void {
  const maker = createFigureMaker(source.settings, source.dictionary)
  const epoch = value(db, `SELECT value FROM cache.derivation WHERE key = 'epoch'`)
  // Targets and rules are in the figures; a cache that was made anew numbers its conversations anew.
  const made = createHash('sha256')
    .update(
      JSON.stringify([
        epoch,
        source.settings,
        source.dictionary.agents.map(({ row, teams }) => [row, teams]),
      ]),
    )
    .digest('hex')
  const newest = Number(value(db, 'SELECT coalesce(max(version), 0) FROM cache.facts'))
  const all = Number(value(db, 'SELECT count(*) FROM cache.facts'))
  for (let done = 0, more = true; more;) {
    db.exec('BEGIN IMMEDIATE')
    try {
      if (stateOf(db, 'made') !== made) {
        db.exec('DELETE FROM figures; DELETE FROM times')
        setState(db, { made, version: -1, conversation: 0, gone: -1 })
      }
      takeAway(db)
      const count = putNext(db, maker, newest)
      done += count
      more = count === batch
      db.exec('COMMIT')
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
    progress(done, all)
  }
}

function takeAway(db: DatabaseSync): void {
  const gone = Number(stateOf(db, 'gone') ?? -1)
  const newest = Number(value(db, 'SELECT coalesce(max(version), -1) FROM cache.facts_gone'))
  if (newest <= gone) return
  for (const table of ['figures', 'times'])
    db.prepare(
      `DELETE FROM ${table} WHERE conversation IN (SELECT conversation FROM cache.facts_gone WHERE version > ?)`,
    ).run(gone)
  setState(db, { gone: newest })
}

/** Facts that changed since, a batch of them; answers how many. */
function putNext(db: DatabaseSync, maker: ReturnType<typeof createFigureMaker>, newest: number): number {
  const version = Number(stateOf(db, 'version'))
  const conversation = Number(stateOf(db, 'conversation'))
  const statement = db.prepare(
    `SELECT conversation, version, data FROM cache.facts WHERE (version, conversation) > (?, ?) AND version <= ?
     ORDER BY version, conversation LIMIT ${batch}`,
  )
  statement.setReturnArrays(true)
  const changed = statement.all(version, conversation, newest) as unknown as readonly (readonly [
    number,
    number,
    Uint8Array,
  ])[]
  if (changed.length === 0) return 0
  const put = putter(db, version >= 0)
  for (const [row, , data] of changed) put(row, maker.of(unpackFacts(data)))
  const last = changed.at(-1)
  if (last !== undefined) setState(db, { version: last[1], conversation: last[0] })
  return changed.length
}

function putter(db: DatabaseSync, replaces: boolean): (row: number, figures: ConversationFigures) => void {
  const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ')
  const figures = db.prepare(
    `INSERT OR REPLACE INTO figures VALUES (${marks(1 + Object.keys(traitColumns).length + figureColumns.length)})`,
  )
  const times = db.prepare(`INSERT INTO times VALUES (${marks(timeColumns.length)})`)
  const clear = db.prepare('DELETE FROM times WHERE conversation = ?')
  return (row, { traits, cells, times: measured }) => {
    figures.run(row, ...traits, ...cells)
    if (replaces) clear.run(row)
    for (const [n, time] of measured.entries()) {
      const metric = timedMetrics.indexOf(time.metric)
      times.run(row, n, metric, time.at, time.agent, time.team, time.k, time.milliseconds)
    }
  }
}

function stateOf(db: DatabaseSync, key: string): SQLInputValue | undefined {
  return value(db, 'SELECT value FROM state WHERE key = ?', key)
}

function setState(db: DatabaseSync, state: Readonly<Record<string, string | number>>): void {
  const statement = db.prepare('INSERT OR REPLACE INTO state VALUES (?, ?)')
  for (const [key, stored] of Object.entries(state)) statement.run(key, stored)
}

/** The first column of the first row. */
function value(
  db: DatabaseSync,
  sql: string,
  ...parameters: readonly SQLInputValue[]
): SQLInputValue | undefined {
  const row = db.prepare(sql).get(...parameters)
  return row === undefined ? undefined : Object.values(row)[0]
}
