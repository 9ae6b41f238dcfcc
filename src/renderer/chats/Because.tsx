import type { ReactNode } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import type { Conversation } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { useText, type Text } from '../ui/text.ts'
import type { Names } from './names.ts'
import { becauseOf, type Because as Reason, type Episode } from './why.ts'

interface BecauseProps {
  readonly conversation: Conversation
  readonly episode: Episode
  readonly names: Names
}

/** Why an episode counts as it does, in words, with the seconds as proof. */
export function Because({ conversation, episode, names }: BecauseProps): ReactNode {
  const text = useText('chats')
  const { exactTime } = useFormat()
  const sentences = becauseOf(conversation, episode).map((reason) => sentence(reason, text, names, exactTime))
  return <p className="chats-why">{sentences.join(' ')}</p>
}

function sentence(reason: Reason, text: Text, names: Names, time: (at: number) => string): string {
  switch (reason.kind) {
    case 'opened':
      return text(`why.openedBy.${reason.by}`, { at: time(reason.at) })
    case 'reply':
      return reason.agent === null
        ? text('why.replyUnnamed', { at: time(reason.at) })
        : text('why.reply', { who: names.agent(reason.agent), at: time(reason.at) })
    case 'bot':
      return text('why.bot', { count: reason.count, at: time(reason.at) })
    case 'excluded':
      return text(`why.excluded.${reason.reason}`)
    case 'closed':
      return reason.agent === null
        ? text('why.closed', { at: time(reason.at) })
        : text('why.closedBy', { who: names.agent(reason.agent), at: time(reason.at) })
    default:
      return assertNever(reason)
  }
}
