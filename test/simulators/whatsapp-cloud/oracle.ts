/** What a console must hold in the end, however the day's messages reached it. */
import type { contentTypes, authors } from '../../../src/shared/records.ts'

export interface OracleMessage {
  readonly id: string
  readonly channel: string
  /** The person or group, by the key of `Oracle.contacts`. */
  readonly contactKey: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly direction: 'in' | 'out'
  readonly type: (typeof contentTypes)[number]
  readonly author: { readonly type: (typeof authors)[number]; readonly id: string | null }
  readonly text: string | null
  readonly statuses: readonly ('sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted')[]
}

interface OracleContact {
  readonly key: string
  /** Every id this contact went by: `wa_id` and BSUIDs, or the group's id. */
  readonly ids: readonly string[]
}

export interface Oracle {
  readonly messages: readonly OracleMessage[]
  readonly contacts: readonly OracleContact[]
  readonly conversations: number
  readonly assignments: number
  readonly comments: number
  readonly closings: number
  /** Kinds of notices that must be there. */
  readonly notices: readonly string[]
  /** Bodies and lines that must be in quarantine, counted once each. */
  readonly rejects: number
}

/** The oracle while the day is being made up: messages are found by id, so that a later status can be noted. */
export interface Ledger {
  readonly messages: Map<string, OracleMessage>
  readonly contacts: Map<string, Set<string>>
  readonly notices: Set<string>
  conversations: number
  assignments: number
  comments: number
  closings: number
  rejects: number
}

export function startLedger(): Ledger {
  return {
    messages: new Map(),
    contacts: new Map(),
    notices: new Set(),
    conversations: 0,
    assignments: 0,
    comments: 0,
    closings: 0,
    rejects: 0,
  }
}

export function noteMessage(ledger: Ledger, message: Omit<OracleMessage, 'statuses'>): void {
  ledger.messages.set(message.id, { ...message, statuses: [] })
}

export function noteStatus(ledger: Ledger, id: string, status: OracleMessage['statuses'][number]): void {
  const message = ledger.messages.get(id)
  if (message === undefined) throw new Error(`a status for ${id}, which was never made up`)
  if (message.statuses.includes(status)) return
  ledger.messages.set(id, { ...message, statuses: [...message.statuses, status] })
}

export function noteContact(ledger: Ledger, key: string, ids: readonly string[]): void {
  const known = ledger.contacts.get(key) ?? new Set<string>()
  for (const id of ids) known.add(id)
  ledger.contacts.set(key, known)
}

export function closeLedger(ledger: Ledger): Oracle {
  const { messages, contacts, notices, ...counts } = ledger
  return {
    messages: [...messages.values()].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1)),
    contacts: [...contacts].map(([key, ids]) => ({ key, ids: [...ids].sort() })),
    notices: [...notices].sort(),
    ...counts,
  }
}
