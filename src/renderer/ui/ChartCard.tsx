import { createContext, type ReactNode, useContext } from 'react'
import type { DataTable } from './dataTable.ts'
import { DataTableView } from './DataTableView.tsx'
import { Section } from './Section.tsx'
import { useTableSwitch } from './useTableSwitch.tsx'

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
  height = 280,
  children,
}: ChartCardProps): ReactNode {
  const { asTable, tools, body, onKeyDown } = useTableSwitch(table)
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
        <InsideCard value>{asTable ? <DataTableView table={table} height={height} /> : children}</InsideCard>
      </div>
    </Section>
  )
}
