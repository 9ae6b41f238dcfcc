import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { DataTable } from './dataTable.ts'
import { DataTableView } from './DataTableView.tsx'
import { IconTable } from './icons.ts'
import { isWriting } from './Keys.tsx'
import { Section } from './Section.tsx'
import { SaveWords } from './TableExport.tsx'
import { useText } from './text.ts'
import './ChartCard.css'

const InsideCard = createContext(false)

/** Whether a card around the chart shows its table, so that the chart need not. */
export function useInsideCard(): boolean {
  return useContext(InsideCard)
}

export interface ChartCardProps {
  readonly title: string
  readonly subtitle?: ReactNode
  /** At the right of the head while the chart is shown: its key, or what its last column is. */
  readonly aside?: ReactNode
  /** The name of its area in the page's grid. */
  readonly place?: string
  /** What the chart shows, cell by cell. */
  readonly table: DataTable
  /** Pixels from which on the table scrolls inside itself. */
  readonly height?: number
  /** The chart, or the list of bars. */
  readonly children: ReactNode
}

/**
 * A block of a page whose head switches between the chart and the table behind it; the table can be saved as it stands.
 * `T` switches while the focus is inside.
 */
export function ChartCard({
  title,
  subtitle,
  aside,
  place,
  table,
  height,
  children,
}: ChartCardProps): ReactNode {
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

  const tools = asTable ? (
    <span className="card-tools">
      <button type="button" className="card-word" onClick={() => setShown({ asTable: false, byKey: false })}>
        {text('chart.chart')}
      </button>
      <SaveWords table={table} />
    </span>
  ) : (
    <button
      type="button"
      className="card-switch"
      aria-label={text('chart.tableOf', { title })}
      title={text('chart.tableOf', { title })}
      onClick={() => setShown({ asTable: true, byKey: false })}
    >
      <IconTable />
    </button>
  )
  return (
    <Section
      title={title}
      subtitle={subtitle}
      aside={asTable ? undefined : aside}
      tools={tools}
      {...(place === undefined ? {} : { place })}
    >
      {/* The key works on whatever inside has the focus; the buttons of the head do the same. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={body} onKeyDown={onKeyDown}>
        <InsideCard value>
          {asTable ? <DataTableView table={table} height={height ?? 280} /> : children}
        </InsideCard>
      </div>
    </Section>
  )
}
