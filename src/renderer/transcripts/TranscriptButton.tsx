import { type ReactNode, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { IconDownload } from '../ui/icons.ts'
import { useText } from '../ui/text.ts'
import { TranscriptDialog } from './TranscriptDialog.tsx'

/** Opens chats as they print, to keep them as a file or on paper. */
export function TranscriptButton({
  conversations,
}: {
  readonly conversations: readonly string[]
}): ReactNode {
  const text = useText('transcripts')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<IconDownload />} disabled={conversations.length === 0} onClick={() => setOpen(true)}>
        {text('export')}
      </Button>
      {open && <TranscriptDialog conversations={conversations} onClose={() => setOpen(false)} />}
    </>
  )
}
