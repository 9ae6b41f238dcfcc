/**
 * Turns: a customer begins to wait for a person, a person replies. What a replay is made of; read from the spans of open
 * conversations, so bots, nudges and hand-overs are in them as the live views see them.
 */
import { anyReason, spanBits } from '../metrics/bits.ts'
import { spanEnd } from '../metrics/special/engagement.ts'
import type { RowsView, SpecialGround } from '../metrics/special/special.ts'

/** Milliseconds throughout; agents and teams are row ids, 0 for none. */
export interface Turn {
  readonly conversation: number
  readonly at: number
  /** When the wait ended; null: it goes on. */
  readonly endedAt: number | null
  /** By a reply, not by the close. */
  readonly replied: boolean
  /** The first wait of its episode: the reply to it is the first response. */
  readonly first: boolean
  /** Who had the conversation as the wait ended, and for which team. */
  readonly agent: number
  readonly team: number
  /** How long the agent stayed engaged after the reply. */
  readonly tail: number
  /** It passes the filters of the scope. */
  readonly passes: boolean
}

interface Open {
  readonly turn: { -readonly [K in keyof Turn]: Turn[K] }
  until: number
  /** A person replied, and the agent is still engaged. */
  tailing: boolean
  /** Somebody had to answer, no bot took it over. */
  needed: boolean
}

/** Where a conversation's spans have led so far. */
interface Course {
  /** End of the last span; another one that begins there is of the same episode. */
  until: number
  /** Nobody waited in the episode yet. */
  fresh: boolean
  open: Open | null
}

/** Takes spans period by period, each after the one before it, and gives the turns in order of their begin. */
export class TurnReader {
  /** When agents were engaged, in no particular order; one that goes on ends at infinity. */
  readonly engaged: { readonly agent: number; readonly from: number; readonly to: number }[] = []
  readonly #courses = new Map<number, Course>()
  readonly #turns: Open[] = []
  #replies: Replies = new Map()

  /** The spans that begin in [from, to). */
  read(ground: SpecialGround, from: number, to: number): void {
    this.#replies = repliesIn(ground, from, to)
    const rows = ground.rows('spans', { from, to, unfiltered: true })
    const order = Uint32Array.from({ length: rows.length }, (_, row) => row)
    order.sort((one, other) => (rows.at[one] ?? 0) - (rows.at[other] ?? 0))
    for (const row of order) this.#take(rows, row)
  }

  turns(): readonly Turn[] {
    return this.#turns
      .flatMap(({ turn, needed }) => (needed ? [turn] : []))
      .sort((one, other) => one.at - other.at || one.conversation - other.conversation)
  }

  #take(rows: RowsView, row: number): void {
    const slot = rows.slot[row] ?? 0
    const from = rows.at[row] ?? 0
    const bits = rows.bits[row] ?? 0
    const waiting = (bits & spanBits.waiting) !== 0
    const course = this.#courseOf(slot, from)
    const [agent, team] = [rows.agent[row] ?? 0, rows.team[row] ?? 0]
    const until = spanEnd(from, rows.values['length']?.[row])
    const engaged = (bits & spanBits.engaged) !== 0
    if (engaged && agent !== 0) this.engaged.push({ agent, from, to: until })
    const continues = course.open !== null && course.open.until === from
    if (waiting) {
      const { open } = course
      const goesOn = open !== null && continues && !open.tailing
      const own = goesOn ? open : this.#begin(course, slot, from)
      if (agent !== 0) own.turn.agent = agent
      if (team !== 0) own.turn.team = team
      own.turn.passes = rows.passes[row] === 1
      own.turn.endedAt = until === Number.POSITIVE_INFINITY ? null : until
      own.until = until
    } else if (course.open !== null) {
      const { open } = course
      if (continues && !open.tailing && !this.#answer(open, from)) {
        // A bot took it over before anybody had to: nobody waited for a person.
        open.needed = false
        course.fresh ||= open.turn.first
        course.open = null
      } else this.#stay(course, { agent, team, until, engaged: engaged && continues, length: until - from })
    }
    course.until = until
  }

  /** Nobody waits: how long the agent who replied stays engaged, and whose it is where nobody had it before. */
  #stay(
    course: Course,
    span: {
      readonly agent: number
      readonly team: number
      readonly until: number
      readonly engaged: boolean
      readonly length: number
    },
  ): void {
    const { open } = course
    if (open === null) return
    if (open.turn.agent === 0) open.turn.agent = span.agent
    if (open.turn.team === 0) open.turn.team = span.team
    if (span.engaged && span.until < Number.POSITIVE_INFINITY) {
      open.turn.tail += span.length
      open.tailing = true
      open.until = span.until
    } else course.open = null
  }

  /** Whether a person's reply ended the wait. */
  #answer({ turn }: Open, at: number): boolean {
    turn.replied = this.#replies.get(turn.conversation)?.has(at) ?? false
    return turn.replied
  }

  #courseOf(slot: number, from: number): Course {
    const known = this.#courses.get(slot)
    if (known === undefined) {
      const course = { until: Number.NaN, fresh: true, open: null }
      this.#courses.set(slot, course)
      return course
    }
    if (known.until !== from) {
      known.fresh = true
      known.open = null
    }
    return known
  }

  #begin(course: Course, conversation: number, at: number): Open {
    const turn = {
      conversation,
      at,
      endedAt: null,
      replied: false,
      first: course.fresh,
      agent: 0,
      team: 0,
      tail: 0,
      passes: false,
    }
    const open = { turn, until: at, tailing: false, needed: true }
    course.fresh = false
    course.open = open
    this.#turns.push(open)
    return open
  }
}

/** When people replied, by conversation. */
type Replies = ReadonlyMap<number, ReadonlySet<number>>

function repliesIn(ground: SpecialGround, from: number, to: number): Replies {
  const replies = new Map<number, Set<number>>()
  for (const stream of ['replies', 'waits'] as const) {
    const rows = ground.rows(stream, { from, to, unfiltered: true })
    for (let row = 0; row < rows.length; row++) {
      if (((rows.bits[row] ?? 0) & anyReason) !== 0) continue
      const slot = rows.slot[row] ?? 0
      const known = replies.get(slot)
      if (known === undefined) replies.set(slot, new Set([rows.at[row] ?? 0]))
      else known.add(rows.at[row] ?? 0)
    }
  }
  return replies
}
