import { openWorkspaceDb } from '../../store/open.ts'
import { createIssuedWrites, type IssuedWrites } from './issuedStore.ts'

/**
 * Keeps what is issued beside a running console, which holds the workspace's lock: a report of the command line is one row
 * that nobody else writes, and SQLite takes turns. The reader must have opened the workspace before, so that there is
 * nothing to migrate.
 */
export function issuedBeside(dir: string, now: () => number): IssuedWrites {
  const writing = async <T>(work: (writes: IssuedWrites) => Promise<T>): Promise<T> => {
    const workspaceDb = openWorkspaceDb(dir, 'writer')
    try {
      return await work(createIssuedWrites({ workspaceDb, now }))
    } finally {
      workspaceDb.close()
    }
  }
  return {
    keepIssued: (issue) => writing((writes) => writes.keepIssued(issue)),
    withdrawIssued: (id) => writing((writes) => writes.withdrawIssued(id)),
  }
}
