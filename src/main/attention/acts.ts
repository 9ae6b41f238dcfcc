/** What people do about flags, as the writer keeps it. That the flags exist the reader has found out before. */
import { assertNever } from '../../shared/assertNever.ts'
import type { FlagAct, FlagAction } from '../../shared/flags.ts'
import { sql, type WritableDb } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'
import { noCare, readCares, type Care } from './care.ts'
import { checkLength, longestName, longestText, textOrNull } from './texts.ts'

/**
 * Does one thing to all flags in one transaction, with an entry in the history of each that it changes: doing it again
 * changes nothing. Throws a `StoreFailure` (`invalid`) for an act that cannot be, and then changed nothing.
 */
export function keepAct(workspace: WritableDb, { flags, act, by }: FlagAction, now: number): void {
  checkAct(act, now)
  checkLength('flags.what.name', by, longestName)
  const run = workspace.transaction(() => {
    const cares = readCares(workspace)
    for (const flag of new Set(flags)) {
      const before = cares.get(flag) ?? noCare
      const after = afterAct(before, act, now)
      if (isSameCare(before, after)) continue
      keepCare(workspace, flag, after)
      sql(
        workspace,
        'INSERT INTO flag_actions(flag, at, kind, reason, owner, until, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ).run(
        flag,
        now,
        act.kind,
        'reason' in act ? textOrNull(act.reason) : null,
        act.kind === 'own' ? textOrNull(act.owner) : null,
        act.kind === 'snooze' ? act.until : null,
        textOrNull(by),
      )
    }
  })
  run.immediate()
}

/** A decision ends a rest, and a rest takes a decision back: a flag is decided, rests, or neither. The owner stays. */
function afterAct(before: Care, act: FlagAct, now: number): Care {
  switch (act.kind) {
    case 'done':
    case 'false_alarm':
      return {
        ...before,
        decision: act.kind,
        reason: textOrNull(act.reason),
        decidedAt: before.decision === act.kind ? before.decidedAt : now,
        snoozedUntil: null,
      }
    case 'snooze':
      return { ...noCare, owner: before.owner, snoozedUntil: act.until }
    case 'own':
      return { ...before, owner: textOrNull(act.owner) }
    case 'reopen':
      return { ...noCare, owner: before.owner }
    default:
      return assertNever(act)
  }
}

function isSameCare(a: Care, b: Care): boolean {
  return (
    a.owner === b.owner &&
    a.snoozedUntil === b.snoozedUntil &&
    a.decision === b.decision &&
    a.reason === b.reason
  )
}

function keepCare(workspace: WritableDb, flag: string, care: Care): void {
  if (care.owner === null && care.snoozedUntil === null)
    sql(workspace, 'DELETE FROM flag_care WHERE flag = ?').run(flag)
  else
    sql(
      workspace,
      `INSERT INTO flag_care(flag, owner, snoozed_until) VALUES (?, ?, ?)
       ON CONFLICT(flag) DO UPDATE SET owner = excluded.owner, snoozed_until = excluded.snoozed_until`,
    ).run(flag, care.owner, care.snoozedUntil)
  if (care.decision === null) sql(workspace, 'DELETE FROM flag_decisions WHERE flag = ?').run(flag)
  else
    sql(
      workspace,
      `INSERT INTO flag_decisions(flag, decision, reason, at) VALUES (?, ?, ?, ?)
       ON CONFLICT(flag) DO UPDATE SET decision = excluded.decision, reason = excluded.reason, at = excluded.at`,
    ).run(flag, care.decision, care.reason, care.decidedAt)
}

function checkAct(act: FlagAct, now: number): void {
  switch (act.kind) {
    case 'done':
    case 'false_alarm':
      return checkLength('flags.what.reason', act.reason, longestText)
    case 'own':
      return checkLength('flags.what.name', act.owner, longestName)
    case 'snooze':
      if (Number.isSafeInteger(act.until) && act.until > now) return
      throw storeFailed('invalid', 'flags.snoozePast')
    case 'reopen':
      return
    default:
      throw storeFailed('invalid', 'flags.noSuchAct')
  }
}
