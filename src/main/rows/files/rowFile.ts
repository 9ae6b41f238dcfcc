/** What rows are written into, format by format: each gets the columns once and then batch after batch. */
import type { RowFormat } from '../../../shared/reporting.ts'
import { byteOrderMark, csvCellWriter, csvLine, csvText } from '../../exports/csv.ts'
import { createParquet } from '../../exports/parquet.ts'
import { createWorkbook, mostRows } from '../../exports/xlsx/workbook.ts'
import type { TakeBytes } from '../../exports/zip.ts'
import type { ColumnWords } from '../columnWords.ts'
import type { RowBatch, RowColumn } from '../rowColumn.ts'

export interface RowFileHead {
  /** `conversations` or `messages`. */
  readonly title: string
  readonly columns: readonly RowColumn[]
  /** What each column means, and what the sheet that says so is called. */
  readonly meanings: readonly ColumnWords[]
  readonly words: Readonly<Record<'columns' | 'column' | 'unit' | 'meaning', string>>
  /** IANA name: what times are told in, where a format has no zone of its own. */
  readonly zone: string
  /** Period, filters and rules in words. */
  readonly notes: readonly string[]
  /** A byte order mark before CSV. */
  readonly mark: boolean
}

export interface RowFile {
  write(batch: RowBatch): Promise<void>
  finish(): Promise<void>
}

export const rowFiles: Readonly<Record<RowFormat, (head: RowFileHead, take: TakeBytes) => Promise<RowFile>>> =
  { csv: csvFile, xlsx: xlsxFile, parquet: parquetFile }

/** Characters of CSV that are handed on together. */
const longestPending = 1 << 20

async function csvFile({ columns, zone, mark }: RowFileHead, take: TakeBytes): Promise<RowFile> {
  const writers = columns.map(({ kind }) => csvCellWriter(kind, zone))
  let pending = (mark ? byteOrderMark : '') + csvLine(columns.map(({ name }) => csvText(name)))
  const hand = async () => {
    await take(Buffer.from(pending))
    pending = ''
  }
  return {
    async write({ length, cells }) {
      for (let row = 0; row < length; row++) {
        pending += csvLine(writers.map((write, column) => write(cells[column]?.(row) ?? null)))
        if (pending.length > longestPending) await hand()
      }
    },
    finish: hand,
  }
}

/** The rows, on as many sheets as they need, and last a sheet that says what the columns mean. */
async function xlsxFile(head: RowFileHead, take: TakeBytes): Promise<RowFile> {
  const { title, columns, zone, notes, meanings, words } = head
  const workbook = createWorkbook(take)
  const heads = columns.map(({ name, kind }) => ({ title: name, kind }))
  const begin = () => workbook.beginSheet({ title, columns: heads, zone, filter: true })
  await begin()
  let rows = 0
  return {
    async write({ length, cells }) {
      for (let row = 0; row < length; row++) {
        if (rows === mostRows) {
          await begin()
          rows = 0
        }
        await workbook.row((column) => cells[column]?.(row) ?? null)
        rows += 1
      }
    },
    async finish() {
      const texts = meanings.map(({ name, unit, about }) => [name, unit, about] as const)
      await workbook.beginSheet({
        title: words.columns,
        columns: [words.column, words.unit, words.meaning].map((text) => ({ title: text, kind: 'text' })),
        widths: [36, 14, 60],
        zone,
      })
      for (const text of texts) await workbook.row((column) => text[column] ?? null)
      await workbook.notes(notes)
      await workbook.finish()
    },
  }
}

async function parquetFile({ columns, meanings, notes }: RowFileHead, take: TakeBytes): Promise<RowFile> {
  const about = {
    ...Object.fromEntries(meanings.map(({ name, about: meaning }) => [`column.${name}`, meaning])),
    notes: notes.join('\n'),
  }
  const parquet = createParquet(columns, about, take)
  return {
    async write({ length, cells }) {
      for (let row = 0; row < length; row++) {
        parquet.row((column) => cells[column]?.(row) ?? null)
        await parquet.drain()
      }
    },
    finish: () => parquet.finish(),
  }
}
