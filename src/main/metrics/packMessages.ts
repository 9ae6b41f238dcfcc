/** The messages of a conversation as bytes: most of what facts are made of, so every byte counts. */
import { authors } from '../../shared/records.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'
import type { MessageFact } from './facts.ts'

const bit = {
  out: 1,
  counts: 2,
  sameHolder: 4,
  hasAgent: 8,
  tracked: 16,
  delivered: 32,
  read: 64,
  failed: 128,
  windowKnown: 256,
  inWindow: 512,
  hasError: 1024,
} as const
const authorShift = 2048

/** Each message as what differs from the one before; a packed message takes about ten bytes. */
export function packMessages(w: ByteWriter, messages: readonly MessageFact[], start: number): void {
  w.unsigned(messages.length)
  let k = 0
  let at = start
  let assigned = -1
  let team = -1
  for (const message of messages) {
    const sameHolder = message.assigned === assigned && message.team === team
    w.unsigned(
      (message.direction === 'out' ? bit.out : 0) +
        (message.counts ? bit.counts : 0) +
        (sameHolder ? bit.sameHolder : 0) +
        (message.agent >= 0 ? bit.hasAgent : 0) +
        (message.tracked ? bit.tracked : 0) +
        (message.delivered ? bit.delivered : 0) +
        (message.read ? bit.read : 0) +
        (message.failed ? bit.failed : 0) +
        (message.inWindow === null ? 0 : bit.windowKnown) +
        (message.inWindow === true ? bit.inWindow : 0) +
        (message.errorCode === -1 ? 0 : bit.hasError) +
        authors.indexOf(message.author) * authorShift,
    )
    w.signed(message.k - k)
    w.signed(message.at - at)
    if (message.agent >= 0) w.unsigned(message.agent)
    if (!sameHolder) {
      w.unsigned(message.assigned + 1)
      w.unsigned(message.team + 1)
    }
    if (message.errorCode !== -1) w.signed(message.errorCode)
    ;({ k, at, assigned, team } = message)
  }
}

export function unpackMessages(r: ByteReader, start: number): readonly MessageFact[] {
  const count = r.unsigned()
  const messages: MessageFact[] = []
  let k = 0
  let at = start
  let assigned = -1
  let team = -1
  for (let index = 0; index < count; index++) {
    const bits = r.unsigned()
    k += r.signed()
    at += r.signed()
    const agent = (bits & bit.hasAgent) === 0 ? -1 : r.unsigned()
    if ((bits & bit.sameHolder) === 0) {
      assigned = r.unsigned() - 1
      team = r.unsigned() - 1
    }
    messages.push({
      k,
      at,
      direction: (bits & bit.out) === 0 ? 'in' : 'out',
      counts: (bits & bit.counts) !== 0,
      author: authors[Math.floor(bits / authorShift)] ?? 'unknown',
      agent,
      assigned,
      team,
      tracked: (bits & bit.tracked) !== 0,
      delivered: (bits & bit.delivered) !== 0,
      read: (bits & bit.read) !== 0,
      failed: (bits & bit.failed) !== 0,
      errorCode: (bits & bit.hasError) === 0 ? -1 : r.signed(),
      inWindow: (bits & bit.windowKnown) === 0 ? null : (bits & bit.inWindow) !== 0,
    })
  }
  return messages
}
