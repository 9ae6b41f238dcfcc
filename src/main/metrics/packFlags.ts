/**
 * Flags as bytes. Their ids name the rule, the conversation and mostly a time (`unresolved:v1:1778490000000`): each is
 * kept as what differs from the one before.
 */
import { flagRuleIds } from '../../shared/flags.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'
import type { FlagFact } from './facts.ts'
import {
  packOptional,
  packRow,
  packTime,
  packWord,
  unpackMany,
  unpackOptional,
  unpackRow,
  unpackTime,
  unpackWord,
} from './packWords.ts'

const bit = { danger: 1, namesRule: 2, endsInNumber: 4 } as const

export function packFlags(w: ByteWriter, flags: readonly FlagFact[], start: number): void {
  w.unsigned(flags.length)
  let before = ''
  for (const flag of flags) before = packFlag(w, flag, start, before)
}

export function unpackFlags(r: ByteReader, start: number): readonly FlagFact[] {
  let before = ''
  return unpackMany(r, () => {
    const rule = unpackWord(r, flagRuleIds)
    const bits = r.unsigned()
    const id = unpackId(r, before)
    before = id
    const number = (bits & bit.endsInNumber) === 0 ? '' : String(start + r.signed())
    return {
      ...unpackRest(r, start),
      id: ((bits & bit.namesRule) === 0 ? '' : `${rule}:`) + id + number,
      rule,
      severity: (bits & bit.danger) === 0 ? 'warning' : 'danger',
    }
  })
}

/** Passes over all of them. When the last cause ends: infinity where one holds, minus infinity where there is no flag. */
export function endOfFlags(r: ByteReader, start: number): number {
  let end = -Infinity
  for (let left = r.unsigned(); left > 0; left -= 1) {
    r.skip(1)
    const bits = r.unsigned()
    skipId(r)
    r.skip((bits & bit.endsInNumber) === 0 ? 2 : 3)
    const raisedAt = start + r.signed()
    r.skip(1)
    end = Math.max(end, unpackTime(r, raisedAt) ?? Infinity)
    for (let decimals = 2; decimals > 0; decimals -= 1) if (r.unsigned() !== 0) r.skipDecimal()
    if (r.unsigned() !== 0) r.skip(1)
    for (let texts = 2; texts > 0; texts -= 1) if (r.unsigned() !== 0) r.skipText()
    for (let messages = r.unsigned(); messages > 0; messages -= 1) skipId(r)
  }
  return end
}

function skipId(r: ByteReader): void {
  r.skip(1)
  r.skipText()
}

/** Returns what the next id is compared with: this one without its rule and number. */
function packFlag(w: ByteWriter, flag: FlagFact, start: number, before: string): string {
  const named = flag.id.startsWith(`${flag.rule}:`)
  const text = named ? flag.id.slice(flag.rule.length + 1) : flag.id
  const colon = text.lastIndexOf(':') + 1
  const number = numberIn(text.slice(colon))
  const id = number === null ? text : text.slice(0, colon)
  packWord(w, flagRuleIds, flag.rule)
  w.unsigned(
    (flag.severity === 'danger' ? bit.danger : 0) |
      (named ? bit.namesRule : 0) |
      (number === null ? 0 : bit.endsInNumber),
  )
  const shared = sharedLength(id, before)
  w.unsigned(shared)
  w.text(id.slice(shared))
  if (number !== null) w.signed(number - start)
  packRow(w, flag.agent)
  packRow(w, flag.team)
  w.signed(flag.raisedAt - start)
  w.signed(flag.raisedAt - flag.from)
  packTime(w, flag.endedAt, flag.raisedAt)
  packOptional(w, flag.seconds, (value) => w.decimal(value))
  packOptional(w, flag.target, (value) => w.decimal(value))
  packOptional(w, flag.code, (value) => w.signed(value))
  packOptional(w, flag.text, (value) => w.text(value))
  packOptional(w, flag.message, (value) => w.text(value))
  packMessages(w, flag)
  return id
}

function unpackId(r: ByteReader, before: string): string {
  const shared = r.unsigned()
  return before.slice(0, shared) + r.text()
}

function unpackRest(r: ByteReader, start: number): Omit<FlagFact, 'id' | 'rule' | 'severity'> {
  const agent = unpackRow(r)
  const team = unpackRow(r)
  const raisedAt = start + r.signed()
  const from = raisedAt - r.signed()
  const rest = {
    agent,
    team,
    from,
    raisedAt,
    endedAt: unpackTime(r, raisedAt),
    seconds: unpackOptional(r, () => r.decimal()),
    target: unpackOptional(r, () => r.decimal()),
    code: unpackOptional(r, () => r.signed()),
    text: unpackOptional(r, () => r.text()),
    message: unpackOptional(r, () => r.text()),
  }
  return { ...rest, messages: unpackMessages(r, rest.message ?? '') }
}

/** Ids of one source mostly begin alike: each is kept as what differs from the one before. */
function packMessages(w: ByteWriter, { message, messages }: FlagFact): void {
  w.unsigned(messages.length)
  let before = message ?? ''
  for (const id of messages) {
    const shared = sharedLength(id, before)
    w.unsigned(shared)
    w.text(id.slice(shared))
    before = id
  }
}

function unpackMessages(r: ByteReader, message: string): readonly string[] {
  let before = message
  return unpackMany(r, () => (before = unpackId(r, before)))
}

/** A whole number written the one usual way, so that writing it again gives the same text. */
function numberIn(text: string): number | null {
  const number = Number(text)
  return Number.isSafeInteger(number) && Math.abs(number) < 2 ** 50 && String(number) === text ? number : null
}

/** Length of the beginning two texts share; never half a character. */
function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1
  const last = length === 0 ? 0 : a.charCodeAt(length - 1)
  return last >= 0xd800 && last <= 0xdbff ? length - 1 : length
}
