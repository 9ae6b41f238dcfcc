import type { ReactNode } from 'react'
import type { Flag } from '../../shared/flags.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { spanOf } from './span.ts'

/** A bar from where the cause began: grey to where the rule was met, warning past it, danger past 2.5 times that. */
export function FlagSpan({ flag, now }: { readonly flag: Flag; readonly now: number }): ReactNode {
  const text = useText('flagging')
  const format = useFormat()
  const span = spanOf(flag, now)
  if (span === null) return null
  const { raised, worse } = span
  const percent = (share: number) => `${(100 * share).toFixed(2)}%`
  const part = (from: number, to: number) => ({ left: percent(from), width: percent(to - from) })
  return (
    <figure className="flag-span">
      <div className="flag-span-bar">
        <i style={part(0, raised)} />
        <i data-level="warning" style={part(raised, worse ?? 1)} />
        {worse !== null && <i data-level="danger" style={part(worse, 1)} />}
        <b style={{ left: percent(raised) }} />
      </div>
      <figcaption>
        <span>{format.time(span.from)}</span>
        <span>
          {text(span.open ? 'span.open' : 'span.ended', {
            length: format.duration((span.to - span.from) / 1000),
            after: format.duration((flag.raisedAt - flag.from) / 1000),
          })}
        </span>
        <span>{span.open ? text('span.now') : format.time(span.to)}</span>
      </figcaption>
    </figure>
  )
}
