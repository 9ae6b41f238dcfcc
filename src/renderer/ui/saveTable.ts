/** Saving what is shown: the table's own cells, with what must be known to read them printed underneath. */
import type { ExportTable, Scope } from '../../shared/contract.ts'
import { dayKey } from '../../shared/period.ts'
import { api, failureOf } from '../api.ts'
import { keepFile } from '../keepFile.ts'
import { useScope } from '../selection.ts'
import { type DataTable, exportTableOf } from './dataTable.ts'
import { tell } from './Notices.tsx'
import { say } from './text.ts'
import { useTableNotes } from './useTableNotes.ts'

/** Saves the table where the person says, or hands it to the browser; tells below what became of it. */
export function useSaveTable(table: DataTable): (format: ExportTable['format']) => void {
  const scope = useScope()
  const notes = useTableNotes(table.metrics)
  return (format) => void save(async () => table, { format, scope, notes })
}

/** The same for a table that is made when it is asked for, such as of a list that was not shown to its end. */
export function useSaveMadeTable(make: () => Promise<DataTable>): (format: ExportTable['format']) => void {
  const scope = useScope()
  const notes = useTableNotes(noMetrics)
  return (format) => void save(make, { format, scope, notes })
}

const noMetrics: DataTable['metrics'] = []

interface SavedAs {
  readonly format: ExportTable['format']
  readonly scope: Scope
  readonly notes: readonly string[]
}

async function save(make: () => Promise<DataTable>, { format, scope, notes }: SavedAs): Promise<void> {
  try {
    const day = dayKey(scope.from, scope.zone)
    const table = exportTableOf(await make(), { format, day, zone: scope.zone, notes })
    const kept = await keepFile(await api.saveTable(table))
    if (kept !== null) tell(() => say('ui', 'export.saved', { where: kept.where }))
  } catch (error) {
    tell(failureOf(error))
  }
}
