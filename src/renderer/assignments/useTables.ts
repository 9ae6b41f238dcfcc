/** Files of lists that are longer than what was scrolled to: the rest is asked for first. */
import type { AssignmentQuery, HeldAtQuery } from '../../shared/assigning.ts'
import { api } from '../api.ts'
import { useNames } from '../chats/names.ts'
import { useFlagReason } from '../flags/useFlagReason.ts'
import type { DataTable } from '../ui/dataTable.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { heldAtTable, logTable, type TableWords } from './tables.ts'

export function useTableWords(): TableWords {
  const text = useText('assignments')
  const names = useNames()
  const format = useFormat()
  return { text, names, format }
}

/** The whole log under its filters, asked for page by page. */
export function useLogTable(query: Omit<AssignmentQuery, 'after' | 'limit'>): () => Promise<DataTable> {
  const words = useTableWords()
  const reason = useFlagReason()
  return async () => {
    const rows = await everyPage((after) => api.assignmentLog({ ...query, after, limit: pageSize }))
    return logTable(rows, words, (row) => row.flags.map(reason).join('; '))
  }
}

/** All who had something at a moment, asked for page by page. */
export function useHeldAtTable(
  query: Omit<HeldAtQuery, 'after' | 'limit'>,
  at: number,
): () => Promise<DataTable> {
  const words = useTableWords()
  return async () => {
    const rows = await everyPage((after) => api.heldAt({ ...query, after, limit: pageSize }))
    return heldAtTable(rows, at, words)
  }
}

const pageSize = 500

async function everyPage<Row>(
  page: (after: string | null) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  do {
    // Each page begins where the one before ended.
    // oxlint-disable-next-line no-await-in-loop
    const answer = await page(after)
    rows.push(...answer.rows)
    after = answer.next
  } while (after !== null)
  return rows
}
