import { memo, type ReactNode, useMemo, useRef, useState } from 'react'
import type { NowAnswer, WaitingCustomer } from '../../shared/live.ts'
import { useHotkeys } from '../chats/hotkeys.ts'
import type { Names } from '../chats/names.ts'
import { openConversation } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { Section } from '../ui/Section.tsx'
import { Empty } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { LiveTable, type LiveTableHandle, type RowPlace } from './LiveTable.tsx'
import { openWaiting } from './opening.ts'
import { Press } from './Press.tsx'
import { useScreen } from './screen.ts'
import { secondsSince, useTick } from './ticker.ts'
import { scaleOf, type WaitScale } from './waitScale.ts'
import { WaitBar, WaitTime } from './WaitTime.tsx'

interface WaitingProps {
  readonly answer: NowAnswer
  readonly names: Names
  /** Those who came a moment ago. */
  readonly fresh: ReadonlyMap<string, number>
  readonly rowHeight: number
}

/** Who waits, longest first, each as a bar on one scale. `J` and `K` go through the rows, Enter opens the chat. */
export function Waiting({ answer, names, fresh, rowHeight }: WaitingProps): ReactNode {
  const text = useText('now')
  const { waiting } = answer
  const { rows } = waiting
  const { wall } = useScreen()
  const more = waiting.total - rows.length
  return (
    <Section place="waiting" title={text('waiting.title')} subtitle={text('waiting.subtitle')}>
      {rows.length === 0 ? (
        <Empty why={text('waiting.nobody')} />
      ) : (
        <WaitingRows answer={answer} names={names} fresh={fresh} rowHeight={rowHeight} />
      )}
      {more > 0 && !wall && <MoreWait count={more} />}
    </Section>
  )
}

function MoreWait({ count }: { readonly count: number }): ReactNode {
  const text = useText('now')
  const format = useFormat()
  return (
    <p className="now-more">
      <Press onPress={openWaiting}>{text('waiting.more', { count, shown: format.count(count) })}</Press>
    </p>
  )
}

function WaitingRows({ answer, names, fresh, rowHeight }: WaitingProps): ReactNode {
  const text = useText('now')
  const format = useFormat()
  const { wall } = useScreen()
  const { target } = answer
  const { rows } = answer.waiting
  const oldest = rows[0]?.since ?? answer.at
  const seconds = useTick((now) => scaleOf(secondsSince(oldest, now), target).seconds)
  const cut = useTick((now) => scaleOf(secondsSince(oldest, now), target).cut)
  const scale = useMemo(() => ({ seconds, cut }), [seconds, cut])
  const table = useRef<LiveTableHandle>(null)
  const [last, setLast] = useState(-1)
  const go = (step: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, placeOfFocus(last) + step))
    setLast(next)
    table.current?.focusRow(next)
  }
  useHotkeys(wall ? {} : { j: () => go(1), k: () => go(-1) })
  return (
    <LiveTable
      ref={table}
      label={text('waiting.title')}
      className="waiting-rows"
      style={{ '--target': target / scale.seconds } as Record<string, unknown>}
      head={<WaitingColumns target={target} scale={scale} />}
      widths={wall ? [106, 155, null, 122] : [106, '17.5%', 116, null, '12.5%', 96]}
      more={(hidden) => {
        const count = hidden + answer.waiting.total - rows.length
        return text('waiting.more', { count, shown: format.count(count) })
      }}
      rows={rows}
      keyOf={(row) => row.conversation}
      heightOf={() => rowHeight}
    >
      {(row, place) => (
        <WaitingRow
          key={row.conversation}
          row={row}
          place={place}
          agent={row.agent === null ? null : names.agent(row.agent)}
          target={target}
          scale={scale}
          fresh={fresh.has(row.conversation)}
        />
      )}
    </LiveTable>
  )
}

/** The row that has the focus now; where it went with its row, the place it had. */
function placeOfFocus(last: number): number {
  const row = document.activeElement?.closest<HTMLElement>('.waiting-rows tr[data-index]')
  return row === null || row === undefined ? last : Number(row.dataset['index'])
}

function WaitingColumns({
  target,
  scale,
}: {
  readonly target: number
  readonly scale: WaitScale
}): ReactNode {
  const text = useText('now')
  const format = useFormat()
  const { wall } = useScreen()
  const end = format.duration(scale.seconds)
  return (
    <>
      <th scope="col" className="figure">
        {text('waiting.wait')}
      </th>
      <th scope="col" className="wait-scale">
        <span className="unseen">{text('waiting.bar')}</span>
        <span className="wait-scale-target" aria-hidden="true">
          {format.duration(target)}
        </span>
        <span className="wait-scale-end" aria-hidden="true">
          {scale.cut ? text('waiting.beyond', { end }) : end}
        </span>
      </th>
      {!wall && (
        <>
          <th scope="col">{text('waiting.customer')}</th>
          <th scope="col">{text('waiting.message')}</th>
        </>
      )}
      <th scope="col">{text('waiting.category')}</th>
      <th scope="col">{text('waiting.agent')}</th>
    </>
  )
}

interface WaitingRowProps {
  readonly row: WaitingCustomer
  readonly place: RowPlace
  /** Null: nobody. */
  readonly agent: string | null
  readonly target: number
  readonly scale: WaitScale
  readonly fresh: boolean
}

/** Drawn anew only when something in it is another; its wait counts by itself. */
const WaitingRow = memo(function WaitingRow(props: WaitingRowProps): ReactNode {
  const { row, place, agent, target, scale, fresh } = props
  const text = useText('now')
  const { wall } = useScreen()
  const { height, ...where } = place
  return (
    <tr {...where} style={{ height }} data-fresh={fresh || undefined}>
      <td className="figure">
        <WaitTime since={row.since} target={target} />
      </td>
      <td className="wait-cell">
        <WaitBar since={row.since} target={target} scale={scale} />
      </td>
      {!wall && <CustomerCells row={row} />}
      <td className="second">
        <bdi>{row.category ?? ''}</bdi>
      </td>
      <td className="wait-agent" data-nobody={agent === null || undefined}>
        <bdi>{agent ?? text('unassigned.word')}</bdi>
      </td>
    </tr>
  )
}, sameRow)

function CustomerCells({ row }: { readonly row: WaitingCustomer }): ReactNode {
  const text = useText('now')
  const name = row.contact.name || text('unnamed')
  return (
    <>
      <td>
        <button
          type="button"
          className="row-opens"
          aria-label={text('open', { name })}
          onClick={() => openConversation(row.conversation)}
        >
          <bdi>{name}</bdi>
        </button>
      </td>
      <td className="wait-text">
        <span dir="auto" lang={row.lastText === '' ? undefined : (row.language ?? undefined)}>
          {row.lastText === '' ? text(`message.type.${row.lastContent ?? 'unknown'}`) : row.lastText}
        </span>
      </td>
    </>
  )
}

/** Answers come as new objects: what counts is what they say. */
function sameRow(before: WaitingRowProps, after: WaitingRowProps): boolean {
  const { row: one, place: at, ...rest } = before
  const { row: other, place: to, ...others } = after
  return (
    same(rest, others) &&
    same(at, to) &&
    same({ ...one, contact: one.contact.name }, { ...other, contact: other.contact.name })
  )
}

function same(one: object, other: object): boolean {
  const values = Object.values(other)
  return Object.values(one).every((value, index) => Object.is(value, values[index]))
}
