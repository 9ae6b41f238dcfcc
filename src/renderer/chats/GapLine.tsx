import type { ReactNode } from 'react'
import { useFormat } from '../ui/format.ts'
import { IconFlag } from '../ui/icons.ts'
import { useText, type Text } from '../ui/text.ts'
import { useFlagReason } from '../flags/useFlagReason.ts'
import { useNow } from './clock.ts'
import type { GapRow } from './threadRows.ts'

/** A silence inside a wait: as high as the root of its length, and past the target labelled with it. */
export function GapLine({ row }: { readonly row: GapRow }): ReactNode {
  const going = row.end !== null && row.end.wait.to === null
  return (
    <div className="chats-gap" data-level={row.gutter.level} style={{ minBlockSize: row.height }}>
      {going ? <GoingOn since={row.end.wait.from} row={row} /> : <Over row={row} />}
      {row.flags.length > 0 && <GapFlags row={row} />}
    </div>
  )
}

type Duration = (seconds: number) => string

function Over({ row }: { readonly row: GapRow }): ReactNode {
  const text = useText('chats')
  const { duration } = useFormat()
  const unmeasured = row.end !== null && row.end.target === null
  if (row.gutter.level === 'calm' && !unmeasured) return null
  return (
    <p>
      <span className="chats-gap-length">{lengthOf(row, text, duration)}</span>
      <TargetWords row={row} />
    </p>
  )
}

function lengthOf(row: GapRow, text: Text, duration: Duration): string {
  const gap = duration(row.seconds)
  if (row.end === null) return gap
  const { wait, total } = row.end
  const kind = wait.endedBy === 'close' ? 'closed' : wait.first ? 'first' : 'next'
  // A wait in one silence says its length once.
  const whole = Math.round(total) === Math.round(row.seconds)
  return text(`wait.${kind}${whole ? '' : 'Then'}`, { gap, total: duration(total) })
}

/** The only figure of the screen that moves, once a second. */
function GoingOn({ since, row }: { readonly since: number; readonly row: GapRow }): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  const now = useNow(1000)
  return (
    <p>
      <span className="chats-gap-length">
        {text('wait.going', { total: format.duration(Math.max(0, (now - since) / 1000)) })}
      </span>
      <TargetWords row={row} />
    </p>
  )
}

function TargetWords({ row }: { readonly row: GapRow }): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  const target = row.end?.target ?? null
  if (target === null) return null
  return <span className="chats-gap-target">{text('wait.target', { target: format.duration(target) })}</span>
}

function GapFlags({ row }: { readonly row: GapRow }): ReactNode {
  const reason = useFlagReason()
  return (
    <span className="chats-gap-flags">
      {row.flags.map((flag) => (
        <span key={flag.id} className="chats-flag-tag" data-severity={flag.severity}>
          <IconFlag />
          {reason(flag)}
        </span>
      ))}
    </span>
  )
}
