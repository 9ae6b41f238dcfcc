/** What can be counted of contacts: however much there is of one in a row of the answer, it is one. */
import type { Scope } from '../../src/shared/contract.ts'
import { previousPeriod } from '../../src/shared/period.ts'
import { closes, firstResponses, nextResponses, ratings, starts } from './conversations.ts'
import { campaigns, isAnswered, isDelivered, isReceived, isSent, messages, outreach } from './messages.ts'
import { chosen, sum, type Measure } from './measures.ts'
import {
  boundariesIn,
  inPeriod,
  isLinear,
  isTime,
  passes,
  passesConversation,
  remembered,
  timeKey,
  type Question,
  type Thing,
} from './question.ts'
import { isOurs } from './waits.ts'

const day = 86_400_000
const unknown = { value: null }

/** The share of contacts of whom any thing (or every thing) has the value 1. */
function shareOfContacts(things: Measure['things'], of: 'any' | 'every' = 'any'): Measure {
  return {
    things: (question) => things(question).filter(({ contact }) => contact >= 0),
    fold(own) {
      const contacts = [...Map.groupBy(own, ({ contact }) => contact).values()]
      const hits = contacts.filter((theirs) =>
        of === 'any' ? theirs.some(({ value }) => value === 1) : theirs.every(({ value }) => value === 1),
      )
      return { value: contacts.length === 0 ? null : hits.length / contacts.length, of: contacts.length }
    },
  }
}

function isNarrowed({ agents, teams }: Scope): boolean {
  return agents.length + teams.length > 0
}

// ── coming and going ─────────────────────────────────────────────────────────────────────────────────────────────

/** A contact is nobody's and of no channel: under such a filter nothing can be said. */
function changes(which: 'addedAt' | 'goneAt'): Measure {
  const cannotSay = ({ scope }: Question) =>
    isNarrowed(scope) || scope.channels.length + scope.categories.length > 0
  return {
    things: (question) =>
      cannotSay(question)
        ? []
        : question.ledger.world.people
            .flatMap((person): readonly Thing[] => {
              const at = person[which]
              if (at === null) return []
              const labels = { 'added-by': person.addedBy }
              return [{ ...nobodys, at, contact: person.id, value: 1, labels }]
            })
            .filter((thing) => inPeriod(question, thing)),
    fold: (own, question) => (cannotSay(question) ? unknown : { value: own.length }),
  }
}

const nobodys = { agent: -1, team: -1, history: null, opener: null } as const

export const contactsAdded = changes('addedAt')
export const contactsRemoved = changes('goneAt')

/**
 * Contacts with an episode begun in the period: their first ever is in it, or one began before it. Each day, and each other
 * row of time, is a period of its own.
 */
export function contacts(which: 'new' | 'returning'): Measure {
  return {
    things: chosen(starts),
    fold(own, { ledger, scope, by }) {
      const wanted = [...Map.groupBy(own, ({ contact }) => contact)].filter(([contact, theirs]) => {
        const first = ledger.firstStartOf.get(contact) ?? Infinity
        const isHere = by
          .filter(isTime)
          .every((unit) => timeKey(unit, first, scope.zone) === timeKey(unit, theirs[0]!.at, scope.zone))
        return contact >= 0 && (first >= scope.from && isHere) === (which === 'new')
      })
      return { value: wanted.length }
    },
  }
}

/** Of the contacts of the period before, those of this one; by day, week or month each unit is a period. */
export const retention: Measure = {
  ...shareOfContacts((question) => {
    const { from, to, zone } = question.scope
    const all = starts(question).filter((thing) => passes(question, thing))
    const cuts = [from, ...boundariesIn(question, from, to), to]
    return cuts.slice(1).flatMap((end, index) => {
      const begin = cuts[index]!
      const before = previousPeriod(begin, end, zone)
      const now = new Set(all.filter(({ at }) => at >= begin && at < end).map(({ contact }) => contact))
      return all
        .filter(({ at }) => at >= before.from && at < before.to)
        .map((thing) => ({ ...thing, at: begin, value: now.has(thing.contact) ? 1 : 0 }))
    })
  }),
}

/** Hours and weekdays come again: none has a period of its own before it. */
export function onlyLinear(measure: Measure): Measure {
  const cannotSay = ({ by }: Question) => by.some((dimension) => isTime(dimension) && !isLinear(dimension))
  return {
    things: (question) => (cannotSay(question) ? [] : measure.things(question)),
    fold: (own, question) => (cannotSay(question) ? unknown : measure.fold(own, question)),
  }
}

// ── answering ────────────────────────────────────────────────────────────────────────────────────────────────────

export const responsiveness = shareOfContacts(chosen(outreach))
export const responseRate = shareOfContacts(chosen(campaigns(isDelivered, isAnswered)))

/** An opt-in was on record at every message. */
export const optInCoverage = shareOfContacts(
  (question) =>
    chosen(messages(isSent))(question).map((thing) => {
      const person = question.ledger.personOf.get(thing.contact)
      const { optedInAt = null, optedOutAt = null } = person ?? {}
      const isIn =
        optedInAt !== null &&
        optedInAt <= thing.at &&
        (optedOutAt === null || optedOutAt > thing.at || optedOutAt < optedInAt)
      return { ...thing, value: isIn ? 1 : 0 }
    }),
  'every',
)

