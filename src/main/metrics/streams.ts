/**
 * The streams: every kind of thing a metric counts or measures, over all conversations. One place says what a row of each
 * is, whose it is, what its word names and which values it carries. `rows.ts` makes the rows of a conversation's facts; the
 * columns keep them; the plans say which rows a metric is made of.
 */

/**
 * What a value is. `before`: milliseconds of the span that ends at the row's time; `after`: milliseconds of the span that
 * begins at it; `number`: a number as it is. Spans can be measured in working hours, numbers cannot.
 */
export type ValueKind = 'before' | 'after' | 'number'

/** What the row's `word` is a code of. `none`: always 0. */
export type WordKind = 'none' | 'error' | 'template' | 'pricing' | 'closer' | 'language' | 'rule'

interface StreamSchema {
  readonly word: WordKind
  readonly values: Readonly<Record<string, ValueKind>>
}

export const streams = {
  /** Messages that count, at their time. Received: `agent` is who is assigned; sent: the sender. `other` is who is assigned in both. */
  messages: { word: 'error', values: {} },
  /** Messages of campaigns and templates, at their time, by sender. `answered`: until the contact's next message on that channel. */
  campaigns: { word: 'template', values: { answered: 'after' } },
  /** Messages the cloud put a price category on, at their time, by sender. */
  billing: { word: 'pricing', values: {} },
  /** Episodes, at their start. */
  starts: { word: 'none', values: {} },
  /** First replies, at the reply, by responder; `other` is who was assigned then. One row an episode: without a reply it carries the reason. */
  replies: {
    word: 'none',
    values: {
      opening: 'before',
      first_inbound: 'before',
      first_assignment: 'before',
      bot_handoff: 'before',
      last_assignment: 'before',
    },
  },
  /** Later waits, at the reply that ended them, by responder. `first`, `last`: from the first or last unanswered message. */
  waits: { word: 'none', values: { first: 'before', last: 'before' } },
  /** Episodes whose contact got no reply to their last wait, at the close or 24 h of silence, by whoever was assigned. */
  neglects: { word: 'none', values: { waited: 'before' } },
  /** Episodes, at their close, by who is assigned then; `other` is who closed. `replies`, `messages`: of people, of everybody, in the conversation up to then. */
  closes: {
    word: 'closer',
    values: { episode: 'before', first_opening: 'before', replies: 'number', messages: 'number' },
  },
  /** Assignments, by who gets it; `other` is who had it. */
  assignments: { word: 'none', values: {} },
  /** A conversation's first assignment. */
  pickups: { word: 'none', values: { length: 'before' } },
  /** `score` on a scale of 1 to 5; `raw` as given. */
  ratings: { word: 'none', values: { score: 'number', raw: 'number' } },
  surveys: { word: 'none', values: {} },
  flags: { word: 'rule', values: {} },
  /** Episodes a bot took part in, at their close, else at their last message. */
  bots: { word: 'none', values: {} },
  /** Conversations the customer wrote in, at the message that decides their sentiment. `settled`: until a person's reply or the close. */
  sentiments: { word: 'language', values: { settled: 'after' } },
  /** First message of ours to the contact in a conversation, by sender. `answered`: until the contact's next message. */
  outreach: { word: 'none', values: { answered: 'after' } },
  /** Spans of an open conversation in which nothing changes: who has it (`other`: as far as is inferred, too), whether the customer waits, whether the agent is engaged. `waited`: before the span began. */
  spans: { word: 'none', values: { length: 'after', waited: 'number' } },
} as const satisfies Record<string, StreamSchema>

export type StreamName = keyof typeof streams
export const streamNames = Object.keys(streams) as readonly StreamName[]

/** Streams whose rows last, with the value that says for how long; a row without it goes on. */
export const lengthNames: Readonly<Partial<Record<StreamName, string>>> = { spans: 'length' }

export type ValueName<S extends StreamName = StreamName> = S extends StreamName
  ? keyof (typeof streams)[S]['values'] & string
  : never

/** Part of a span that a rule may leave out of its length: rest (pending, snoozed), or closed between two episodes. */
export interface Pause {
  readonly kind: 'rest' | 'closed'
  readonly from: number
  readonly to: number
}

/** One row. Agents and teams are the store's row ids, -1 for none. */
export interface Row {
  /** Epoch milliseconds. */
  readonly at: number
  readonly agent: number
  readonly other: number
  readonly team: number
  /** Index in `openers`. */
  readonly opener: number
  /** What `bits.ts` names: at most 16 bits. */
  readonly bits: number
  readonly word: number
  /** The store's k of the message that shows it; -1: none. */
  readonly k: number
  /** In the order of the stream's schema; null: there is none. Spans are whole milliseconds. */
  readonly values: readonly (number | null)[]
  /** Of the row's spans; mostly none. */
  readonly pauses: readonly Pause[]
}
