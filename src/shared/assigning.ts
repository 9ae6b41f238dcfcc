/** Who held which conversation from when to when, and how anybody knows. */
import type { List, Named, Scope } from './contract.ts'
import type { Flag } from './flags.ts'
import type { assignmentSources } from './records.ts'

/** `stated` by the source, noticed (`diffed`) between two looks, or `inferred` from who replied. */
export type AssignmentSource = (typeof assignmentSources)[number]

export interface Holdings {
  /** The moment it is about: the clock's, or the one asked for. */
  readonly now: number
  readonly agents: readonly {
    readonly agent: string
    readonly held: number
    readonly waiting: number
    readonly today: number
    /** Seconds; null when nothing was held to its end. */
    readonly medianHeld: number | null
    readonly bars: readonly {
      readonly conversation: string
      readonly from: number
      /** null: still held. */
      readonly to: number | null
      readonly source: AssignmentSource
      readonly passedOn: boolean
      /** Waits past the first-response target within the bar. */
      readonly waits: readonly { readonly from: number; readonly to: number | null }[]
      /** Human replies of the agent within it. */
      readonly replies: readonly number[]
    }[]
  }[]
  readonly unassigned: { readonly held: number; readonly waiting: number }
}

/** A span in which one agent, or nobody, held a conversation. Spans of a conversation never overlap. */
export interface HeldInterval {
  readonly conversation: string
  readonly contact: Named
  /** null: nobody; the conversation was open and unassigned. */
  readonly agent: string | null
  readonly team: string | null
  readonly from: number
  /** It may have begun as early as this: equal to `from` but for what was noticed between two looks. */
  readonly earliest: number
  /** null: it goes on. */
  readonly to: number | null
  readonly source: AssignmentSource
  readonly by: string | null
  readonly byType: string
  /** The rule behind it, where the source said so. */
  readonly note: string | null
  readonly endedBy: 'passed_on' | 'unassigned' | 'closed' | null
  /** Seconds to the agent's first reply or comment; null: none yet, or nobody. */
  readonly firstAction: number | null
  readonly replies: number
}

/** A conversation's way from hand to hand. */
export interface AssignmentPath {
  readonly conversation: string
  readonly contact: Named
  /** Oldest first, gaps without anybody included. */
  readonly intervals: readonly HeldInterval[]
  /** How often it went from one agent to another, and back to one who had it before. */
  readonly handOvers: number
  readonly returns: number
  /** Seconds open with nobody. */
  readonly unassigned: number
  /** Questions a new agent asked that one before had asked: they did not read on. */
  readonly repeatedQuestions: readonly {
    readonly message: string
    readonly at: number
    readonly agent: string | null
    readonly text: string
    readonly earlier: {
      readonly message: string
      readonly at: number
      readonly agent: string | null
      readonly text: string
    }
  }[]
}

/** How conversations are handed over, by who takes them. Only what was held by somebody else before. */
export interface HandOverQuality {
  readonly agent: string
  readonly received: number
  /** Seconds from taking over to the first reply or comment; null: none came. */
  readonly medianFirstAction: number | null
  /** Hand-overs after which a question was asked again, of those looked at. */
  readonly repeated: number
  readonly of: number
}

export const assignmentKinds = ['assigned', 'passed_on', 'unassigned', 'opened'] as const
export type AssignmentKind = (typeof assignmentKinds)[number]

export interface AssignmentQuery {
  readonly scope: Scope
  readonly flaggedOnly: boolean
  /** Empty or absent: all. */
  readonly kinds?: readonly AssignmentKind[]
  readonly sources?: readonly AssignmentSource[]
  /** A piece of the contact, of an agent's name, of the comment or of the rule's name; case and accents aside. */
  readonly text?: string
  readonly commentedOnly?: boolean
  readonly after: string | null
  readonly limit: number
}

export interface AssignmentRow {
  readonly conversation: string
  readonly contact: Named
  readonly at: number
  /** As early as this, for what was noticed between two looks. */
  readonly earliest: number
  /** `opened` rows say that a conversation began without an agent. */
  readonly kind: AssignmentKind
  readonly from: string | null
  readonly to: string | null
  readonly team: string | null
  readonly by: string | null
  readonly byType: string
  readonly source: AssignmentSource
  /** Seconds the one before held it. */
  readonly heldBefore: number | null
  /** Seconds to the new agent's first reply or comment; null: none. */
  readonly firstAction: number | null
  readonly comment: string | null
  readonly mentions: readonly string[]
  readonly note: string | null
  readonly flags: readonly Flag[]
}

export interface AssignmentLog extends List<AssignmentRow> {
  readonly total: number
}

/** Every conversation open at a moment and who had it then. Longest waiting first. */
export interface HeldAtQuery {
  readonly scope: Scope
  readonly at: number
  readonly after: string | null
  readonly limit: number
}
export interface HeldAt extends List<
  HeldInterval & {
    /** Since when the customer waited at that moment; null: nobody did. */
    readonly waitingSince: number | null
    readonly category: string | null
  }
> {
  readonly total: number
  readonly waiting: number
  readonly unassigned: number
}
