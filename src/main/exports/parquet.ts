/** Columns as Parquet, a group of rows at a time: typed, every cell may be empty, times in UTC to the millisecond. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { GroupColumn } from './parquetColumn.ts'
import type { CellKind, CellValue } from './xlsx/cells.ts'
import type { TakeBytes } from './zip.ts'

interface ParquetHead {
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
const groupRows = 32_768

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

/** `about`: what is told of the file in its foot, by name. The bytes are handed to `take` in their order. */
export function createParquet(
  columns: readonly ParquetHead[],
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
  const group = columns.map(({ name, kind }) => new GroupColumn(name, kind, groupRows))
  let length = 0

  const hand = async () => {
    await take(bytes.getBytes())
    bytes.index = 0
  }
  const writeGroup = async () => {
    if (length === 0) return
    await parquet.write({ columnData: group, rowGroupSize: length })
    for (const column of group) column.clear()
    length = 0
    await hand()
  }
  return {
    row(valueAt) {
      for (const [index, column] of group.entries()) column.push(valueAt(index))
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
