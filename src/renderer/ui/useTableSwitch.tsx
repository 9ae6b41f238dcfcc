import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { DataTable } from './dataTable.ts'
import { IconTable } from './icons.ts'
import { isWriting } from './Keys.tsx'
import { SaveWords } from './TableExport.tsx'
import { useText } from './text.ts'
import './TableSwitch.css'

export interface TableSwitch {
  readonly asTable: boolean
  /** The button that shows the table; while it is shown, the way back and the files it can be saved as. */
  readonly tools: ReactNode
  /** For the element around what is switched: `T` switches while the focus is inside. */
  readonly body: RefObject<HTMLDivElement | null>
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Switches a part of a page between what is drawn and the table behind it. */
export function useTableSwitch(table: DataTable): TableSwitch {
  const text = useText('ui')
  const [shown, setShown] = useState({ asTable: false, byKey: false })
  const { asTable } = shown
  const body = useRef<HTMLDivElement>(null)
  // What had the focus is gone with the chart: the first stop of what came in its place takes it.
  useEffect(() => {
    if (shown.byKey) body.current?.querySelector<HTMLElement>('[tabindex="0"], button')?.focus()
  }, [shown])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
    if (event.key.toLowerCase() !== 't') return
    event.preventDefault()
    setShown({ asTable: !asTable, byKey: true })
  }

  const label = text('chart.tableOf', { title: table.title })
  const tools = asTable ? (
    <span className="table-tools">
      <button type="button" className="table-word" onClick={() => setShown({ asTable: false, byKey: false })}>
        {text('chart.chart')}
      </button>
      <SaveWords table={table} />
    </span>
  ) : (
    <button
      type="button"
      className="table-switch"
      aria-label={label}
      title={label}
      onClick={() => setShown({ asTable: true, byKey: false })}
    >
      <IconTable />
    </button>
  )
  return { asTable, tools, body, onKeyDown }
}
