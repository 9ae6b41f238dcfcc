/** The people of the day: customers with their many ids, the team, and the business's numbers. */
import type { Random } from './random.ts'
import { noteContact, type Ledger } from './oracle.ts'
import type { Switches } from './switches.ts'

export interface Customer {
  readonly key: string
  readonly name: string
  readonly phone: string
  readonly username: string | null
  readonly parent: string
  /** Current BSUID; renewed now and then. */
  bsuid: string
  /** The phone number is never shown. */
  readonly hidden: boolean
}

export interface Line {
  readonly phone_number_id: string
  readonly display_phone_number: string
}

export const waba = '700000000000001'
export const lines: readonly Line[] = [
  { phone_number_id: '800000000000001', display_phone_number: '493055501' },
  { phone_number_id: '800000000000002', display_phone_number: '33155502' },
]
export const agents = ['ana', 'bo', 'chidi', 'dede', 'emi', 'farah'] as const

const firstNames = [
  'Li',
  'Amal',
  'José',
  'Zoë',
  'Ngozi',
  'Ольга',
  '山田',
  'فاطمة',
  'Jürgen',
  'Priya',
] as const
const lastNames = [
  'Wu',
  'Haddad',
  'Núñez',
  'Ó Briain',
  'Okafor',
  'Иванова',
  '花子',
  'Müller',
  'Rao',
  '🌵',
] as const

export function createCustomer(random: Random, ledger: Ledger, number: number, switches: Switches): Customer {
  const customer: Customer = {
    key: `person-${number}`,
    name: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
    phone: `4917${String(1_000_000 + number)}`,
    username: random.chance(0.3) ? `user.${number}` : null,
    parent: `DE.ENT.${random.hex(20)}`,
    bsuid: `DE.${random.hex(20)}`,
    hidden: random.chance(switches.hiddenNumbers),
  }
  noteContact(ledger, customer.key, idsOf(customer))
  return customer
}

function idsOf(customer: Customer): string[] {
  return [...(customer.hidden ? [] : [customer.phone]), customer.bsuid, customer.parent]
}

/** Gives the customer a new BSUID; answers the old one. */
export function renewUserId(random: Random, ledger: Ledger, customer: Customer): string {
  const previous = customer.bsuid
  customer.bsuid = `DE.${random.hex(20)}`
  noteContact(ledger, customer.key, idsOf(customer))
  return previous
}

/** The `contacts` entry beside a message or a status. */
export function contactOf(customer: Customer): object {
  return {
    profile: {
      name: customer.name,
      ...(customer.username === null ? {} : { username: `@${customer.username}` }),
    },
    ...(customer.hidden ? {} : { wa_id: customer.phone }),
    user_id: customer.bsuid,
    parent_user_id: customer.parent,
  }
}

/** The sender's fields of a message. */
export function senderOf(customer: Customer): object {
  return {
    ...(customer.hidden ? {} : { from: customer.phone }),
    from_user_id: customer.bsuid,
    from_parent_user_id: customer.parent,
  }
}

/** The receiver's fields of a status. */
export function recipientOf(customer: Customer): object {
  return {
    ...(customer.hidden ? {} : { recipient_id: customer.phone }),
    recipient_user_id: customer.bsuid,
    parent_recipient_user_id: customer.parent,
  }
}

/** What an inbox tool calls the contact: the same rule as the console's, from the same ids. */
export function toolContact(customer: Customer): string {
  return customer.hidden ? `bsuid:${customer.bsuid}` : `wa:${customer.phone}`
}
