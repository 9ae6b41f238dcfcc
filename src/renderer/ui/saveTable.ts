/** Saving what is shown: the table's own cells, with what must be known to read them printed underneath. */
import type { ExportTable } from '../../shared/contract.ts'
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
  return (format) => {
    const day = dayKey(scope.from, scope.zone)
    void save(exportTableOf(table, { format, day, zone: scope.zone, notes }))
  }
}

async function save(table: ExportTable): Promise<void> {
  try {
    const kept = await keepFile(await api.saveTable(table))
    if (kept !== null) tell(() => say('ui', 'export.saved', { where: kept.where }))
  } catch (error) {
    const { message, hint } = failureOf(error)
    tell(`${message} ${hint}`)
  }
}
