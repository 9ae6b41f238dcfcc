import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import type { DataTable } from './dataTable.ts'
import { IconDownload } from './icons.ts'
import { Menu } from './Menu.tsx'
import { useSaveMadeTable, useSaveTable } from './saveTable.ts'
import { useText } from './text.ts'

const formats = ['csv', 'xlsx'] as const

/** A button that offers what is shown as a file; a list that was not shown to its end is made when it is asked for. */
export function TableExport({
  table,
}: {
  readonly table: DataTable | (() => Promise<DataTable>)
}): ReactNode {
  return typeof table === 'function' ? <MadeTableExport make={table} /> : <ShownTableExport table={table} />
}

function ShownTableExport({ table }: { readonly table: DataTable }): ReactNode {
  return <ExportMenu onSave={useSaveTable(table)} />
}

function MadeTableExport({ make }: { readonly make: () => Promise<DataTable> }): ReactNode {
  return <ExportMenu onSave={useSaveMadeTable(make)} />
}

function ExportMenu(props: { readonly onSave: (format: (typeof formats)[number]) => void }): ReactNode {
  const text = useText('ui')
  return (
    <Menu
      align="end"
      label={text('export.title')}
      trigger={<Button icon={<IconDownload />} />}
      items={formats.map((format) => ({
        id: format,
        label: text(`export.${format}`),
        onPick: () => props.onSave(format),
      }))}
    />
  )
}

/** The same as two words, for the head of a card that shows its table. */
export function SaveWords({ table }: { readonly table: DataTable }): ReactNode {
  const text = useText('ui')
  const save = useSaveTable(table)
  return formats.map((format) => (
    <button
      key={format}
      type="button"
      className="table-word"
      title={text(`export.${format}`)}
      onClick={() => save(format)}
    >
      {format.toUpperCase()}
    </button>
  ))
}
