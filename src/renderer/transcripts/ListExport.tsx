import { type ReactNode, useState } from 'react'
import type { ConversationQuery } from '../../shared/contract.ts'
import { api, failureOf } from '../api.ts'
import { IconDownload } from '../ui/icons.ts'
import { tell } from '../ui/Notices.tsx'
import { useText } from '../ui/text.ts'
import { TranscriptDialog } from './TranscriptDialog.tsx'

/** So many chats are one file people can read; more go out as records. */
const most = 100

interface Listed {
  readonly conversations: readonly string[]
  readonly total: number
}

/** Opens the chats of a list as they print, from its top on. */
export function ListExport({
  query,
}: {
  readonly query: Omit<ConversationQuery, 'after' | 'limit'>
}): ReactNode {
  const text = useText('transcripts')
  const [listed, setListed] = useState<Listed | null>(null)
  async function open(): Promise<void> {
    try {
      const { rows, total } = await api.conversations({ ...query, after: null, limit: most })
      if (rows.length > 0) setListed({ conversations: rows.map(({ id }) => id), total })
    } catch (error) {
      tell(failureOf(error))
    }
  }
  return (
    <>
      <button
        type="button"
        className="chats-icon-button"
        aria-label={text('exportList')}
        title={text('exportList')}
        onClick={() => void open()}
      >
        <IconDownload />
      </button>
      {listed !== null && <TranscriptDialog {...listed} onClose={() => setListed(null)} />}
    </>
  )
}
