/** The live wall: who waits, who is busy, what comes in, what to do about it. */
import type { Named, Scope } from './contract.ts'
import type { Flag } from './flags.ts'
import type { contentTypes } from './records.ts'

/** `offShift`: a roster is known and says so; `unknown`: no presence and no roster on record. */
export type AgentState = 'online' | 'busy' | 'away' | 'offline' | 'offShift' | 'unknown'

export interface WaitingCustomer {
  readonly conversation: string
  readonly contact: Named
  readonly since: number
  /** At most 140 characters; of a message without words ''. */
  readonly lastText: string
  /** What the last message is: text, image, audio, … */
  readonly lastContent?: (typeof contentTypes)[number]
  readonly category: string | null
  readonly channel: string
  readonly team: string | null
  readonly agent: string | null
  readonly language: string | null
  readonly openFlags: number
}

export interface AgentLoad {
  readonly agent: string
  readonly team: string | null
  readonly state: AgentState
  /** Since when it is so; null: not known. */
  readonly stateSince: number | null
  readonly held: number
  readonly waiting: number
  /** How many they can hold at once (setting). */
  readonly capacity: number
}

/** Conversations opened, by equal steps of the local day. */
export interface Arrivals {
  readonly from: number
  readonly stepSeconds: number
  /** Of today so far; the last step may be unfinished. */
  readonly today: readonly number[]
  /** The same weekday of the weeks before: median and the band from the lower to the upper quartile; null: no such day. */
  readonly usual: readonly { readonly median: number; readonly low: number; readonly high: number }[] | null
  /** Days the usual one is made of. */
  readonly days: number
  /** What is still to come, from the current step on; null: too little history. */
  readonly forecast:
    | readonly {
        readonly step: number
        readonly expected: number
        readonly low: number
        readonly high: number
      }[]
    | null
}

/** Who could take which chats, by load and language. */
export interface BalanceAdvice {
  readonly from: string | null
  readonly to: string
  readonly conversations: readonly (Named & { readonly conversation: string })[]
  /** Open conversations of both before and after. */
  readonly fromBefore: number
  readonly fromAfter: number
  readonly toBefore: number
  readonly toAfter: number
  /** The one who takes them wrote in this language before; null: none is known. */
  readonly language: string | null
}

export interface NowAnswer {
  readonly at: number
  /** The data is complete to here; null: not known. */
  readonly completeTo: number | null
  /** Seconds a customer may wait: the threshold of the rule `waiting`. */
  readonly target: number
  readonly waiting: {
    readonly total: number
    readonly overTarget: number
    /** Longest first, at most 200. */
    readonly rows: readonly WaitingCustomer[]
  }
  readonly open: number
  /** Agents who hold something, are there, or are on shift, by team and name. */
  readonly agents: readonly AgentLoad[]
  readonly unassigned: {
    readonly total: number
    readonly waiting: number
    /** Longest waiting first, at most 50, each with who could take it. */
    readonly rows: readonly (WaitingCustomer & { readonly suggested: string | null })[]
  }
  readonly arrivals: Arrivals
  readonly balance: readonly BalanceAdvice[]
  readonly flags: { readonly open: number; readonly danger: number; readonly rows: readonly Flag[] }
}

export interface NowQuery {
  /** Its period plays no part. */
  readonly scope: Scope
}
