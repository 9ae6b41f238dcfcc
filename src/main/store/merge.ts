/**
 * How records of one thing become one row, whatever their order and however often they come: each field is the maximum
 * over all records in one fixed order, and a maximum knows no order of arrival.
 */
import type { Cell } from './database.ts'

export interface Field {
  readonly column: string
  /** Between two values of one version: the smaller (times: the earliest seen) or the greater. */
  readonly prefer: 'greater' | 'smaller'
}

/** One cell a field, the newest version merged, and the version of the cells that stem from an older record. */
export interface Versioned {
  readonly cells: readonly Cell[]
  readonly version: number | null
  readonly older: Readonly<Record<string, number | null>>
}

/** null < 'unknown' < value; then the newer version; then the field's fixed order. Positive: `a` wins. */
export function compareCells(
  field: Field,
  a: Cell,
  b: Cell,
  aVersion: number | null,
  bVersion: number | null,
): number {
  const byRank = rank(a) - rank(b)
  if (byRank !== 0) return byRank
  if (aVersion !== bVersion) return (aVersion ?? -Infinity) - (bVersion ?? -Infinity)
  if (a === b || a === null || b === null) return 0
  const greater = a > b ? 1 : -1
  return field.prefer === 'greater' ? greater : -greater
}

/** The better of two cells without a version. */
export function better<T extends Cell>(a: T, b: T, prefer: Field['prefer'] = 'greater'): T {
  return compareCells({ column: '', prefer }, a, b, null, null) >= 0 ? a : b
}

/** Merges `b` into `a`; null when `a` already holds everything of `b`. */
export function merge(fields: readonly Field[], a: Versioned, b: Versioned): Versioned | null {
  const version =
    a.version === null ? b.version : b.version === null ? a.version : Math.max(a.version, b.version)
  const cells: Cell[] = []
  const older: Record<string, number | null> = {}
  let changed = version !== a.version
  for (const [index, field] of fields.entries()) {
    const ofA = a.cells[index] ?? null
    const ofB = b.cells[index] ?? null
    const aVersion = versionOf(a, field.column)
    const bVersion = versionOf(b, field.column)
    const takeB = compareCells(field, ofA, ofB, aVersion, bVersion) < 0
    const cell = takeB ? ofB : ofA
    const cellVersion = takeB ? bVersion : aVersion
    changed ||= takeB
    cells.push(cell)
    if (cell !== null && cellVersion !== version) older[field.column] = cellVersion
  }
  return changed ? { cells, version, older } : null
}

/** JSON of `older` for its column; null when every cell is of the newest version. */
export function olderText(older: Versioned['older']): string | null {
  const columns = Object.keys(older).sort()
  return columns.length === 0 ? null : JSON.stringify(older, columns)
}

export function readOlder(text: string | null): Versioned['older'] {
  return text === null ? {} : (JSON.parse(text) as Versioned['older'])
}

/** Merges two canonical JSON objects key by key; the greater JSON wins where both have a key. */
export function mergeExtra(a: string | null, b: string | null): string | null {
  if (a === null || b === null || a === b) return a ?? b
  const merged: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  const left = new Map(Object.entries(JSON.parse(a) as Record<string, unknown>))
  const right = new Map(Object.entries(JSON.parse(b) as Record<string, unknown>))
  for (const key of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const ofLeft = left.get(key)
    const ofRight = right.get(key)
    if (ofLeft === undefined || ofRight === undefined) merged[key] = ofLeft ?? ofRight
    else merged[key] = JSON.stringify(ofLeft) >= JSON.stringify(ofRight) ? ofLeft : ofRight
  }
  return JSON.stringify(merged)
}

function versionOf(row: Versioned, column: string): number | null {
  const older = row.older[column]
  return older === undefined ? row.version : older
}

function rank(cell: Cell): number {
  if (cell === null) return 0
  return cell === 'unknown' ? 1 : 2
}