// ── how far they got ─────────────────────────────────────────────────────────────────────────────────────────────

/** Contacts who wrote, each once, at the furthest step it reached in the period, placed where it first wrote. */
export const dropOff: Measure = {
  things(question) {
    const calendar = { ...question, openTime: null, rules: { ...question.rules, ...plainReplies } }
    const reached = (things: (asked: Question) => readonly Thing[]) =>
      new Set(
        things(calendar)
          .filter((thing) => inPeriod(question, thing))
          .map(({ contact }) => contact),
      )
    const answered = reached((asked) => [...firstResponses(asked), ...nextResponses(asked)])
    const resolved = reached(closes(() => 1))
    const rated = reached(ratings(() => 1))
    const converted = new Set(
      question.ledger.world.conversions
        .filter((one) => inPeriod(question, one))
        .map(({ contact }) => contact),
    )
    const written = chosen(messages(isReceived))(question).filter(({ contact }) => contact >= 0)
    return [...Map.groupBy(written, ({ contact }) => contact)].map(([contact, theirs]) => {
      const first = theirs.toSorted((a, b) => a.at - b.at)[0]!
      const step = converted.has(contact)
        ? 'converted'
        : rated.has(contact)
          ? 'rated'
          : resolved.has(contact)
            ? 'resolved'
            : answered.has(contact)
              ? 'answered'
              : 'received'
      return { ...first, labels: { ...first.labels, step } }
    })
  },
  fold: (own) => ({ value: own.length }),
}

/** Every first reply and every later wait that ended with one. */
const plainReplies = {
  firstResponseClock: 'opening',
  firstResponsePer: 'episode',
  closedOnly: false,
} as const

// ── coming back ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Closes: 1 where neither the conversation was reopened nor its contact came back about the same within some days. */
export const settledAtFirst = remembered((question) => {
  const reach = question.rules.followUpDays * day
  const begun = starts(question).filter(({ at }) => at <= question.now)
  const byContact = Map.groupBy(begun, ({ contact }) => contact)
  return closes((_episode, history, _question, closedAt) => {
    const { contact } = history.conversation
    const isLater = ({ at }: { readonly at: number }) => at > closedAt && at <= closedAt + reach
    const isReopened = history.episodes.some(({ startedAt: at }) => at <= question.now && isLater({ at }))
    // Conversations nobody's contact is known of have nothing in common.
    const others = contact < 0 ? [] : (byContact.get(contact) ?? [])
    const cameBack = others.some(
      (one) =>
        isLater(one) &&
        !isOurs({ openedBy: one.opener ?? '' }) &&
        (history.category < 0 || one.history?.category === history.category),
    )
    return isReopened || cameBack ? 0 : 1
  })(question)
})

/** Openings: 1 where the contact had another conversation closed within some days before. */
export const comeBack = remembered((question) => {
  const reach = question.rules.followUpDays * day
  const ends = Map.groupBy(closes(() => 1)(question), ({ contact }) => contact)
  return starts(question)
    .filter(({ value }) => value === 1)
    .map((thing) => {
      const others = thing.contact < 0 ? [] : (ends.get(thing.contact) ?? [])
      const isBack = others.some(
        (end) => end.history !== thing.history && end.at <= thing.at && end.at >= thing.at - reach,
      )
      return { ...thing, value: isBack ? 1 : 0 }
    })
})

// ── conversions ──────────────────────────────────────────────────────────────────────────────────────────────────

export const conversionRate = shareOfContacts((question) => {
  const { conversionsOf } = question.ledger
  const touches = (asked: Question) => [
    ...starts(asked),
    ...campaigns(
      () => true,
      () => true,
    )(asked),
  ]
  return chosen(touches)(question).map((thing) => ({
    ...thing,
    value: (conversionsOf.get(thing.contact) ?? []).some(
      ({ at }) => at >= thing.at && at <= thing.at + 7 * day && at <= question.now,
    )
      ? 1
      : 0,
  }))
})

/** The sum of what was converted; null where the currencies are more than one, or no amount is stated. */
export const conversionValue: Measure = {
  things: ({ ledger, scope }) =>
    isNarrowed(scope)
      ? []
      : ledger.world.conversions
          .map((one): Thing => {
            const history = ledger.historyOf.get(one.conversation) ?? null
            const labels = { goal: one.goal }
            const { at, contact, value, currency } = one
            return { ...nobodys, history, at, contact, value, currency, labels }
          })
          .filter(
            (thing) =>
              thing.at >= scope.from &&
              thing.at < scope.to &&
              passesConversation({ ledger, scope }, thing.history),
          ),
  fold(own, { scope }) {
    if (isNarrowed(scope)) return unknown
    const stated = own.filter(({ value }) => value !== null)
    const currencies = new Set(stated.map(({ currency }) => currency ?? ''))
    const isOneCurrency = currencies.size === 1 || own.length === 0
    return { value: isOneCurrency ? sum(stated.map(({ value }) => value ?? 0)) : null, of: stated.length }
  },
}
