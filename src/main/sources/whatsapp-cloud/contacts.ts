/**
 * Who a message is from or to. Since usernames came, a phone number may be missing and the business-scoped user id
 * (BSUID) is what stays; the two appear together often enough for the store to unite them by their aliases.
 */
import type { Draft } from './draft.ts'
import { at, digitsOf, fieldsOf, listOf, textOf, type Fields } from './value.ts'

/** All the names one person was given in one place. Any may be missing, never all. */
export interface Person {
  readonly waId: string | null
  readonly bsuids: readonly string[]
  readonly username: string | null
  readonly name: string | null
}

/** A BSUID: a country, an optional `ENT` for linked portfolios, then letters and digits. */
const bsuidShape = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/

/**
 * A person from the ids found in a payload. `phone` holds a phone-like id, but BSUIDs have been met there in practice,
 * so its shape decides. Null when no id is given.
 */
export function personOf(ids: {
  readonly phone?: unknown
  readonly bsuids?: readonly unknown[]
  readonly username?: unknown
  readonly name?: unknown
}): Person | null {
  const phone = textOf(ids.phone)
  const phoneIsBsuid = phone !== null && bsuidShape.test(phone)
  const waId = phone === null || phoneIsBsuid ? null : (digitsOf(phone) ?? phone)
  const bsuids = unique([...(phoneIsBsuid ? [phone] : []), ...(ids.bsuids ?? []).map(textOf)])
  if (waId === null && bsuids.length === 0) return null
  return {
    waId,
    bsuids,
    username: textOf(ids.username)?.replace(/^@/, '') ?? null,
    name: textOf(ids.name),
  }
}

/** The id a person's contact record gets: by phone where one is known, else by BSUID. */
function contactId(person: Person): string {
  return person.waId === null ? `bsuid:${person.bsuids[0] ?? ''}` : `wa:${person.waId}`
}

/** The people a value lists in `contacts`. */
export function peopleOf(value: Fields): readonly Person[] {
  return listOf(value['contacts']).flatMap((entry) => personOfContact(entry) ?? [])
}

function personOfContact(entry: unknown): Person | null {
  const contact = fieldsOf(entry)
  if (contact === null) return null
  return personOf({
    phone: contact['wa_id'],
    bsuids: [contact['user_id'], contact['parent_user_id']],
    username: at(contact, 'profile', 'username') ?? contact['username'],
    name: at(contact, 'profile', 'name'),
  })
}

/** The person joined with what the `contacts` list says of the same one: found by any id they share. */
export function completed(person: Person, people: readonly Person[]): Person {
  const match = people.find(
    (other) =>
      (other.waId !== null && other.waId === person.waId) ||
      other.bsuids.some((id) => person.bsuids.includes(id)),
  )
  return match === undefined ? person : joined(person, match)
}

/** Two descriptions of one person as one; the first is preferred where they differ. */
export function joined(person: Person, other: Person): Person {
  return {
    waId: person.waId ?? other.waId,
    bsuids: unique([...person.bsuids, ...other.bsuids]),
    username: person.username ?? other.username,
    name: person.name ?? other.name,
  }
}

/** Further fields of a contact record that one payload may state. */
export interface ContactFacts {
  readonly optedInAt?: number
  readonly optedOutAt?: number
  readonly addedAt?: number
  readonly addedBy?: 'agent'
  readonly deletedAt?: number
  /** Earlier names of the same person. */
  readonly formerly?: readonly Person[]
  readonly extra?: Record<string, unknown>
}

/** Adds the person's contact record as known at a time, and gives its id. */
export function addContact(
  draft: Draft,
  person: Person,
  updatedAt: number,
  facts: ContactFacts = {},
): string {
  const { formerly = [], extra, ...stated } = facts
  const id = contactId(person)
  draft.add({
    kind: 'contact',
    id,
    updatedAt,
    name: person.name,
    phone: phoneOf(person.waId),
    aliases: distinct([person, ...formerly].flatMap(aliasesOf)),
    ...stated,
    ...(extra === undefined ? {} : { extra }),
  })
  return id
}

interface Alias {
  readonly type: 'wa_id' | 'bsuid' | 'phone' | 'username'
  readonly value: string
}

function distinct(aliases: readonly Alias[]): Alias[] {
  return [...new Map(aliases.map((alias) => [`${alias.type} ${alias.value}`, alias])).values()]
}

function aliasesOf(person: Person): Alias[] {
  const phone = phoneOf(person.waId)
  return [
    ...(person.waId === null ? [] : [{ type: 'wa_id' as const, value: person.waId }]),
    ...(phone === null ? [] : [{ type: 'phone' as const, value: phone }]),
    ...person.bsuids.map((value) => ({ type: 'bsuid' as const, value })),
    ...(person.username === null ? [] : [{ type: 'username' as const, value: person.username }]),
  ]
}

/** A WhatsApp id of digits is a phone number in international form without its plus sign. */
function phoneOf(waId: string | null): string | null {
  return waId !== null && /^\d+$/.test(waId) ? `+${waId}` : null
}

/** The contact that stands for a group, where the cloud names no single person. */
export function addGroup(draft: Draft, group: string, name: string | null, updatedAt: number): string {
  const id = `group:${group}`
  draft.add({
    kind: 'contact',
    id,
    updatedAt,
    name,
    aliases: [{ type: 'external', value: group }],
    extra: { group: true },
  })
  return id
}

/** The business's side of a value: its phone number, which is the channel. */
export interface Line {
  /** `phone_number_id`; null where the payload names none. */
  readonly channel: string | null
  /** Digits of the displayed number, to tell which side of a message is ours. */
  readonly number: string | null
}

/** Reads `metadata` and adds the channel it names. */
export function addLine(draft: Draft, value: Fields): Line {
  const channel = textOf(at(value, 'metadata', 'phone_number_id'))
  const number = digitsOf(at(value, 'metadata', 'display_phone_number'))
  if (channel !== null)
    draft.add({
      kind: 'channel',
      id: channel,
      platform: 'whatsapp',
      phone: number === null ? null : `+${number}`,
    })
  return { channel, number }
}

function unique(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))]
}
