/** How a person likes to see the agents' table: sorted by what, with which columns. Kept on this machine; no data in it. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Sort } from './agentRows.ts'
import { columnIds, type ColumnId, usualColumns } from './columns.ts'

interface View {
  readonly sort: Sort
  readonly columns: readonly ColumnId[]
  /** Team by team; otherwise everybody in one order. */
  readonly grouped: boolean
  /** Where the table was left, in pixels, so that who comes back from an agent finds the place again. Not kept. */
  readonly left: { readonly top: number; readonly start: number }
  readonly sortBy: (column: Sort['column']) => void
  readonly show: (columns: readonly ColumnId[]) => void
  readonly group: (grouped: boolean) => void
}

export const useView = create<View>()(
  persist(
    (set) => ({
      sort: { column: 'first_response', ascending: false },
      columns: usualColumns,
      grouped: true,
      left: { top: 0, start: 0 },
      sortBy: (column) => {
        set(({ sort }) => ({ sort: nextSort(sort, column) }))
      },
      show: (columns) => {
        set({ columns: inOrder(columns) })
      },
      group: (grouped) => {
        set({ grouped })
      },
    }),
    {
      name: 'agents',
      version: 1,
      partialize: ({ sort, columns, grouped }) => ({ sort, columns, grouped }),
      // What another version kept may name columns that are gone.
      merge: (kept, current) => ({ ...current, ...readable(kept) }),
    },
  ),
)

/** The same column again turns the order round; another begins with the worst, names with A. */
export function nextSort(sort: Sort, column: Sort['column']): Sort {
  if (sort.column === column) return { column, ascending: !sort.ascending }
  return { column, ascending: column === 'name' }
}

/** Columns always stand in the order of the catalogue, whatever order they were chosen in. */
export function inOrder(chosen: readonly ColumnId[]): readonly ColumnId[] {
  return columnIds.filter((id) => chosen.includes(id))
}

/** The parts of a kept view that this version understands. */
export function readable(kept: unknown): Partial<Pick<View, 'sort' | 'columns' | 'grouped'>> {
  if (typeof kept !== 'object' || kept === null) return {}
  const { sort, columns, grouped } = kept as {
    readonly sort?: Partial<Sort>
    readonly columns?: unknown
    readonly grouped?: unknown
  }
  const chosen = Array.isArray(columns) ? columnIds.filter((id) => columns.includes(id)) : []
  const column = sort?.column
  const known = column === 'name' || columnIds.some((id) => id === column)
  return {
    ...(chosen.length > 0 ? { columns: chosen } : {}),
    ...(typeof grouped === 'boolean' ? { grouped } : {}),
    ...(known && column !== undefined ? { sort: { column, ascending: sort?.ascending === true } } : {}),
  }
}
