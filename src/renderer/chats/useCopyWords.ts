import type { TimelineItem } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { authorOf } from './authors.ts'
import { copiedLine, wordsOf } from './copying.ts'
import type { Names } from './names.ts'

/** Messages and comments as lines with time and author. */
export function useCopyWords(names: Names): (items: readonly TimelineItem[]) => string {
  const text = useText('chats')
  const format = useFormat()
  return (items) =>
    items
      .flatMap((item) => {
        if (item.kind === 'message') {
          const words = wordsOf(item) ?? text(item.revoked ? 'message.revoked' : `message.type.${item.type}`)
          return [copiedLine(format.dateTime(item.at), authorOf(item, names, text), words)]
        }
        if (item.kind !== 'comment') return []
        const by = item.agent === null ? text('event.comment') : names.agent(item.agent)
        return [copiedLine(format.dateTime(item.at), by, item.text)]
      })
      .join('\n')
}
