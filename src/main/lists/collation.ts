/** The one order names stand in: that of dictionaries, digits by value. The same everywhere, whatever the machine's language. */
const collator = new Intl.Collator('en', { numeric: true })

export function compareNames(a: string, b: string): number {
  return collator.compare(a, b)
}

/** Codes of named things in the order of their names. */
export interface NameOrder {
  /** Place of each code's name, codes counted from -1; equal names share one, NaN: it has none. Exact for 16 million names. */
  readonly places: Float32Array
  textOf(code: number): string
  /** Where a name stands or would stand: between two places, if nothing has it. */
  placeOf(name: string): number
}

/** The order of a few things, all in memory. */
export function nameOrder(things: readonly { readonly row: number; readonly name: string }[]): NameOrder {
  const sorted = things.toSorted((a, b) => compareNames(a.name, b.name))
  const names = new Map(things.map(({ row, name }) => [row, name]))
  const places = new Float32Array(Math.max(-1, ...things.map(({ row }) => row)) + 2).fill(NaN)
  let place = -1
  for (const [index, { row, name }] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before === undefined || compareNames(before.name, name) !== 0) place = index
    places[row + 1] = place
  }
  return {
    places,
    textOf: (code) => names.get(code) ?? '',
    placeOf: (name) => placeAmong(sorted.length, (index) => sorted[index]?.name ?? '', name),
  }
}

/** The first of the sorted names that is not before `name`: its place where it is equal, else half a place before it. */
export function placeAmong(count: number, nameAt: (index: number) => string, name: string): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareNames(nameAt(middle), name) < 0) low = middle + 1
    else high = middle
  }
  return low < count && compareNames(nameAt(low), name) === 0 ? low : low - 0.5
}
