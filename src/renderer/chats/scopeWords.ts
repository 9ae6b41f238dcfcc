import { assertNever } from '../../shared/assertNever.ts'
import type { Dimension, ExplainQuery, Workspace } from '../../shared/contract.ts'
import type { Format } from '../ui/numbers.ts'
import type { Text } from '../ui/text.ts'
import { displayName } from '../ui/displayName.ts'
import type { Names } from './names.ts'

/** What it is said with. */
interface Spoken {
  readonly text: Text
  readonly format: Format
  readonly bucket: (index: number) => string
  /** What is broken down by, as a word: "template". */
  readonly dimension: (dimension: Dimension) => string
  readonly language: string
  readonly names: Names
  readonly channels: Workspace['channels']
}

/** The scope of an open number as words in one line: whom, which part, when. */
export function scopeWords(query: ExplainQuery, spoken: Spoken): string {
  const { scope, key = {}, bucket } = query
  const { names } = spoken
  const parts = [
    ...scope.teams.map((id) => names.team(id)),
    ...scope.agents.filter((id) => key.agent !== id).map((id) => names.agent(id)),
    ...scope.channels.filter((id) => key.channel !== id).map((id) => channelName(id, spoken)),
    ...scope.categories.filter((category) => key.category !== category),
    ...Object.entries(key).map(([dimension, value]) =>
      keyWords(dimension as Dimension, value ?? null, spoken),
    ),
    ...(bucket === undefined ? [] : [spoken.bucket(bucket)]),
  ]
  // A day or week already says when.
  if (!('day' in key)) parts.push(spoken.format.period(scope.from, scope.to))
  return parts.join(', ')
}

function channelName(id: string, { channels }: Spoken): string {
  return channels.find((channel) => channel.id === id)?.name ?? id
}

/** Of whom nobody may be meant; of what else nothing may be stated. */
const people: ReadonlySet<Dimension> = new Set(['agent', 'team'])

function keyWords(dimension: Dimension, value: string | null, spoken: Spoken): string {
  const { text, format, names } = spoken
  if (value === null) return people.has(dimension) ? text('drill.nobody') : text('drill.none')
  switch (dimension) {
    case 'agent':
      return names.agent(value)
    case 'team':
      return names.team(value)
    case 'channel':
      return channelName(value, spoken)
    case 'day':
      return format.dayLabel(value)
    case 'week':
      return text('drill.week', { week: Number(value.slice(-2)) })
    case 'hour':
      return hours(value, text)
    case 'weekday':
      return format.weekday(Number(value))
    case 'weekday-hour':
      return `${format.weekday(Number(value.slice(0, 1)))} ${hours(value.slice(2), text)}`
    case 'error':
      return text('drill.error', { code: value })
    case 'opened-by':
    case 'author':
      return text(`message.author.${value}`)
    case 'category':
    case 'month':
      return value
    case 'language':
      return displayName('language', value, spoken.language)
    case 'country':
      return displayName('region', value, spoken.language)
    case 'sentiment':
      return named(dimension, text(`sentiment.${value}`, { defaultValue: value }), spoken)
    case 'closed-by':
    case 'template':
    case 'pricing':
    case 'added-by':
    case 'goal':
    case 'step':
    case 'rule':
      return named(dimension, value, spoken)
    default:
      return assertNever(dimension)
  }
}

/** "Template order_shipped": a value that does not say by itself what it is. */
function named(dimension: Dimension, value: string, { text, dimension: what }: Spoken): string {
  return text('drill.named', { what: what(dimension), value })
}

function hours(hour: string, text: Text): string {
  const from = Number(hour)
  return text('drill.hours', { from, to: from + 1 })
}
