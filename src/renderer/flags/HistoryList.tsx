import type { ReactNode } from 'react'
import type { FlagHistory } from '../../shared/flags.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'

/** What happened to a flag: the rule's own raising and ending, and what people did, oldest first. */
export function HistoryList({ entries }: { readonly entries: FlagHistory['entries'] }): ReactNode {
  const text = useText('flagging')
  const format = useFormat()
  return (
    <section className="flag-history">
      <h4>{text('history.title')}</h4>
      <ol>
        {entries.map((entry) => {
          const { at, kind, by, reason, owner, until } = entry
          const key = kind === 'own' && owner === null ? 'letGo' : kind
          return (
            <li key={`${at} ${kind} ${owner ?? ''} ${until ?? ''}`}>
              <time dateTime={new Date(at).toISOString()}>{format.dateTime(at)}</time>
              <span dir="auto">
                {text(`history.${key}`, { owner: owner ?? '', until: format.dateTime(until) })}
                {by !== null && by !== owner && text('history.by', { by })}
                {reason !== null && text('history.reason', { reason })}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
