import { useCallback, useMemo, type ReactNode } from 'react'
import type { ExplainQuery } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'
import { useScope, useSelection } from '../selection.ts'
import { ChatPanes } from './ChatPanes.tsx'
import './Chats.css'
import { DrillBar } from './DrillBar.tsx'
import { DrillHead } from './DrillHead.tsx'
import { useChatFilters } from './filters.ts'
import { ListHead } from './ListHead.tsx'
import { entriesOfEvidence, entryOfRow, leftOutOf } from './listing.ts'
import { usePages } from './pages.ts'

/** The place Chats: every conversation of the period, or those behind the number that is open. */
export function Chats(): ReactNode {
  const drill = useSelection((selection) => selection.drill)
  return drill === null ? <AllChats /> : <ChatsBehind query={drill} />
}

function AllChats(): ReactNode {
  const scope = useScope()
  const { states, waiting, flagged, sort, ascending, contact } = useChatFilters()
  const { data: settings } = useAsk('settings', [], ['settings'])
  const pages = usePages(
    'conversations',
    { scope, states, waiting, flagged, sort, ascending, contact: contact.trim() },
    ['conversations', 'flags'],
  )
  const entries = useMemo(
    () => pages.rows.map((row) => entryOfRow(row, sort, settings?.targets)),
    [pages.rows, sort, settings?.targets],
  )
  return (
    <ChatPanes
      head={<ListHead total={pages.first?.total} />}
      entries={entries}
      total={pages.first?.total}
      asked={pages}
      paging={pages}
    />
  )
}

const listed = 500
const nothingMore = { hasMore: false, moreFailed: false, more: () => undefined }

function ChatsBehind({ query }: { readonly query: ExplainQuery }): ReactNode {
  const asked = useAsk('explain', [{ ...query, limit: listed }], ['numbers', 'conversations'])
  const { data: settings } = useAsk('settings', [], ['settings'])
  const explanation = asked.data
  const entries = useMemo(
    () => (explanation ? entriesOfEvidence(explanation, settings?.targets) : []),
    [explanation, settings?.targets],
  )
  const leftOut = useMemo(() => (explanation ? leftOutOf(explanation) : []), [explanation])
  const showLeftOut = useCallback(() => {
    document.getElementById('chats-left-out')?.scrollIntoView({ block: 'end' })
  }, [])
  return (
    <ChatPanes
      bar={<DrillBar query={query} explanation={explanation} onShowLeftOut={showLeftOut} />}
      head={<DrillHead query={query} explanation={explanation} />}
      entries={entries}
      total={explanation?.includedTotal}
      asked={asked}
      paging={nothingMore}
      leftOut={explanation && { rows: leftOut, total: explanation.excludedTotal }}
      behindNumber
    />
  )
}
