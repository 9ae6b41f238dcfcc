import type { ReactNode, RefObject } from 'react'
import type { HeldAt } from '../../shared/assigning.ts'
import type { Scope } from '../../shared/contract.ts'
import { dayKey } from '../../shared/period.ts'
import { useAsk } from '../api.ts'
import { useNow } from '../chats/clock.ts'
import { useNames } from '../chats/names.ts'
import { usePages } from '../chats/pages.ts'
import { waitLevel } from '../chats/waits.ts'
import { useNow as useNowMinute, useSelection } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { TableExport } from '../ui/TableExport.tsx'
import { useText } from '../ui/text.ts'
import { When } from './LogCells.tsx'
import { LongTable } from './LongTable.tsx'
import { MoreFailed } from './MoreFailed.tsx'
import { RowDoor } from './RowDoor.tsx'
import { SourceMark } from './SourceMark.tsx'
import { secondsSince } from './tables.ts'
import { useHeldAtTable } from './useTables.ts'

type Row = HeldAt['rows'][number]

interface HeldAtTableProps {
  readonly scope: Scope
  /** null: now. */
  readonly asOf: number | null
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly onPath: (conversation: string) => void
}

/** Every conversation open at a moment and who had it then, longest waiting first. */
export function HeldAtTable({ scope, asOf, scroller, onPath }: HeldAtTableProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const minute = useNowMinute()
  const tick = useNow(20_000)
  const at = asOf ?? tick
  // A moment ahead of the clock is the clock's: until the minute is over the question stays the same.
  const query = { scope, at: asOf ?? minute + 60_000 }
  const pages = usePages('heldAt', query, ['assignments', 'conversations'], { enabled: minute > 0 })
  const makeTable = useHeldAtTable(query, at)
  const { first } = pages
  return (
    <section className="log-section">
      <header className="log-head">
        <h2>
          {asOf === null ? text('heldAt.titleNow') : text('heldAt.title', { at: format.dateTime(asOf) })}{' '}
          {first && (
            <small>
              {text('heldAt.subtitle', {
                count: first.total,
                shown: format.count(first.total),
                waiting: format.count(first.waiting),
                nobody: format.count(first.unassigned),
              })}
            </small>
          )}
        </h2>
        <TableExport table={makeTable} />
      </header>
      {pages.failure ? (
        <Failed failure={pages.failure} again={pages.again} />
      ) : first === undefined ? (
        <Loading widths={[94, 88, 92, 84, 90]} />
      ) : pages.rows.length === 0 ? (
        <NothingOpen asOf={asOf} />
      ) : (
        <LongTable
          label={text('heldAt.label')}
          scroller={scroller}
          widths={[200, 170, 130, 110, 100, 110, null, 190]}
          head={<HeldAtHead />}
          rows={pages.rows}
          total={first.total}
          stale={pages.stale}
          keyOf={(row) => row.conversation}
          hasMore={pages.hasMore}
          onMore={pages.more}
        >
          {(row) => <HeldAtCells row={row} at={at} zone={scope.zone} onPath={onPath} />}
        </LongTable>
      )}
      {pages.moreFailed && <MoreFailed onAgain={pages.more} />}
    </section>
  )
}

const columns = ['contact', 'agent', 'team', 'since', 'for', 'waiting', 'category', 'source'] as const
const figures: readonly string[] = ['for', 'waiting']

function HeldAtHead(): ReactNode {
  const text = useText('assignments')
  return columns.map((column) => (
    <th key={column} scope="col" className={figures.includes(column) ? 'figure' : undefined}>
      {text(`heldAt.${column}`)}
    </th>
  ))
}

interface HeldAtCellsProps {
  readonly row: Row
  readonly at: number
  readonly zone: string
  readonly onPath: (conversation: string) => void
}

function HeldAtCells({ row, at, zone, onPath }: HeldAtCellsProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const names = useNames()
  const { data: settings } = useAsk('settings', [], ['settings'])
  const waited = row.waitingSince === null ? null : secondsSince(row.waitingSince, at)
  const level = waited === null ? 'calm' : waitLevel(waited, settings?.targets.firstResponse ?? null)
  return (
    <>
      <td>
        <RowDoor conversation={row.conversation} contact={row.contact} onPath={onPath} />
      </td>
      <td>
        <bdi className={row.agent === null ? 'log-lost' : undefined}>
          {row.agent === null ? text('nobody') : names.agent(row.agent)}
        </bdi>
      </td>
      <td className="second">
        <bdi>{row.team === null ? '' : names.team(row.team)}</bdi>
      </td>
      <td className="second">
        <When at={row.from} withDay={dayKey(row.from, zone) !== dayKey(at, zone)} />
      </td>
      <td className="figure second">{format.duration(secondsSince(row.from, at))}</td>
      <td className="figure" data-wait={level}>
        {format.duration(waited)}
      </td>
      <td className="second" dir="auto">
        {row.category}
      </td>
      <td>
        <SourceMark source={row.source} earliest={row.earliest} at={row.from} />
      </td>
    </>
  )
}

function NothingOpen({ asOf }: { readonly asOf: number | null }): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const choose = useSelection((selection) => selection.choose)
  const first = workspace?.span?.from
  const before = asOf !== null && first !== undefined && asOf < first
  return (
    <Empty
      why={before ? text('empty.before', { at: format.dateTime(first) }) : text('empty.heldAt')}
      todo={text(asOf === null ? 'empty.heldNowTry' : 'empty.heldAtTry')}
    >
      {asOf !== null && <Button onClick={() => choose({ asOf: null })}>{text('asOf.now')}</Button>}
    </Empty>
  )
}
