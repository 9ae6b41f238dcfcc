/** Columns as Parquet, a group of rows at a time: typed, every cell may be empty, times in UTC to the millisecond. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { CellKind, CellValue } from './xlsx/cells.ts'
import type { TakeBytes } from './zip.ts'

export interface ParquetColumn {
  readonly name: string
  readonly kind: CellKind
}

export interface ParquetFile {
  /** Adds a row; `valueAt` gives its cells by column. */
  row(valueAt: (column: number) => CellValue): void
  /** To be asked between rows: hands on what makes a group. */
  drain(): Promise<void>
  finish(): Promise<void>
}

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

/** Rows of a group: readers skip groups, and one is held while it is made. */
const groupRows = 50_000

const elements: Readonly<Record<CellKind, Omit<Element, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  count: { type: 'INT32' },
  number: { type: 'INT64' },
  duration: { type: 'DOUBLE' },
  rate: { type: 'DOUBLE' },
  score: { type: 'DOUBLE' },
  time: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
}

type Stored = string | number | bigint | null

/** `about`: what is told of the file in its foot, by name. The bytes are handed to `take` in their order. */
export function createParquet(
  columns: readonly ParquetColumn[],
  about: Readonly<Record<string, string>>,
  take: TakeBytes,
): ParquetFile {
  const bytes = new ByteWriter()
  const parquet = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'rows', num_children: columns.length },
      ...columns.map(({ name, kind }): Element => ({ name, ...elements[kind], repetition_type: 'OPTIONAL' })),
    ],
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    createdBy: 'Floorwalker',
  })
  const stored = columns.map(({ kind }) => storedAs(kind))
  let group: Stored[][] = columns.map(() => [])
  let length = 0

  const hand = async () => {
    await take(bytes.getBytes())
    bytes.index = 0
  }
  const writeGroup = async () => {
    if (length === 0) return
    await parquet.write({
      columnData: columns.map(({ name }, column) => ({ name, data: group[column] ?? [] })),
      rowGroupSize: length,
    })
    group = columns.map(() => [])
    length = 0
    await hand()
  }
  return {
    row(valueAt) {
      for (const [column, cells] of group.entries()) {
        const value = valueAt(column)
        cells.push(value === null ? null : (stored[column]?.(value) ?? null))
      }
      length += 1
    },
    drain: () => (length >= groupRows ? writeGroup() : Promise.resolve()),
    async finish() {
      await writeGroup()
      await parquet.finish()
      await hand()
    },
  }
}

function storedAs(kind: CellKind): (value: string | number) => Stored {
  switch (kind) {
    case 'text':
      return (value) => String(value).toWellFormed()
    case 'number':
    case 'time':
      return (value) => BigInt(value)
    case 'count':
    case 'duration':
    case 'rate':
    case 'score':
      return (value) => Number(value)
  }
}
