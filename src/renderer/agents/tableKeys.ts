/** Arrow keys in the table: from button to button, so that nobody tabs through every figure. */

/** Where an arrow leads in a table of `rows`, each with its number of buttons, from row and place; null: nowhere. */
export function stepInRows(
  rows: readonly number[],
  row: number,
  place: number,
  key: string,
): { readonly row: number; readonly place: number } | null {
  switch (key) {
    case 'ArrowLeft':
      return place > 0 ? { row, place: place - 1 } : null
    case 'ArrowRight':
      return place + 1 < (rows[row] ?? 0) ? { row, place: place + 1 } : null
    case 'ArrowUp':
      return stepBetween(rows, row, place, -1)
    case 'ArrowDown':
      return stepBetween(rows, row, place, 1)
    default:
      return null
  }
}

/** To the same place of the next row that has any button, or to its last one. */
function stepBetween(
  rows: readonly number[],
  row: number,
  place: number,
  by: 1 | -1,
): { readonly row: number; readonly place: number } | null {
  for (let next = row + by; next >= 0 && next < rows.length; next += by) {
    const buttons = rows[next] ?? 0
    if (buttons > 0) return { row: next, place: Math.min(place, buttons - 1) }
  }
  return null
}

/** Moves the focus after an arrow key pressed on a button of `table`. True when it moved. */
export function moveFocus(table: HTMLTableElement, from: EventTarget | null, key: string): boolean {
  const buttons = [...table.rows].map((row) => [...row.querySelectorAll('button')])
  const row = buttons.findIndex((some) => some.some((button) => button === from))
  const place = buttons[row]?.findIndex((button) => button === from) ?? -1
  if (row < 0) return false
  const next = stepInRows(
    buttons.map((some) => some.length),
    row,
    place,
    key,
  )
  if (next === null) return false
  buttons[next.row]?.[next.place]?.focus()
  return true
}
