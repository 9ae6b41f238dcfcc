import { typedByAgents, writtenByAgents, writtenByCustomer, type Chat, type Written } from './chat.ts'
import { cardsIn } from './cards.ts'
import { failed, notApplicable, passed, type BecauseCode, type Check } from './finding.ts'
import { hostAllowed } from './hosts.ts'
import { ibansIn } from './ibans.ts'

/**
 * No agent wrote a card number, a bank account or somebody's e-mail address. An address the customer wrote in this chat is
 * theirs to hear again, one of the company is no secret. What was found is told masked.
 */
export const personalData: Check = (chat, { allowed = [] }, { ownHosts }) => {
  if (writtenByAgents(chat).length === 0) return notApplicable('no_agent_message')
  const theirs = addressesOfCustomer(chat)
  const isKnown = (address: string) =>
    theirs.has(address) || hostAllowed(address.slice(address.indexOf('@') + 1), [...ownHosts, ...allowed])
  const found = typedByAgents(chat).flatMap((message) => findIn(message, isKnown))
  const [first] = found
  if (first === undefined) return passed('no_personal_data')
  return failed(first.code, first.masked, [...new Set(found.map(({ message }) => message))])
}

interface Found {
  readonly message: string
  readonly code: BecauseCode
  readonly masked: string
}

function findIn({ id, text }: Written, isKnown: (address: string) => boolean): readonly Found[] {
  return [
    ...cardsIn(text).map((digits): Found => ({ message: id, code: 'card', masked: `…${digits.slice(-4)}` })),
    ...ibansIn(text).map((iban): Found => ({
      message: id,
      code: 'iban',
      masked: `${iban.slice(0, 2)}…${iban.slice(-4)}`,
    })),
    ...addressesIn(text)
      .filter((address) => !isKnown(address))
      .map((address): Found => ({ message: id, code: 'email', masked: masked(address) })),
  ]
}

/** Bounded in each part: no text makes it slow. Chinese may stand right before an address. */
const addresses =
  /(?<![[\p{L}--\p{Script=Han}]\d._%+\-])[[\p{L}--\p{Script=Han}]\d._%+\-]{1,64}@(?:[\p{L}\d\-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\d])/gv

/** The e-mail addresses in a text, lower case. */
export function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(addresses)].map(([address]) => address.toLowerCase())
}

function addressesOfCustomer(chat: Chat): ReadonlySet<string> {
  return new Set(writtenByCustomer(chat).flatMap(({ text }) => addressesIn(text)))
}

function masked(address: string): string {
  return `${String.fromCodePoint(address.codePointAt(0) ?? 0)}…${address.slice(address.indexOf('@'))}`
}
