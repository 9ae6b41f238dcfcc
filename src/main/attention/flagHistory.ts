/** What became of a flag: raised and ended by its rule, and what people did in between. */
import type { Flag, FlagHistory } from '../../shared/flags.ts'
import { rawSql, value, type ReadableDb } from '../store/database.ts'

type Entry = FlagHistory['entries'][number]
type ActRow = readonly [
  at: number,
  kind: Entry['kind'],
  by: string | null,
  reason: string | null,
  owner: string | null,
  until: number | null,
]

export function historyOf(workspace: ReadableDb, flag: Flag): FlagHistory {
  const acts = rawSql<ActRow>(
    workspace,
    `SELECT at, kind, by, reason, owner, until FROM flag_actions WHERE flag = ? ORDER BY id`,
  )
    .all(flag.id)
    .map(([at, kind, by, reason, owner, until]): Entry => ({ at, kind, by, reason, owner, until }))
  // What a person flagged is raised by them, and ended by whoever decides: that is among the acts.
  const maker = value<string | null>(workspace, 'SELECT by FROM hand_flags WHERE id = ?', flag.id)
  const raised = { ...blank, at: flag.raisedAt, kind: 'raised', by: maker ?? null } as const
  const ended =
    flag.endedAt === null || flag.rule === 'by_hand'
      ? []
      : [{ ...blank, at: flag.endedAt, kind: 'ended' } as const]
  const knownAt = value<number>(
    workspace,
    'SELECT seen_at FROM flag_sightings WHERE flag = ? AND late = 1',
    flag.id,
  )
  // Sorting is stable: of one moment the rule's word comes first.
  return { flag, knownAt: knownAt ?? null, entries: [raised, ...ended, ...acts].sort((a, b) => a.at - b.at) }
}

const blank = { by: null, reason: null, owner: null, until: null }
