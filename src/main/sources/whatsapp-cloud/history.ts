/** The back history of a number shared with the phone app: up to 180 days, once, in chunks of any order. */
import { joined, personOf, type Line, type Person } from './contacts.ts'
import type { Draft } from './draft.ts'
import { addMessage } from './messages.ts'
import { at, fieldsOf, filled, listOf, numberOf, textOf, type Fields } from './value.ts'

const declined = 2593109

/** Adds one chunk of history: its threads' messages with their final statuses, or the reason it was not shared. */
export function addHistory(draft: Draft, value: unknown, line: Line, people: readonly Person[]): void {
  const chunk = fieldsOf(value)
  if (chunk === null) return draft.reject('a part of the history that is no object', value)
  const threads = listOf(chunk['threads'])
  for (const thread of threads) addThread(draft, thread, line, people)
  const errors = listOf(chunk['errors'])
  for (const error of errors) noteError(draft, error, line)
  noteProgress(draft, chunk, line)
  if (threads.length === 0 && errors.length === 0 && fieldsOf(chunk['metadata']) === null)
    draft.reject('a part of the history without threads or errors', value)
}

function addThread(draft: Draft, value: unknown, line: Line, people: readonly Person[]): void {
  const thread = fieldsOf(value)
  if (thread === null) return draft.reject('a thread of the history that is no object', value)
  const customer = customerOf(thread)
  for (const message of listOf(thread['messages'])) {
    const status = textOf(at(message, 'history_context', 'status'))
    const mapped = addMessage(draft, message, {
      line,
      people,
      customer,
      sender: 'either',
      extra: filled({ history: true, historyStatus: status }),
    })
    if (mapped?.direction === 'out' && status !== null) addFinalStatus(draft, mapped, status)
  }
}

function customerOf(thread: Fields): Person | null {
  const byId = personOf({ phone: thread['id'] })
  const context = fieldsOf(thread['context'])
  const byContext =
    context === null
      ? null
      : personOf({
          phone: context['wa_id'],
          bsuids: [context['user_id'], context['parent_user_id']],
          username: context['username'],
        })
  return byId === null || byContext === null ? (byId ?? byContext) : joined(byContext, byId)
}

/** History states how a message ended, not when: the status stands at the message's own time and says so. */
function addFinalStatus(draft: Draft, message: { id: string; at: number }, status: string): void {
  const name = status === 'ERROR' ? 'failed' : status.toLowerCase()
  draft.add({
    kind: 'message_status',
    message: message.id,
    // PENDING and whatever comes later become `unknown` with the original in `extra`.
    status: name as 'sent',
    at: message.at,
    extra: { history: true, timeUnknown: true },
  })
}

function noteError(draft: Draft, error: unknown, line: Line): void {
  const code = numberOf(at(error, 'code'))
  const title = textOf(at(error, 'title')) ?? textOf(at(error, 'message')) ?? 'no reason given'
  draft.notice({
    id: `history:${line.channel ?? ''}:error:${code ?? title}`,
    at: draft.receivedAt,
    severity: 'warning',
    kind: code === declined ? 'history_declined' : 'history_error',
    text:
      code === declined
        ? 'The business chose not to share its chat history from the phone app. Messages from now on still arrive.'
        : `The chat history of the phone app did not arrive: ${title} (${code ?? 'no code'}).`,
  })
}

function noteProgress(draft: Draft, chunk: Fields, line: Line): void {
  const progress = numberOf(at(chunk, 'metadata', 'progress'))
  if (progress === null || progress < 100) return
  draft.notice({
    id: `history:${line.channel ?? ''}:complete`,
    at: draft.receivedAt,
    severity: 'info',
    kind: 'history_complete',
    text: 'The cloud has sent the whole chat history of the phone app for this number.',
  })
}
