/**
 * What a question may touch. SQLite asks the authorizer of every connection before it compiles each use of a table, a
 * column or a function: whatever is not allowed here by name does not compile, however the statement is written.
 */
import { constants } from 'node:sqlite'

/** Everything SQLite computes without touching anything: neither files, nor extensions, nor its own insides. */
const functions: ReadonlySet<string> = new Set(
  `-> ->> abs acos acosh asin asinh atan atan2 atanh avg ceil ceiling changes char coalesce concat concat_ws cos cosh count
  cume_dist current_date current_time current_timestamp date datetime degrees dense_rank exp first_value floor format glob
  group_concat hex if ifnull iif instr json json_array json_array_length json_error_position json_extract
  json_group_array json_group_object json_insert json_object json_patch json_pretty json_quote json_remove json_replace
  json_set json_type json_valid julianday lag last_value lead length like likelihood likely ln log log10 log2 lower ltrim
  max median min mod nth_value ntile nullif octet_length percent_rank percentile percentile_cont percentile_disc pi pow
  power printf quote radians random rank replace round row_number rtrim sign sin sinh sqlite_version sqrt strftime
  string_agg substr substring subtype sum tan tanh time timediff total trim trunc typeof unhex unicode unistr
  unistr_quote unixepoch unlikely upper zeroblob`
    .split(/\s+/)
    .map((name) => name.trim()),
)
/** Tables SQLite makes of a text it is given. */
const tableFunctions: ReadonlySet<string> = new Set(['json_each', 'json_tree'])

export interface Guard {
  /** For `DatabaseSync.setAuthorizer`. */
  readonly authorize: (
    action: number,
    first: string | null,
    second: string | null,
    database: string | null,
    accessor: string | null,
  ) => number
  /** What the statement was refused for, to say it in a sentence; null: nothing. */
  readonly refused: () => Refusal | null
  /** Columns of the views that statements read so far, as `view.column`; `view.` for each view that is used at all. */
  readonly read: ReadonlySet<string>
}

export interface Refusal {
  readonly kind: 'table' | 'function' | 'action'
  readonly name: string
}

/**
 * `views`: the views that may be named, in lower case. `secret`: a part of the names of the databases and of the views
 * behind them that nobody can know: without it a common table expression named like a view would pass for the view. `exists`: whether anything of this name, in lower
 * case, is there to be read at all: what is not is a name of the question's own.
 */
export function createGuard(ports: {
  readonly views: ReadonlySet<string>
  readonly secret: string
  readonly exists: (name: string) => boolean
}): Guard {
  const { views, secret, exists } = ports
  const read = new Set<string>()
  let refusal: Refusal | null = null
  const refuse = (kind: Refusal['kind'], name: string | null) => {
    refusal ??= { kind, name: name ?? '' }
    return constants.SQLITE_DENY
  }

  function mayRead(table: string, column: string, database: string | null, accessor: string | null): boolean {
    const knows = (name: string | null) => name?.includes(secret) === true
    if (knows(accessor) || knows(table)) {
      // A view that is only counted is asked for none of its own columns, but those behind it are.
      if (accessor?.endsWith(secret) === true) read.add(`${accessor.slice(0, -secret.length)}.`)
      return true
    }
    // SQLite asks without a column where something is only counted, and names the database only if the statement does.
    if (column === '' && knows(database)) return true
    const name = table.toLowerCase()
    const counted = column === '' && database === null
    if (views.has(name) && (counted || database === 'temp')) {
      read.add(`${name}.${column.toLowerCase()}`)
      return true
    }
    return tableFunctions.has(name) || (counted && !exists(name))
  }

  return {
    authorize(action, first, second, database, accessor) {
      switch (action) {
        case constants.SQLITE_SELECT:
        case constants.SQLITE_RECURSIVE:
          return constants.SQLITE_OK
        case constants.SQLITE_READ:
          return mayRead(first ?? '', second ?? '', database, accessor)
            ? constants.SQLITE_OK
            : refuse('table', first)
        case constants.SQLITE_FUNCTION:
          return functions.has((second ?? '').toLowerCase())
            ? constants.SQLITE_OK
            : refuse('function', second)
        default:
          return refuse('action', first)
      }
    },
    refused: () => refusal,
    read,
  }
}
