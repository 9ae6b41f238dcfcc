/** What the views select from: the workspace's databases, read-only, and what a question knows beside them. */
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { figuresPath, type FigureSource } from './figures/figuresFile.ts'
import { zoneOffsets } from './views/zoneOffsets.ts'

/** What a question is asked of. */
export interface QuestionContext extends FigureSource {
  /** IANA name: what `…_local` columns show. */
  readonly zone: string
  /** Epoch milliseconds. */
  readonly now: number
}

const schemas = ['cache', 'workspace', 'derived'] as const

/** Attaches the databases under names that end in `secret`, answers those names, and makes the tables the views need. */
export function attachSources(db: DatabaseSync, context: QuestionContext, secret: string): readonly string[] {
  const files = {
    cache: join(context.dir, 'cache.db'),
    workspace: join(context.dir, 'workspace.db'),
    derived: figuresPath(context.dir),
  }
  for (const schema of schemas)
    db.prepare(`ATTACH ? AS ${schema}${secret}`).run(`${pathToFileURL(files[schema]).href}?mode=ro`)
  createTables(db, context)
  return schemas.map((schema) => `${schema}${secret}`)
}

/** The SQL of a view, whose databases are called by their own names, over databases attached under others. */
export function withSecret(sql: string, secret: string): string {
  return sql.replaceAll(/\b(cache|workspace|derived)\./g, `$1${secret}.`)
}

/** What the views need to know beside the databases. */
function createTables(db: DatabaseSync, { zone, now, settings }: QuestionContext): void {
  db.exec(
    'CREATE TEMP TABLE asked(now INTEGER NOT NULL, abandoned_after REAL NOT NULL); CREATE TEMP TABLE zone_offsets(starts INTEGER PRIMARY KEY, offset INTEGER NOT NULL)',
  )
  db.prepare('INSERT INTO temp.asked VALUES (?, ?)').run(now, settings.rules.abandonedAfter)
  const insert = db.prepare('INSERT INTO temp.zone_offsets VALUES (?, ?)')
  for (const { starts, offset } of zoneOffsets(zone, now)) insert.run(starts, offset)
}
