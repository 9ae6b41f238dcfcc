/** What the streams say of conversations beside their figures, whatever the filters: who began them, when they were closed, who wrote. */
import type { Opener, Sentiment } from '../../shared/contract.ts'
import { openers } from '../../shared/records.ts'
import { firstEpisode, messageBits, reasonOf, sentimentBits } from '../metrics/bits.ts'
import type { Columns } from '../metrics/columns.ts'
import type { Segment } from '../metrics/columns/segment.ts'
import type { StreamColumns } from '../metrics/columns/streamColumns.ts'
import type { StreamName } from '../metrics/streams.ts'

export interface ConversationTraits {
  openedBy: Opener | null
  /** Begun so far. */
  episodes: number
  lastClosedAt: number | null
  sentiment: Sentiment | null
  /** Word of the language; 0: not known. */
  language: number
  /** Codes of the agents who wrote to the contact, in the order they first did. */
  agents: readonly number[]
}

interface Places {
  readonly columns: Columns
  /** The period all rows of the conversations lie in. */
  readonly from: number
  readonly to: number
  /** The place of a conversation in the batch by its slot; below 0: it is not in it. */
  readonly placeOf: Int32Array
}

type Visit = (place: number, stream: StreamColumns, segment: Segment, row: number) => void

/** The traits of conversations, in their order. */
export function traitsOf(columns: Columns, slots: readonly number[]): readonly ConversationTraits[] {
  const placeOf = new Int32Array(columns.slots.size).fill(-1)
  const ranges = slots.map((slot) => columns.slots.rangeOf(slot))
  for (const [place, slot] of slots.entries()) placeOf[slot] = place
  const places = {
    columns,
    from: ranges.reduce((least, [from]) => Math.min(least, from), Number.POSITIVE_INFINITY),
    to: ranges.reduce((most, [, to]) => Math.max(most, to), Number.NEGATIVE_INFINITY),
    placeOf,
  }
  const traits = slots.map((): ConversationTraits => ({
    openedBy: null,
    episodes: 0,
    lastClosedAt: null,
    sentiment: null,
    language: 0,
    agents: [],
  }))
  const at = (place: number) => traits[place] ?? nobodys
  eachRow(places, 'starts', (place, stream, segment, row) => {
    const own = at(place)
    own.episodes += 1
    if ((bitsOf(stream, segment, row) & firstEpisode) !== 0)
      own.openedBy = openers[stream.cellField(segment.column('cell')[row] ?? 0, 'opener')] ?? null
  })
  eachRow(places, 'closes', (place, stream, segment, row) => {
    const own = at(place)
    if (reasonOf(bitsOf(stream, segment, row)) === null)
      own.lastClosedAt = Math.max(own.lastClosedAt ?? 0, segment.timeAt(row))
  })
  eachRow(places, 'sentiments', (place, stream, segment, row) => {
    const own = at(place)
    own.sentiment = sentimentOf(bitsOf(stream, segment, row))
    own.language = stream.wordOf(segment.column('kind')[row] ?? 0)
  })
  const written = messageBits.outbound | messageBits.byAgent
  eachRow(places, 'messages', (place, stream, segment, row) => {
    if ((bitsOf(stream, segment, row) & written) !== written) return
    const own = at(place)
    const agent = stream.cellField(segment.column('cell')[row] ?? 0, 'agent')
    if (agent !== 0 && !own.agents.includes(agent)) own.agents = [...own.agents, agent]
  })
  return traits
}

const nobodys: ConversationTraits = {
  openedBy: null,
  episodes: 0,
  lastClosedAt: null,
  sentiment: null,
  language: 0,
  agents: [],
}

function bitsOf(stream: StreamColumns, segment: Segment, row: number): number {
  return stream.bitsOf(segment.column('kind')[row] ?? 0)
}

function sentimentOf(bits: number): Sentiment | null {
  const names = Object.keys(sentimentBits) as readonly Sentiment[]
  return names.find((name) => (bits & sentimentBits[name]) !== 0) ?? null
}

/** Visits the rows of the batch's conversations, by time within each segment. */
function eachRow({ columns, from, to, placeOf }: Places, name: StreamName, visit: Visit): void {
  const stream = columns.streams[name]
  for (const segment of stream.segments) {
    const first = segment.rowAt(from)
    const last = segment.rowAt(to)
    if (first >= last) continue
    const [kind, slot] = [segment.column('kind'), segment.column('slot')]
    for (let row = first; row < last; row++) {
      const place = placeOf[slot[row] ?? 0] ?? -1
      // Kind 0 is struck out.
      if (place >= 0 && kind[row] !== 0) visit(place, stream, segment, row)
    }
  }
}
