/**
 * A connection on which only the reporting views can be read. It lives for one question: the names of the views behind the
 * views are secret, and a plan that SQLite explains tells them.
 */
import { randomBytes } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { failed } from '../engine/failure.ts'
import { createGuard, type Guard } from './guard.ts'
import { selectOf, views } from './views/all.ts'
import { attachSources, withSecret, type QuestionContext } from './viewSources.ts'

export interface QuestionDb {
  readonly db: DatabaseSync
  readonly guard: Guard
  /** Epoch milliseconds: how far the data is complete, or now where no source can say. */
  readonly asOf: number
  /** Takes the names nobody should see out of a text. */
  readonly clean: (text: string) => string
}

/** Of one value, and so of one row, in bytes. */
const longestValue = 4 * 2 ** 20

/** Opens the databases of a workspace for one question; `prepareFigures` made views.db. Close its `db`. */
export function openQuestionDb(context: QuestionContext): QuestionDb {
  const db = new DatabaseSync(':memory:', {
    allowExtension: false,
    enableDoubleQuotedStringLiterals: false,
    timeout: 5000,
    limits: {
      length: longestValue,
      sqlLength: 200_000,
      exprDepth: 500,
      compoundSelect: 100,
      vdbeOp: 1_000_000,
      functionArg: 100,
      attach: 3,
      likePatternLength: 1000,
    },
  })
  try {
    return guarded(db, context)
  } catch (error) {
    db.close()
    throw error
  }
}

function guarded(db: DatabaseSync, context: QuestionContext): QuestionDb {
  // Older ones open the same database without anything that holds a question off the rest of it.
  if (typeof db.setAuthorizer !== 'function')
    throw failed('invalid', 'questions.oldNode', { version: process.versions.node })
  const secret = `_${randomBytes(16).toString('hex')}`
  // What an index or a sort needs stays in memory, where the process's limit holds.
  db.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA trusted_schema = OFF')
  const schemas = attachSources(db, context, secret)
  const asOf = Math.min(context.now, completeTo(db, `cache${secret}`) ?? context.now)
  for (const view of views) {
    // Nobody who does not know the secret can name a database, nor a view behind a view.
    const select = withSecret(selectOf(view), secret)
    db.exec(`CREATE TEMP VIEW "${view.name}${secret}" AS ${select}`)
    db.exec(`CREATE TEMP VIEW "${view.name}" AS SELECT * FROM temp."${view.name}${secret}"`)
  }
  const known = knownNames(db, schemas)
  const guard = createGuard({
    views: new Set(views.map(({ name }) => name)),
    secret,
    exists: (name) => known.has(name) || /^(pragma|sqlite)_/.test(name),
  })
  db.exec('PRAGMA query_only = ON')
  db.enableDefensive(true)
  db.setAuthorizer((...asked) => guard.authorize(...asked))
  return { db, guard, asOf, clean: (text) => text.replaceAll(secret, '') }
}

/** As `readCompleteTo` of store/cursors.ts, on Node's own SQLite: two of them must not hold one file in one process. */
function completeTo(db: DatabaseSync, cache: string): number | null {
  const row = db
    .prepare(
      `SELECT min(reached) AS reached FROM (SELECT max(complete_to) AS reached FROM ${cache}.cursors GROUP BY source)`,
    )
    .get()
  return typeof row?.['reached'] === 'number' ? row['reached'] : null
}

/** Every table, view and module there is on the connection, in lower case. */
function knownNames(db: DatabaseSync, schemas: readonly string[]): ReadonlySet<string> {
  const tables = ['temp', ...schemas].map((schema) => `SELECT lower(name) FROM ${schema}.sqlite_schema`)
  const statement = db.prepare([...tables, 'SELECT lower(name) FROM pragma_module_list'].join(' UNION ALL '))
  statement.setReturnArrays(true)
  return new Set((statement.all() as unknown as readonly (readonly [string])[]).map(([name]) => name))
}
