/** The messages of a conversation as bytes: most of what facts are made of, so every byte counts. */
import { authors } from '../../shared/records.ts'
import { formats } from './bits.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'
import type { MessageFact } from './facts.ts'

// Fourteen bits take two bytes: what is rare has a number of its own behind the last one.
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
  more: 8192,
} as const
const authorShift = 10

const rare = { hasError: 1, hasTemplate: 2, hasPricing: 4, billable: 8 } as const
/** 0: no format, else its index + 1. */
const formatShift = 4

const authorCodes = new Map(authors.map((author, code) => [author, code << authorShift]))

/** Each message as what differs from the one before; `start` and `base` are near the first time and k. */
export function packMessages(
  w: ByteWriter,
  messages: readonly MessageFact[],
  start: number,
  base: number,
): void {
  w.unsigned(messages.length)
  let k = base
  let at = start
  let assigned = -1
  let team = -1
  for (const message of messages) {
    const sameHolder = message.assigned === assigned && message.team === team
    const rest = rareBits(message)
    w.unsigned(commonBits(message) | (sameHolder ? bit.sameHolder : 0) | (rest === 0 ? 0 : bit.more))
    w.signed(message.k - k)
    w.signed(message.at - at)
    if (message.agent >= 0) w.unsigned(message.agent)
    if (!sameHolder) {
      w.unsigned(message.assigned + 1)
      w.unsigned(message.team + 1)
    }
    if (rest !== 0) packRare(w, message, rest)
    k = message.k
    at = message.at
    assigned = message.assigned
    team = message.team
  }
}

function commonBits(message: MessageFact): number {
  return (
    (message.direction === 'out' ? bit.out : 0) |
    (message.counts ? bit.counts : 0) |
    (message.agent >= 0 ? bit.hasAgent : 0) |
    (message.tracked ? bit.tracked : 0) |
    (message.delivered ? bit.delivered : 0) |
    (message.read ? bit.read : 0) |
    (message.failed ? bit.failed : 0) |
    (message.inWindow === null ? 0 : message.inWindow ? bit.windowKnown | bit.inWindow : bit.windowKnown) |
    (authorCodes.get(message.author) ?? 0)
  )
}

function rareBits({ errorCode, template, pricing, billable, format }: MessageFact): number {
  return (
    (errorCode === -1 ? 0 : rare.hasError) |
    (template < 0 ? 0 : rare.hasTemplate) |
    (pricing < 0 ? 0 : rare.hasPricing) |
    (billable ? rare.billable : 0) |
    (format === null ? 0 : (formats.indexOf(format) + 1) << formatShift)
  )
}

function packRare(w: ByteWriter, message: MessageFact, bits: number): void {
  w.unsigned(bits)
  if (message.errorCode !== -1) w.signed(message.errorCode)
  if (message.template >= 0) w.unsigned(message.template)
  if (message.pricing >= 0) w.unsigned(message.pricing)
}

/** Passes over them. */
export function skipMessages(r: ByteReader): void {
  for (let left = r.unsigned(); left > 0; left -= 1) {
    const bits = r.unsigned()
    r.skip(2 + ((bits & bit.hasAgent) === 0 ? 0 : 1) + ((bits & bit.sameHolder) === 0 ? 2 : 0))
    const rest = (bits & bit.more) === 0 ? 0 : r.unsigned()
    for (const held of [rare.hasError, rare.hasTemplate, rare.hasPricing]) if ((rest & held) !== 0) r.skip(1)
  }
}

export function unpackMessages(r: ByteReader, start: number, base: number): readonly MessageFact[] {
  const count = r.unsigned()
  const messages: MessageFact[] = []
  let k = base
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
    const rest = (bits & bit.more) === 0 ? 0 : r.unsigned()
    messages.push({
      k,
      at,
      direction: (bits & bit.out) === 0 ? 'in' : 'out',
      counts: (bits & bit.counts) !== 0,
      author: authors[(bits >> authorShift) & 7] ?? 'unknown',
      agent,
      assigned,
      team,
      tracked: (bits & bit.tracked) !== 0,
      delivered: (bits & bit.delivered) !== 0,
      read: (bits & bit.read) !== 0,
      failed: (bits & bit.failed) !== 0,
      errorCode: (rest & rare.hasError) === 0 ? -1 : r.signed(),
      inWindow: (bits & bit.windowKnown) === 0 ? null : (bits & bit.inWindow) !== 0,
      format: formats[(rest >> formatShift) - 1] ?? null,
      template: (rest & rare.hasTemplate) === 0 ? -1 : r.unsigned(),
      pricing: (rest & rare.hasPricing) === 0 ? -1 : r.unsigned(),
      billable: (rest & rare.billable) !== 0,
    })
  }
  return messages
}
