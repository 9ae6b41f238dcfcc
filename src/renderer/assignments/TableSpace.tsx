import type { ReactNode } from 'react'

/** Rows of a table that are out of sight, as one empty space. */
export function TableSpace(props: { readonly height: number; readonly columns: number }): ReactNode {
  const { height, columns } = props
  if (height <= 0) return null
  return (
    <tr aria-hidden className="long-table-space">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- room for rows out of sight */}
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}
