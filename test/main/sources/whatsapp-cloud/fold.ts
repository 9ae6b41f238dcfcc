/** The least a store must do with records, for tests of the source alone: unite contacts by alias, merge messages by id. */
import type { SourceRecord } from '../../../../src/shared/records.ts'
import type { Oracle, OracleMessage } from '../../../simulators/whatsapp-cloud/oracle.ts'

type Message = Extract<SourceRecord, { kind: 'message' }>

/** What is held in the end, in the oracle's own shape and order. */
export function fold(records: readonly SourceRecord[], oracle: Oracle): Oracle['messages'] {
  const keyOf = uniteContacts(records, oracle)
  const messages = new Map<string, Message>()
  const statuses = new Map<string, Set<string>>()
  for (const record of records) {
    if (record.kind === 'message') messages.set(record.id, merged(messages.get(record.id), record))
    if (record.kind === 'message_status')
      statuses.set(record.message, (statuses.get(record.message) ?? new Set()).add(record.status))
  }
  return [...messages.values()]
    .map((message): OracleMessage => ({
      id: message.id,
      channel: message.channel ?? '',
      contactKey: keyOf(message.contact ?? ''),
      at: message.at,
      direction: message.direction === 'out' ? 'out' : 'in',
      type: message.content.type,
      author: message.author,
      text: message.content.text,
      statuses: [...(statuses.get(message.id) ?? [])].filter(
        (name) => name !== 'unknown',
      ) as OracleMessage['statuses'],
    }))
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
}

/** Order-free: the fuller record wins, then the earlier one. */
function merged(one: Message | undefined, other: Message): Message {
  if (one === undefined) return other
  const rank = (message: Message) =>
    (message.extra?.['fromStatus'] === true ? 0 : 4) +
    (message.content.type === 'unknown' ? 0 : 2) +
    (message.author.type === 'agent' ? 1 : 0)
  const difference = rank(one) - rank(other)
  if (difference !== 0) return difference > 0 ? one : other
  return one.at <= other.at ? one : other
}

function uniteContacts(records: readonly SourceRecord[], oracle: Oracle): (contact: string) => string {
  const parents = new Map<string, string>()
  function root(name: string): string {
    const parent = parents.get(name)
    if (parent === undefined || parent === name) return name
    const found = root(parent)
    parents.set(name, found)
    return found
  }
  for (const record of records) {
    if (record.kind !== 'contact') continue
    for (const alias of record.aliases)
      if (alias.type !== 'username')
        parents.set(root(`${alias.type} ${alias.value}`), root(`id ${record.id}`))
  }
  const keys = new Map<string, string>()
  for (const { key, ids } of oracle.contacts)
    for (const id of ids)
      for (const type of ['wa_id', 'bsuid', 'external']) keys.set(root(`${type} ${id}`), key)
  return (contact) => keys.get(root(`id ${contact}`)) ?? `nobody known as ${contact}`
}
