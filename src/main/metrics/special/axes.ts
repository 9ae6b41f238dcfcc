/** The dimensions the special metrics may be broken down by: what a thing is called along each. */
import { assertNever } from '../../../shared/assertNever.ts'
import type { Dimension, Scope } from '../../../shared/contract.ts'
import { authors, openers } from '../../../shared/records.ts'
import { authorOf, closerOf, errorCodeOf } from '../bits.ts'
import type { TimeDimension } from '../buckets.ts'
import { quarterMs, timeBuckets } from '../buckets.ts'
import { ofMessages } from '../selection.ts'
import type { WordKind } from '../streams.ts'
import { streams } from '../streams.ts'
import type { SpecialAxis } from './cells.ts'

/** Names of codes, as the contract shows them. */
export interface AxisNames {
  agent(code: number): string | null
  team(code: number): string | null
  channel(slot: number): string | null
  category(slot: number): string | null
  template(word: number): string | null
}

const timeDimensions: ReadonlySet<Dimension> = new Set<TimeDimension>([
  'day',
  'week',
  'month',
  'hour',
  'weekday',
  'weekday-hour',
])
const linearDimensions: ReadonlySet<Dimension> = new Set<TimeDimension>(['day', 'week', 'month'])

export function isTimeDimension(dimension: Dimension): dimension is TimeDimension {
  return timeDimensions.has(dimension)
}

/** An axis of a question about `scope`. What no row has a word for is null on it. @throws RangeError for an unknown zone. */
export function specialAxis(dimension: Dimension, scope: Scope, names: AxisNames): SpecialAxis {
  if (isTimeDimension(dimension)) return timeAxis(dimension, scope)
  const keyAt = keyOf(dimension, names)
  return {
    dimension,
    keyAt: (things, index, at) => things.labels?.[dimension]?.(index) ?? keyAt(things, index, at),
    time: null,
  }
}

function keyOf(dimension: Exclude<Dimension, TimeDimension>, names: AxisNames): SpecialAxis['keyAt'] {
  switch (dimension) {
    case 'agent':
      return ({ agent }, index) => names.agent(agent[index] ?? 0)
    case 'team':
      return ({ team }, index) => names.team(team[index] ?? 0)
    case 'channel':
      return ({ slot }, index) => names.channel(slot[index] ?? -1)
    case 'category':
      return ({ slot }, index) => names.category(slot[index] ?? -1)
    case 'opened-by':
      return ({ opener }, index) => openers[opener[index] ?? -1] ?? null
    case 'author':
      return ({ stream, bits }, index) =>
        stream !== undefined && ofMessages.has(stream)
          ? (authors[authorOf(bits?.[index] ?? 0)] ?? null)
          : null
    case 'template':
      return wordsOf('template', names.template)
    case 'error':
      return wordsOf('error', (word) => {
        const code = errorCodeOf(word)
        return code === null ? null : String(code)
      })
    case 'closed-by':
      return wordsOf('closer', closerOf)
    // Labels name these, or nothing does.
    case 'pricing':
    case 'country':
    case 'language':
    case 'sentiment':
    case 'added-by':
    case 'goal':
    case 'step':
    case 'rule':
      return () => null
    default:
      return assertNever(dimension)
  }
}

/** What words of one kind stand for; in streams whose words mean something else there is none. */
function wordsOf(kind: WordKind, nameOf: (word: number) => string | null): SpecialAxis['keyAt'] {
  return ({ stream, word }, index) =>
    stream !== undefined && streams[stream].word === kind ? nameOf(word[index] ?? 0) : null
}

function timeAxis(dimension: TimeDimension, { from, to, zone }: Scope): SpecialAxis {
  const buckets = timeBuckets(dimension, from, to, zone)
  return {
    dimension,
    keyAt: (_things, _index, at) => buckets.keys[buckets.codeAt(at)] ?? null,
    time: {
      linear: linearDimensions.has(dimension),
      boundaries(first, last) {
        const found: number[] = []
        // No zone in use begins an hour between two quarters.
        let code = buckets.codeAt(first)
        for (let at = (Math.floor(first / quarterMs) + 1) * quarterMs; at < last; at += quarterMs) {
          const next = buckets.codeAt(at)
          if (next !== code) found.push(at)
          code = next
        }
        return found
      },
    },
  }
}
