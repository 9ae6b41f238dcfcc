import { useState, type ReactNode, type RefObject } from 'react'
import type { Scope } from '../../shared/contract.ts'
import type { AssignmentRow } from '../../shared/assigning.ts'
import { dayKey } from '../../shared/period.ts'
import { useFlagReason } from '../flags/useFlagReason.ts'
import { useNames, type Names } from '../chats/names.ts'
import { usePages } from '../chats/pages.ts'
import { openConversation, useSelection, useZone } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { IconFlag } from '../ui/icons.ts'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { LongTable } from './LongTable.tsx'
import { MoreFailed } from './MoreFailed.tsx'

interface AssignmentLogProps {
  readonly scope: Scope
  readonly scroller: RefObject<HTMLDivElement | null>
}

/** Every change of hands in the period, latest first; each row opens its chat. */
export function AssignmentLog({ scope, scroller }: AssignmentLogProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const names = useNames()
  const [flaggedOnly, setFlaggedOnly] = useState(false)
  const pages = usePages('assignmentLog', { scope, flaggedOnly }, ['assignments', 'flags'])
  const total = pages.first?.total
  const days = dayKey(scope.from, scope.zone) !== dayKey(scope.to - 1, scope.zone)
  return (
    <section className="log-section">
      <header className="log-head">
        <h2>
          {text('log.title')}{' '}
          {total !== undefined && (
            <small>{text('log.subtitle', { count: total, shown: format.count(total) })}</small>
          )}
        </h2>
        <label className="log-filter">
          <input
            type="checkbox"
            checked={flaggedOnly}
            onChange={(event) => setFlaggedOnly(event.target.checked)}
          />
          {text('log.flaggedOnly')}
        </label>
        <SourceLegend />
      </header>
      {pages.failure ? (
        <Failed failure={pages.failure} again={pages.again} />
      ) : pages.loading ? (
        <Loading widths={[94, 88, 92, 84, 90]} />
      ) : pages.rows.length === 0 ? (
        <NothingLogged flaggedOnly={flaggedOnly} onShowAll={() => setFlaggedOnly(false)} />
      ) : (
        <LongTable
          label={text('log.label')}
          scroller={scroller}
          widths={[days ? 96 : 58, 130, 206, 142, 94, 100, null, 190]}
          head={<LogColumns />}
          rows={pages.rows}
          total={total ?? pages.rows.length}
          stale={pages.stale}
          keyOf={rowKey}
          hasMore={pages.hasMore}
          onMore={pages.more}
        >
          {(row) => <LogCells row={row} names={names} withDay={days} />}
        </LongTable>
      )}
      {pages.moreFailed && <MoreFailed onAgain={pages.more} />}
    </section>
  )
}

function rowKey(row: AssignmentRow): string {
  return `${row.conversation} ${row.at} ${row.kind} ${row.from ?? ''} ${row.to ?? ''}`
}

const columns = ['time', 'contact', 'change', 'by', 'source', 'held', 'comment', 'flag'] as const

function LogColumns(): ReactNode {
  const text = useText('assignments')
  return columns.map((column) => (
    <th key={column} scope="col" className={column === 'held' ? 'figure' : undefined}>
      {text(`log.${column}`)}
    </th>
  ))
}

interface LogCellsProps {
  readonly row: AssignmentRow
  readonly names: Names
  readonly withDay: boolean
}

function LogCells({ row, names, withDay }: LogCellsProps): ReactNode {
  const text = useText('assignments')
  const reason = useFlagReason()
  const format = useFormat()
  const name = row.contact.name || text('log.unnamed')
  const comment = row.comment ?? ''
  return (
    <>
      <td>
        <time dateTime={new Date(row.at).toISOString()} title={format.dateTime(row.at)}>
          <When at={row.at} withDay={withDay} />
        </time>
      </td>
      <td>
        <button
          type="button"
          className="row-opens"
          aria-label={text('log.open', { name })}
          onClick={() => openConversation(row.conversation)}
        >
          <bdi>{name}</bdi>
        </button>
      </td>
      <td>
        <Change row={row} names={names} />
      </td>
      <td className="second">
        <bdi>{byWords(row, names, text)}</bdi>
      </td>
      <td>
        <span className="log-source" data-source={row.source}>
          {text(`source.${row.source}`)}
        </span>
      </td>
      <td className="figure">{format.duration(row.heldBefore)}</td>
      <td className="second" dir="auto" title={comment}>
        {comment}
      </td>
      <td>
        {row.flags.slice(0, 1).map((flag) => (
          <span key={flag.id} className="log-flag" data-severity={flag.severity}>
            <IconFlag />
            {reason(flag)}
          </span>
        ))}
      </td>
    </>
  )
}

function When({ at, withDay }: { readonly at: number; readonly withDay: boolean }): ReactNode {
  const format = useFormat()
  const zone = useZone()
  return (
    <>
      {withDay && <span className="log-day">{format.dayLabel(dayKey(at, zone))} </span>}
      {format.time(at)}
    </>
  )
}

function Change({ row, names }: { readonly row: AssignmentRow; readonly names: Names }): ReactNode {
  const text = useText('assignments')
  const nobody = row.team === null ? text('log.unassigned') : names.team(row.team)
  if (row.kind === 'opened')
    return (
      <>
        <span className="second">{text('log.opened')}</span> {nobody}
      </>
    )
  return (
    <>
      <bdi className="second">{row.from === null ? text('log.unassigned') : names.agent(row.from)}</bdi>
      <span className="second"> → </span>
      {row.to === null ? (
        <bdi className={row.team === null ? 'log-lost' : undefined}>{nobody}</bdi>
      ) : (
        <bdi>{names.agent(row.to)}</bdi>
      )}
    </>
  )
}

function byWords(row: AssignmentRow, names: Names, text: ReturnType<typeof useText>): string {
  if (row.by !== null) return names.agent(row.by)
  if (row.byType === 'automation' && row.note !== null) return text('by.automationNamed', { note: row.note })
  return text(`by.${row.byType}`)
}

function SourceLegend(): ReactNode {
  const text = useText('assignments')
  return (
    <p className="log-legend">
      {(['stated', 'diffed', 'inferred'] as const).map((source) => (
        <span key={source} className="log-source" data-source={source}>
          {text(`sourceKey.${source}`)}
        </span>
      ))}
    </p>
  )
}

interface NothingLoggedProps {
  readonly flaggedOnly: boolean
  readonly onShowAll: () => void
}

function NothingLogged({ flaggedOnly, onShowAll }: NothingLoggedProps): ReactNode {
  const text = useText('assignments')
  if (flaggedOnly)
    return (
      <Empty why={text('empty.flagged')} todo={text('empty.flaggedTry')}>
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
