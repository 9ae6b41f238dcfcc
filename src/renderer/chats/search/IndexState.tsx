import { useState, type ReactNode } from 'react'
import { api, failureOf, useAsk } from '../../api.ts'
import { useFormat } from '../../ui/format.ts'
import { tell } from '../../ui/Notices.tsx'
import { useText } from '../../ui/text.ts'

/** One line while the index does not hold everything: how far it is, or that it is damaged and can be made anew. */
export function IndexState(): ReactNode {
  const text = useText('search')
  const format = useFormat()
  const { data: index } = useAsk('searchIndex', [], ['search'])
  const [asked, ask] = useState(false)
  if (index === undefined || index.state === 'ready') return null
  const total = index.indexed + index.pending
  async function rebuild(): Promise<void> {
    ask(true)
    try {
      await api.rebuildSearch()
    } catch (error) {
      tell(failureOf(error))
    } finally {
      ask(false)
    }
  }
  return (
    <output className="search-index">
      <span>
        {text(`index.${index.state}`, {
          count: index.pending,
          pending: format.count(index.pending),
          indexed: format.count(index.indexed),
          total: format.count(total),
        })}
        {index.state === 'damaged' && (
          <>
            {' '}
            <button type="button" className="chats-link" disabled={asked} onClick={() => void rebuild()}>
              {text('index.rebuild')}
            </button>
          </>
        )}
      </span>
      {index.state !== 'damaged' && total > 0 && (
        <progress max={total} value={index.indexed} aria-label={text('index.label')} />
      )}
    </output>
  )
}
