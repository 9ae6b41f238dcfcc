import { useState, type ReactNode, type RefObject } from 'react'
import type { Scope } from '../../shared/contract.ts'
import { flagState } from '../../shared/flagReason.ts'
import type { Flag } from '../../shared/flags.ts'
import { LongTable } from '../assignments/LongTable.tsx'
import { MoreFailed } from '../assignments/MoreFailed.tsx'
import { useWidth } from '../assignments/width.ts'
import { useNow } from '../chats/clock.ts'
import { useNames, type Names } from '../chats/names.ts'
import { usePages } from '../chats/pages.ts'
import { openAgent, openConversation } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { FlagMark } from '../ui/FlagMark.tsx'
import { useFormat } from '../ui/format.ts'
import { IconUser } from '../ui/icons.ts'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { FlagAsking } from './FlagAsking.tsx'
import { FlagButtons } from './FlagButtons.tsx'
import { FlagFilterBar } from './FlagFilterBar.tsx'
import { openFlag } from './flagDesk.ts'
import { type FlagFilters, openOnes, queryOf } from './flagFilters.ts'
import { useFlagActs, type FlagActs } from './useFlagActs.ts'
import { useFlagReason } from './useFlagReason.ts'
import './flags.css'

interface AllFlagsProps {
  readonly scope: Scope
  readonly scroller: RefObject<HTMLDivElement | null>
}

/** All flags of the period as a table; each row opens its evidence, its subject the chat or the agent. */
export function AllFlags({ scope, scroller }: AllFlagsProps): ReactNode {
  const text = useText('flagging')
  const format = useFormat()
  const names = useNames()
  const acts = useFlagActs()
  const [filters, setFilters] = useState<FlagFilters>(openOnes)
  const pages = usePages('flags', { scope, ...queryOf(filters, acts.me) }, ['flags'])
  const { first } = pages
  const columns = useWidth(scroller) < narrow ? fewColumns : allColumns
  return (
    <section className="log-section">
      <header className="log-head">
        <h2>
          {text('table.title')}{' '}
          {first && (
            <small>
              {text('table.subtitle', {
                count: first.open,
                open: format.count(first.open),
                shown: format.count(first.total),
              })}
            </small>
          )}
        </h2>
        <FlagFilterBar filters={filters} me={acts.me} onChange={setFilters} />
      </header>
      <FlagAsking key={acts.asking?.kind} acts={acts} />
      {pages.failure ? (
        <Failed failure={pages.failure} again={pages.again} />
      ) : pages.loading ? (
        <Loading widths={[94, 88, 92, 84, 90]} />
      ) : pages.rows.length === 0 ? (
        <NoFlags filters={filters} onShowAll={() => setFilters({ ...openOnes, state: 'all' })} />
      ) : (
        <LongTable
          label={text('table.title')}
          scroller={scroller}
          widths={columns.map((column) => widths[column])}
          head={<FlagColumns columns={columns} />}
          rows={pages.rows}
          total={first?.total ?? pages.rows.length}
          stale={pages.stale}
          keyOf={(flag) => flag.id}
          hasMore={pages.hasMore}
          onMore={pages.more}
        >
          {(flag) => <FlagCells flag={flag} names={names} acts={acts} columns={columns} />}
        </LongTable>
      )}
      {pages.moreFailed && <MoreFailed onAgain={pages.more} />}
    </section>
  )
}

const allColumns = ['reason', 'subject', 'agent', 'owner', 'since', 'state', 'actions'] as const
type Column = (typeof allColumns)[number]

/** Pixels under which who looks after a flag and where it stands are said by its evidence only. */
const narrow = 1160
const fewColumns = ['reason', 'subject', 'agent', 'since', 'actions'] as const

const widths = {
  reason: 290,
  subject: 140,
  agent: 140,
  owner: 110,
  since: 136,
  state: 80,
  actions: null,
} as const satisfies Readonly<Record<Column, number | null>>

function FlagColumns({ columns }: { readonly columns: readonly Column[] }): ReactNode {
  const text = useText('flagging')
  return columns.map((column) => (
    <th key={column} scope="col">
      {text(`table.${column}`)}
    </th>
  ))
}

interface FlagCellsProps {
  readonly flag: Flag
  readonly names: Names
  readonly acts: FlagActs
  readonly columns: readonly Column[]
}

function FlagCells({ flag, names, acts, columns }: FlagCellsProps): ReactNode {
  const text = useText('flagging')
  const words = useText('flags')
  const why = useFlagReason()(flag)
  const format = useFormat()
  const now = useNow(60_000)
  return (
    <>
      <td title={flag.text ?? undefined}>
        <span className="flag-reason-cell">
          <FlagMark severity={flag.severity} decided={flag.decision !== null} />
          <button type="button" className="row-opens" onClick={() => openFlag(flag.id)}>
            {why}
          </button>
          {flag.madeBy === 'person' && <ByPerson />}
        </span>
      </td>
      <td>
        <Subject flag={flag} />
      </td>
      <td className="second">
        <bdi>{flag.agent === null ? text('nobody') : names.agent(flag.agent)}</bdi>
      </td>
      {columns.includes('owner') && (
        <td className="second">
          <bdi>{flag.owner ?? text('nobody')}</bdi>
        </td>
      )}
      <td className="second">
        <time dateTime={new Date(flag.raisedAt).toISOString()} title={flag.late ? text('lateWords') : ''}>
          {format.dateTime(flag.raisedAt)}
        </time>
      </td>
      {columns.includes('state') && <td className="second">{words(`state.${flagState(flag, now)}`)}</td>}
      <td>
        <FlagButtons flags={[flag]} acts={acts} label={why} short={!columns.includes('state')} />
      </td>
    </>
  )
}

function ByPerson(): ReactNode {
  const word = useText('flagging')('byPerson')
  return (
    <span title={word}>
      <IconUser />
      <span className="unseen">{word}</span>
    </span>
  )
}

/** The chat or agent a flag is about; a template, channel or source has no page of its own. */
function Subject({ flag }: { readonly flag: Flag }): ReactNode {
  const text = useText('flagging')
  const { conversation, message, subject } = flag
  const name = subject.name || text('unnamed')
  if (conversation === null && subject.kind !== 'agent') return <bdi>{name}</bdi>
  return (
    <button
      type="button"
      className="flag-link flag-subject"
      aria-label={text(conversation === null ? 'table.openAgent' : 'table.openChat', { name })}
      onClick={() =>
        conversation === null ? openAgent(subject.id) : openConversation(conversation, message)
      }
    >
      <bdi>{name}</bdi>
    </button>
  )
}

interface NoFlagsProps {
  readonly filters: FlagFilters
  readonly onShowAll: () => void
}

function NoFlags({ filters, onShowAll }: NoFlagsProps): ReactNode {
  const text = useText('flagging')
  if (filters.state === 'all') return <Empty why={text('none.all')} todo={text('none.allTry')} />
  return (
    <Empty why={text('none.open')} todo={text('none.openTry')}>
      <Button onClick={onShowAll}>{text('none.showAll')}</Button>
    </Empty>
  )
}
