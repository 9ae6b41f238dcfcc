/** The open flags somebody should look at first. */
import type { Scope } from '../../shared/contract.ts'
import type { Flag, FlagQuery, Severity } from '../../shared/flags.ts'
import type { NowAnswer } from '../../shared/live.ts'

const shown = 20
/** Flags that are looked at for the most urgent ones. */
const read = 500

export type AskFlags = (query: FlagQuery) => Promise<{
  readonly rows: readonly Flag[]
  readonly open: number
  readonly danger: number
}>

/** How many are open, and the most urgent of them: danger first, then the oldest. */
export async function urgentFlags(ask: AskFlags, scope: Scope, now: number): Promise<NowAnswer['flags']> {
  const query = (severity: Severity): FlagQuery => ({
    scope: { ...scope, from: 0, to: now + 1 },
    state: 'open',
    rules: [],
    severities: [severity],
    after: null,
    limit: read,
  })
  const { rows, open, danger } = await ask(query('danger'))
  const first = oldest(rows, 'danger')
  if (first.length === shown || open === danger) return { open, danger, rows: first }
  const rest = oldest((await ask(query('warning'))).rows, 'warning')
  return { open, danger, rows: [...first, ...rest].slice(0, shown) }
}

function oldest(rows: readonly Flag[], severity: Severity): readonly Flag[] {
  return rows
    .filter((flag) => flag.severity === severity)
    .toSorted((one, other) => one.raisedAt - other.raisedAt || (one.id < other.id ? -1 : 1))
    .slice(0, shown)
}
