import type { ReactNode } from 'react'
import { useHotkeys } from '../chats/hotkeys.ts'
import { Button } from '../ui/Button.tsx'
import { IconFlag } from '../ui/icons.ts'
import { useText } from '../ui/text.ts'
import { flagByHand } from './raising.ts'

interface FlagChatButtonProps {
  readonly conversation: string
  /** The message the chat is shown at, which is then the one that is meant. */
  readonly message: string | null
}

/** Flags the open chat, or the message it is shown at, by hand: `X`. */
export function FlagChatButton({ conversation, message }: FlagChatButtonProps): ReactNode {
  const text = useText('flagging')
  const flag = () => flagByHand(conversation, message)
  useHotkeys({ x: flag })
  return (
    <Button icon={<IconFlag />} keys="X" onClick={flag}>
      {text('raise.button')}
    </Button>
  )
}
