import { hasText, writtenByCustomer, type Chat, type ChatMessage } from './chat.ts'
import { asks } from './asking.ts'
import { failed, notApplicable, passed, type Check } from './finding.ts'

/**
 * The customer's last question before each close got an answer of a person or a bot; an automatic acknowledgement is none.
 * What was answered with is for people to judge.
 */
export const leftUnanswered: Check = (chat) => {
  if (chat.closedAt.length === 0) return notApplicable('not_closed')
  const questions = chat.closedAt.flatMap((close, index) => {
    const stretch = between(chat, chat.closedAt[index - 1] ?? Number.NEGATIVE_INFINITY, close)
    return lastQuestion(stretch) ?? []
  })
  const last = questions.at(-1)
  if (last === undefined) return notApplicable('no_question')
  const open = questions.find(({ answered }) => !answered)
  return open === undefined ? passed('answered', null, [last.id]) : failed('unanswered', null, [open.id])
}

function between(chat: Chat, from: number, to: number): Chat {
  return { ...chat, messages: chat.messages.filter(({ at }) => at > from && at <= to) }
}

function lastQuestion(chat: Chat): { readonly id: string; readonly answered: boolean } | null {
  const question = writtenByCustomer(chat).findLast(({ text }) => asks(text))
  if (question === undefined) return null
  const after = chat.messages.slice(chat.messages.indexOf(question) + 1)
  return { id: question.id, answered: after.some(answers) }
}

function answers(message: ChatMessage): boolean {
  // A picture or a document answers as well as words do.
  return message.from === 'agent' || (message.from === 'bot' && hasText(message))
}
