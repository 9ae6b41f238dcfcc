import { useState, type ReactNode, type RefObject } from 'react'
import { type Scope } from '../../shared/contract.ts'
import { flagRuleIds, type Flag, type FlagRuleId } from '../../shared/flags.ts'
import { FlagDecision } from '../chats/FlagDecision.tsx'
import { flagState, flagWords } from '../chats/flagWords.ts'
import { useNames, type Names } from '../chats/names.ts'
import { usePages } from '../chats/pages.ts'
import { openConversation } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { FlagMark } from '../ui/FlagMark.tsx'
import { useFormat } from '../ui/format.ts'
import { FilterMenu, Menu } from '../ui/Menu.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { LongTable } from './LongTable.tsx'
import { MoreFailed } from './MoreFailed.tsx'

interface AllFlagsProps {
  readonly scope: Scope
  readonly scroller: RefObject<HTMLDivElement | null>
}

type State = 'open' | 'all'

/** All flags of the period: open ones or all, by rule; each opens its chat and can be decided, and undone. */
export function AllFlags({ scope, scroller }: AllFlagsProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const names = useNames()
  const [state, setState] = useState<State>('open')
  const [rules, setRules] = useState<readonly FlagRuleId[]>([])
  const pages = usePages('flags', { scope, state, rules }, ['flags'])
  const { first } = pages
  return (
    <section className="log-section">
      <header className="log-head">
        <h2>
          {text('flags.title')}{' '}
          {first && (
            <small>
              {text('flags.subtitle', {
                count: first.open,
                open: format.count(first.open),
                shown: format.count(first.total),
              })}
            </small>
          )}
        </h2>
        <Menu
          title={text('flags.state')}
          label={text(`flags.${state}`)}
          set={state === 'all'}
          items={(['open', 'all'] as const).map((id) => ({
            id,
            label: text(`flags.${id}`),
            checked: id === state,
            onPick: () => setState(id),
          }))}
        />
        <FilterMenu
          title={text('flags.rule')}
          all={text('flags.allRules')}
          options={flagRuleIds.map((id) => ({ id, name: text(`flags.rules.${id}`) }))}
          chosen={rules}
          onChange={(chosen) => setRules(flagRuleIds.filter((id) => chosen.includes(id)))}
        />
      </header>
      {pages.failure ? (
        <Failed failure={pages.failure} again={pages.again} />
      ) : pages.loading ? (
        <Loading widths={[94, 88, 92, 84, 90]} />
      ) : pages.rows.length === 0 ? (
        <NoFlags state={state} onShowAll={() => setState('all')} />
      ) : (
        <LongTable
          label={text('flags.label')}
          scroller={scroller}
          widths={[240, 170, 170, 130, 100, null]}
          head={<FlagColumns />}
          rows={pages.rows}
          total={first?.total ?? pages.rows.length}
          stale={pages.stale}
          keyOf={(flag) => flag.id}
          hasMore={pages.hasMore}
          onMore={pages.more}
        >
          {(flag) => <FlagCells flag={flag} names={names} />}
        </LongTable>
      )}
      {pages.moreFailed && <MoreFailed onAgain={pages.more} />}
    </section>
  )
}

const columns = ['reason', 'contact', 'agent', 'since', 'decision', 'actions'] as const

function FlagColumns(): ReactNode {
  const text = useText('assignments')
  return columns.map((column) => (
    <th key={column} scope="col">
      {text(`flags.${column}`)}
    </th>
  ))
}

function FlagCells({ flag, names }: { readonly flag: Flag; readonly names: Names }): ReactNode {
  const text = useText('assignments')
  const words = useText('chats')
  const format = useFormat()
  const state = flagState(flag)
  const name = flag.subject.name || text('log.unnamed')
  return (
    <>
      <td title={flag.text ?? undefined}>
        <span className="flag-reason">
          <FlagMark severity={flag.severity} decided={state !== 'open'} />
          {flagWords(flag, words, format.duration)}
        </span>
      </td>
      <td>
        <button
          type="button"
          className="row-opens"
          aria-label={text('log.open', { name })}
          onClick={() => {
            if (flag.conversation !== null) openConversation(flag.conversation)
          }}
        >
          <bdi>{name}</bdi>
        </button>
      </td>
      <td className="second">
        <bdi>{flag.agent === null ? text('flags.nobody') : names.agent(flag.agent)}</bdi>
      </td>
      <td className="second">
        <time dateTime={new Date(flag.raisedAt).toISOString()} title={format.dateTime(flag.raisedAt)}>
          {format.dateTime(flag.raisedAt)}
        </time>
      </td>
      <td className="second">{words(`flag.${state}`)}</td>
      <td>
        <FlagDecision flag={flag} />
      </td>
    </>
  )
}

function NoFlags({ state, onShowAll }: { readonly state: State; readonly onShowAll: () => void }): ReactNode {
  const text = useText('assignments')
  if (state === 'all') return <Empty why={text('empty.flags')} todo={text('empty.flagsTry')} />
  return (
    <Empty why={text('empty.flagsOpen')} todo={text('empty.flagsOpenTry')}>
      <Button onClick={onShowAll}>{text('empty.showAll')}</Button>
    </Empty>
  )
}
