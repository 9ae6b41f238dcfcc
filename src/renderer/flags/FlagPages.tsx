import { type ReactNode, useEffect } from 'react'
import type { Scope } from '../../shared/contract.ts'
import type { Flag, FlagQuery } from '../../shared/flags.ts'
import type { Names } from '../chats/names.ts'
import { usePages } from '../chats/pages.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { FlagLine } from './FlagLine.tsx'
import type { FlagActs } from './useFlagActs.ts'

interface FlagPagesProps {
  readonly title: string
  readonly scope: Scope
  readonly query: Omit<FlagQuery, 'scope' | 'after' | 'limit'>
  /** Nothing is left to list one by one. */
  readonly nothing: boolean
  readonly names: Names
  readonly acts: FlagActs
  readonly picked: ReadonlyMap<string, Flag>
  readonly onPick: (flag: Flag) => void
  /** Keeps the flags that are shown, so that keys find them. */
  readonly register: (flags: readonly Flag[]) => void
  /** Lines that stand before them. */
  readonly before: readonly ReactNode[]
}

const none: readonly Flag[] = []

/** Flags of one severity, a page at a time. Nothing at all where there are none. */
export function FlagPages(props: FlagPagesProps): ReactNode {
  const { title, scope, query, nothing, names, acts, picked, onPick, register, before } = props
  const text = useText('flagging')
  const format = useFormat()
  const pages = usePages('flags', { scope, ...query }, ['flags'], { enabled: !nothing })
  const rows = nothing ? none : pages.rows
  useEffect(() => register(rows))
  if (pages.failure) return <Failed failure={pages.failure} again={pages.again} />
  if (pages.loading) return <Loading widths={[88, 60, 84, 52]} />
  if (rows.length === 0 && before.length === 0) return null
  return (
    <section className="flag-section" data-stale={pages.stale || undefined} aria-label={title}>
      <h3>
        {title} {!nothing && <small>{format.count(pages.first?.total ?? 0)}</small>}
      </h3>
      <ul className="flags-list">
        {before}
        {rows.map((flag) => (
          <FlagLine
            key={flag.id}
            flag={flag}
            names={names}
            acts={acts}
            picked={picked.has(flag.id)}
            onPick={() => onPick(flag)}
          />
        ))}
      </ul>
      {(pages.hasMore || pages.moreFailed) && (
        <Button onClick={pages.more}>{text(pages.moreFailed ? 'moreFailed' : 'more')}</Button>
      )}
    </section>
  )
}
