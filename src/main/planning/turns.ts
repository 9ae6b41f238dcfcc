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

type Open = { -readonly [K in keyof Turn]: Turn[K] } & {
  until: number
  /** A person replied, and the agent is still engaged. */
  tailing: boolean
  /** Of a person. */
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
      .filter(({ needed }) => needed)
      .sort((one, other) => one.at - other.at || one.conversation - other.conversation)
      .map(({ until: _, tailing: __, needed: ___, ...turn }) => turn)
  }

  #take(rows: RowsView, row: number): void {
    const slot = rows.slot[row] ?? 0
    const from = rows.at[row] ?? 0
    const bits = rows.bits[row] ?? 0
    const waiting = (bits & spanBits.waiting) !== 0
    const course = this.#courseOf(slot, from)
    const [agent, team] = [rows.agent[row] ?? 0, rows.team[row] ?? 0]
    const until = spanEnd(from, rows.values['length']?.[row])
    if ((bits & spanBits.engaged) !== 0 && agent !== 0) this.engaged.push({ agent, from, to: until })
    const continues = course.open !== null && course.open.until === from
    if (waiting) {
      const turn = continues && course.open?.tailing === false ? course.open : this.#begin(course, slot, from)
      if (agent !== 0) turn.agent = agent
      if (team !== 0) turn.team = team
      turn.passes = rows.passes[row] === 1
      turn.until = until
      turn.endedAt = until === Number.POSITIVE_INFINITY ? null : until
    } else if (course.open !== null) {
      const turn = course.open
      if (continues && !turn.tailing && !this.#answer(turn, from)) {
        // A bot took it over before anybody had to: nobody waited for a person.
        turn.needed = false
        course.fresh ||= turn.first
        course.open = null
        course.until = until
        return
      }
      if (turn.agent === 0) turn.agent = agent
      if (turn.team === 0) turn.team = team
      if (continues && (bits & spanBits.engaged) !== 0 && until < Number.POSITIVE_INFINITY) {
        turn.tail += until - from
        turn.tailing = true
        turn.until = until
      } else course.open = null
    }
    course.until = until
  }

  /** Whether a person's reply ended the wait. */
  #answer(turn: Open, at: number): boolean {
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
    const turn: Open = {
      conversation,
      at,
      endedAt: null,
      replied: false,
      first: course.fresh,
      agent: 0,
      team: 0,
      tail: 0,
      passes: false,
      until: at,
      tailing: false,
      needed: true,
    }
    course.fresh = false
    course.open = turn
    this.#turns.push(turn)
    return turn
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
