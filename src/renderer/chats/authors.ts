import type { MessageItem } from '../../shared/contract.ts'
import type { Text } from '../ui/text.ts'
import type { Names } from './names.ts'

/** Who wrote a message: a name where one is known, else what kind of author; `text` is that of the namespace `chats`. */
export function authorOf({ author }: MessageItem, names: Names, text: Text): string {
  return author.agent === null ? text(`message.author.${author.type}`) : names.agent(author.agent)
}
