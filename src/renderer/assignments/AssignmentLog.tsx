import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Scope } from '../../shared/contract.ts'
import type { AssignmentRow } from '../../shared/assigning.ts'
import { dayKey } from '../../shared/period.ts'
import { usePages } from '../chats/pages.ts'
import { useSelection } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { TableExport } from '../ui/TableExport.tsx'
import { useText } from '../ui/text.ts'
import { LogCells, LogHead, logColumns, logWidths } from './LogCells.tsx'
import { everyChange, isFiltered, logQuery, type LogFilters } from './logFilters.ts'
import { LogFilterBar } from './LogFilterBar.tsx'
import { LongTable } from './LongTable.tsx'
import { MoreFailed } from './MoreFailed.tsx'
import { SourceLegend } from './SourceMark.tsx'
import { useLogTable } from './useTables.ts'
import { useWidth } from './width.ts'

interface AssignmentLogProps {
  readonly scope: Scope
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly onPath: (conversation: string) => void
}

/** Every change of hands in the period, latest first; each row opens its chat. */
export function AssignmentLog({ scope, scroller, onPath }: AssignmentLogProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const [filters, setFilters] = useState<LogFilters>(everyChange)
  const query = logQuery({ ...filters, text: useRested(filters.text) }, scope)
  const pages = usePages('assignmentLog', query, ['assignments', 'flags'])
  const makeTable = useLogTable(query)
  const section = useRef<HTMLElement>(null)
  const width = useWidth(section)
  const columns = logColumns(width)
  const total = pages.first?.total
  const days = dayKey(scope.from, scope.zone) !== dayKey(scope.to - 1, scope.zone)
  return (
    <section ref={section} className="log-section">
      <header className="log-head">
        <h2>
          {text('log.title')}{' '}
          {total !== undefined && (
            <small>{text('log.subtitle', { count: total, shown: format.count(total) })}</small>
          )}
        </h2>
        <SourceLegend />
        <TableExport table={makeTable} />
      </header>
      <LogFilterBar filters={filters} onChange={setFilters} />
      {pages.failure ? (
        <Failed failure={pages.failure} again={pages.again} />
      ) : pages.loading ? (
        <Loading widths={[94, 88, 92, 84, 90]} />
      ) : pages.rows.length === 0 ? (
        <NothingLogged filters={filters} onShowAll={() => setFilters(everyChange)} />
      ) : (
        <LongTable
          label={text('log.label')}
          scroller={scroller}
          widths={logWidths(columns, width, days)}
          head={<LogHead columns={columns} />}
          rows={pages.rows}
          total={total ?? pages.rows.length}
          stale={pages.stale}
          keyOf={rowKey}
          hasMore={pages.hasMore}
          onMore={pages.more}
        >
          {(row) => <LogCells row={row} columns={columns} withDay={days} onPath={onPath} />}
        </LongTable>
      )}
      {pages.moreFailed && <MoreFailed onAgain={pages.more} />}
    </section>
  )
}

function rowKey(row: AssignmentRow): string {
  return `${row.conversation} ${row.at} ${row.kind} ${row.from ?? ''} ${row.to ?? ''}`
}

/** Milliseconds without a key after which it is looked for. */
const pause = 250

/** The text once nobody types any more. */
function useRested(value: string): string {
  const [rested, rest] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => rest(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}

interface NothingLoggedProps {
  readonly filters: LogFilters
  readonly onShowAll: () => void
}

function NothingLogged({ filters, onShowAll }: NothingLoggedProps): ReactNode {
  const text = useText('assignments')
  if (isFiltered(filters))
    return (
      <Empty
        why={text(isFiltered({ ...filters, flaggedOnly: false }) ? 'empty.filtered' : 'empty.flagged')}
        todo={text('empty.flaggedTry')}
      >
        <Button onClick={onShowAll}>{text('empty.showAll')}</Button>
      </Empty>
    )
  return (
    <Empty why={text('empty.log')} todo={text('empty.logTry')}>
      <Button onClick={() => useSelection.getState().choose({ period: { preset: 'last28' } })}>
        {text('empty.longer')}
      </Button>
    </Empty>
  )
}
