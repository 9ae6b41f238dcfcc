import type { ReactNode } from 'react'
import { assertNever } from '../../../shared/assertNever.ts'
import type { SearchAnswer, SearchNotice } from '../../../shared/searching.ts'
import { useFormat } from '../../ui/format.ts'
import { Menu } from '../../ui/Menu.tsx'
import { type Text, useText } from '../../ui/text.ts'
import { IndexState } from './IndexState.tsx'
import { SavedSearches } from './SavedSearches.tsx'
import type { SearchOrder } from './useSearchPages.ts'

interface SearchHeadProps {
  readonly searched: string
  readonly answer: SearchAnswer | undefined
  readonly stale: boolean
  readonly order: SearchOrder
  readonly onOrder: (order: SearchOrder) => void
}

/** Head of what was found: the query, how many hits in which order, and what was not understood. */
export function SearchHead(props: SearchHeadProps): ReactNode {
  const { searched, answer, stale, order, onOrder } = props
  const text = useText('search')
  return (
    <>
      <div className="chats-list-title">
        <h2 aria-live="polite">
          {answer === undefined || stale ? text('searching') : <Hits answer={answer} />}
        </h2>
        <Menu
          title={text('order.title')}
          label={text(`order.${order}`)}
          items={(['newest', 'best'] as const).map((id) => ({
            id,
            label: text(`order.${id}`),
            checked: id === order,
            onPick: () => onOrder(id),
          }))}
        />
        <SavedSearches text={searched} />
      </div>
      {answer && !stale && answer.notices.length > 0 && (
        <output className="chats-list-note">
          {answer.notices.map((notice) => noticeWords(notice, text)).join(' ')}
        </output>
      )}
      <IndexState />
    </>
  )
}

function Hits({ answer }: { readonly answer: SearchAnswer }): ReactNode {
  const text = useText('search')
  const format = useFormat()
  const { hits, exact } = answer.total
  return text(exact ? 'hits' : 'moreHits', { count: hits, shown: format.count(hits) })
}

function noticeWords(notice: SearchNotice, text: Text): string {
  const { code, source } = notice
  switch (code) {
    case 'unclosed_quote':
    case 'unknown_value':
    case 'bad_date':
    case 'empty_filter':
    case 'too_long':
    case 'too_many':
      return text(`notice.${code}`, { source })
    default:
      return assertNever(code)
  }
}
