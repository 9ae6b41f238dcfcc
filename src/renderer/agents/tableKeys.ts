/** Arrow keys in the table: from button to button of a row, and up and down its columns, so that nobody tabs through every figure. */

export interface Place {
  readonly row: number
  /** The button within the row. */
  readonly place: number
}

/**
 * Where a key leads in a table of `rows`, each with the columns its buttons stand in; null: nowhere. Up and down keep to
 * the column, or to the nearest one where the row has no button in it.
 */
export function stepInRows(
  rows: readonly (readonly number[])[],
  { row, place }: Place,
  key: string,
): Place | null {
  const buttons = rows[row] ?? []
  switch (key) {
    case 'ArrowLeft':
      return place > 0 ? { row, place: place - 1 } : null
    case 'ArrowRight':
      return place + 1 < buttons.length ? { row, place: place + 1 } : null
    case 'Home':
      return place > 0 ? { row, place: 0 } : null
    case 'End':
      return place + 1 < buttons.length ? { row, place: buttons.length - 1 } : null
    case 'ArrowUp':
      return stepBetween(rows, { row, place }, -1)
    case 'ArrowDown':
      return stepBetween(rows, { row, place }, 1)
    default:
      return null
  }
}

/** To the next row that has any button. */
function stepBetween(rows: readonly (readonly number[])[], from: Place, by: 1 | -1): Place | null {
  const column = rows[from.row]?.[from.place] ?? 0
  for (let next = from.row + by; next >= 0 && next < rows.length; next += by) {
    const buttons = rows[next] ?? []
    if (buttons.length > 0) return { row: next, place: nearest(buttons, column) }
  }
  return null
}

/** The button nearest to a column, the one before it where two are as near. */
function nearest(buttons: readonly number[], column: number): number {
  let best = 0
  for (const [place, one] of buttons.entries())
    if (Math.abs(one - column) < Math.abs((buttons[best] ?? 0) - column)) best = place
  return best
}

/** Moves the focus after a key pressed on a button of `table`. True when it moved. */
export function moveFocus(table: HTMLTableElement, from: EventTarget | null, key: string): boolean {
  const buttons = [...table.rows].map((row) => [...row.querySelectorAll('button')])
  const row = buttons.findIndex((some) => some.some((button) => button === from))
  const place = buttons[row]?.findIndex((button) => button === from) ?? -1
  if (row < 0) return false
  const next = stepInRows(
    buttons.map((some) =>
      some.map((button) => button.closest<HTMLTableCellElement>('td, th')?.cellIndex ?? 0),
    ),
    { row, place },
    key,
  )
  if (next === null) return false
  buttons[next.row]?.[next.place]?.focus()
  return true
}
