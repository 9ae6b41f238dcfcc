/** Rows as a file: made batch by batch and written as they are made. */
import type { RowsQuery } from '../../shared/reporting.ts'
import { conversationColumns } from './conversationColumns.ts'
import { conversationRows } from './conversationRows.ts'
import { writeDraft } from './files/fileDraft.ts'
import { rowFiles } from './files/rowFile.ts'
import { messageColumns } from './messageColumns.ts'
import { messageRows } from './messageRows.ts'
import type { ReadableDb } from '../store/database.ts'
import { columnWords, sheetWords } from './columnWords.ts'
import { rowNotes } from './rowNotes.ts'
import type { RowColumn } from './rowColumn.ts'
import type { RowPorts } from './rowPorts.ts'

export interface RowsFileQuery extends RowsQuery {
  /** Where the file is written; an older one is replaced when the new one is whole. */
  readonly path: string
}

const columnsOf = { conversations: conversationColumns, messages: messageColumns } as const
const rowsOf = { conversations: conversationRows, messages: messageRows } as const

/** The columns of a dataset, as a file of it has them. */
export function rowColumns({
  dataset,
  hideNames,
}: Pick<RowsQuery, 'dataset' | 'hideNames'>): readonly RowColumn[] {
  return columnsOf[dataset].filter(({ personal }) => !hideNames || personal !== true)
}

/** A file looks at everything once: what was read is not held, and the database is not mapped into memory. */
function readSparingly(cache: ReadableDb): void {
  cache.pragma('mmap_size = 0')
  cache.pragma('cache_size = -8192')
}

/**
 * Writes the file and says how many rows it has. `progress` is told after each batch how much was looked through, of how
 * much; between two batches others may speak.
 * @throws `Failed` where the file cannot be written; an older one is there as it was.
 */
export function writeRows(
  ports: RowPorts,
  query: RowsFileQuery,
  progress: (looked: number, of: number) => void,
): Promise<number> {
  const { dataset, format, path, hideNames, language } = query
  const columns = rowColumns(query)
  readSparingly(ports.cache)
  return writeDraft(path, async (take) => {
    const file = await rowFiles[format](
      {
        title: dataset,
        columns,
        meanings: columns.map((column) => columnWords(language, dataset, column)),
        words: sheetWords(language),
        zone: ports.scope.zone,
        notes: rowNotes(ports, query),
        mark: query.mark ?? true,
      },
      take,
    )
    const { of, batches } = rowsOf[dataset](ports, { hideNames })
    let rows = 0
    progress(0, of)
    for (const batch of batches) {
      await file.write(batch)
      rows += batch.length
      progress(batch.looked, of)
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
    await file.finish()
    return rows
  })
}
