import type { ReactNode } from 'react'
import type { Failure } from '../../shared/contract.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'

interface Asked {
  readonly loading: boolean
  readonly failure: Failure | null
  readonly again: () => void
}

/** What stands in the list pane instead of rows: they are on their way, did not come, or there are none. */
export function ListState({
  asked,
  empty,
  children,
}: {
  readonly asked: Asked
  /** Shown where there are none; null: there are some. */
  readonly empty: ReactNode
  readonly children: ReactNode
}): ReactNode {
  if (!asked.failure && !asked.loading && empty === null) return children
  return (
    <div className="chats-list-state">
      {asked.failure ? (
        <Failed failure={asked.failure} again={asked.again} />
      ) : asked.loading ? (
        <Loading widths={[64, 40, 72, 52, 60, 44, 68, 48]} />
      ) : (
        empty
      )}
    </div>
  )
}

/** A later page did not come; those before it are kept. */
export function MoreFailed({ more }: { readonly more: () => void }): ReactNode {
  const text = useText('chats')
  return (
    <p className="chats-list-note" role="alert">
      {text('list.moreFailed')}{' '}
      <button type="button" className="chats-link" onClick={more}>
        {text('list.again')}
      </button>
    </p>
  )
}
