/**
 * Definitions by name: the choices that give another product's figures from our facts, and in words what that product
 * does and where it cannot be followed. Data over the one engine, never a second one.
 */
import type { MetricId } from './metrics.ts'
import type { DefinitionName, NumberRules } from './rules.ts'
import { defaultRules } from './rules.ts'

/** Choices of a definition. What is no matter of definition (`thresholds`) stays the workspace's. */
export type DefinedRules = Omit<NumberRules, (typeof thresholds)[number]>

/** Limits a team sets for itself; no product's definition fixes them for others, and some are already in the facts. */
export const thresholds = ['engagedMinutes', 'followUpDays', 'abandonedAfter'] as const

export interface Definition {
  /** As the product calls itself. */
  readonly name: string
  readonly rules: DefinedRules
  /** A sentence each: what the product does, and where we cannot follow. */
  readonly notes: Readonly<Partial<Record<MetricId, string>>>
  /** What concerns all of its figures. */
  readonly about: readonly string[]
  /** Where its rules are written down. */
  readonly sources: readonly string[]
}

const ours: DefinedRules = {
  firstResponseClock: defaultRules.firstResponseClock,
  firstResponsePer: defaultRules.firstResponsePer,
  unanswered: defaultRules.unanswered,
  resolution: defaultRules.resolution,
  withoutRest: defaultRules.withoutRest,
  firstResponseCredit: defaultRules.firstResponseCredit,
  resolutionCredit: defaultRules.resolutionCredit,
  closedOnly: defaultRules.closedOnly,
  hours: defaultRules.hours,
}

const floorwalker: Definition = {
  name: 'Floorwalker',
  rules: ours,
  notes: {},
  about: ['Each metric as the catalogue defines it; the choices are the defaults, whatever is set here.'],
  sources: ['docs/metrics.md'],
}

const respondio: Definition = {
  name: 'respond.io',
  rules: { ...ours, closedOnly: true, resolutionCredit: 'closer', hours: 'calendar' },
  notes: {
    first_response_time:
      'From opening to the first reply of a user, workflows and bots left out; only conversations closed by now count (older and white-label documentation; the newer page no longer says so).',
    next_response_time:
      'respond.io averages response times within each conversation first; how it pairs messages is not published, so each wait counts once here.',
    resolution_time: 'From opening to closing, dated by the close, for whoever closed the conversation.',
    time_to_assignment: 'From opening to the first assignment, as in its export column.',
    time_to_first_response_from_assignment:
      'respond.io reports it from the first and from the last assignment; here it is the last one before the reply.',
    contacts_added:
      'Counted by the time of the action, by source: user, import, API, incoming message, echo message; merged contacts are a number of their own there.',
    assigned: 'respond.io counts an unassignment as an assignment too; here it is none.',
    handled:
      'Its users table lists only users who closed a conversation in the period; here everybody who wrote.',
  },
  about: [
    'Each opening after a close is a conversation of its own there: our episodes.',
    'How it treats business hours is not published: calendar time is used.',
  ],
  sources: [
    'help.respond.io, dashboard reporting: responses, contacts',
    'docs.respond.io/reports/conversations',
    'docs.is-messenger.com, reports: conversations, resolutions, users',
  ],
}

const chatwoot: Definition = {
  name: 'Chatwoot',
  rules: {
    ...ours,
    firstResponseClock: 'bot_handoff',
    firstResponsePer: 'conversation',
    resolution: 'first_opening',
  },
  notes: {
    first_response_time:
      'One a conversation for its whole life, from the latest of its opening, reopening and hand-off by a bot; where only a bot closed it before, Chatwoot starts from that close, here from the reopening.',
    next_response_time:
      'Chatwoot ends a wait at a bot’s answer and credits whoever is assigned; here a person must answer and the writer is credited. The first reply after a reopening is a reply time there; here it is a first response, and not the conversation’s first, so it counts in neither.',
    resolution_time:
      'Each close counts again, measured from the creation of the conversation however often it was reopened.',
    conversations_opened:
      'Chatwoot counts a conversation for whoever is assigned to it now, so a reassignment moves it; here it stays with whom it began with.',
    messages_sent:
      'Chatwoot counts private notes and bot messages as outgoing; notes reach nobody and are no messages here.',
    csat_response_rate:
      'Chatwoot divides by all surveys of the dates, whatever the other filters; here the filters hold for surveys too.',
    bot_contained:
      'Chatwoot counts closes without a reply by a user in inboxes with an active bot, less those handed off in the range, as whole percents.',
    bot_escalated: 'Chatwoot counts one hand-off a conversation for its whole life; here one an episode.',
  },
  about: [
    'Chatwoot puts an event on the day its row was written, by the clock offset in force now; here it is on the day it happened, in the zone’s own time.',
    'Its business hours know one range a day, none over midnight and no holidays, are fixed when a row is written, and count 0 where they are switched off.',
    'Its tables show 0 for the average of nothing in some places and nothing in others; here the average of nothing is never 0.',
    'Its weeks start on Sunday; here on Monday.',
  ],
  sources: ['github.com/chatwoot/chatwoot, release 4.14.2: app/listeners, app/helpers, app/builders/v2'],
}

const wati: Definition = {
  name: 'WATI',
  rules: { ...ours, firstResponseClock: 'first_assignment', withoutRest: true, hours: 'calendar' },
  notes: {
    first_response_time:
      'From the assignment to an operator to the first reply, so the time before anybody had the conversation is not counted.',
    resolution_time: 'From opening to solved, less the time the conversation was pending.',
    abandoned:
      'WATI counts a conversation as missed when it expires 24 h after the last message without any reply; ours also counts a close without a reply, after the wait set here.',
    open_now:
      'WATI’s conversations also expire 24 h after the last message; here they are open until closed.',
    occupancy: 'WATI shows the time online of an operator itself, on its larger plans.',
  },
  about: ['Snoozed time, which WATI does not have, is left out like pending time.'],
  sources: ['support.wati.io/en/articles/11463147'],
}

const trengo: Definition = {
  name: 'Trengo',
  rules: {
    ...ours,
    firstResponseClock: 'bot_handoff',
    firstResponsePer: 'conversation',
    resolution: 'open_spans',
    firstResponseCredit: 'current',
    resolutionCredit: 'current',
    hours: 'business',
  },
  notes: {
    first_response_time:
      'From the first message to the first reply of a user, less the time a bot had it and the hours closed; the bot’s time is taken to end at its last hand-off.',
    resolution_time:
      'From created to closed, what lies between reopenings and later closes added up, less the hours closed; only the latest close of a conversation counts.',
    responses_to_resolution: 'Messages of agents up to the close, as here.',
    conversations_opened:
      'A conversation counts as new once, and only for the agent who has it last; here it belongs to the agent it began with.',
    assigned: 'Only the last agent is credited there; here everybody who was assigned in the period.',
  },
  about: ['Where no working hours are set nothing can be measured in them, and the figures say so.'],
  sources: ['help.trengo.com/article/measuring-trengo-analytics', 'help.trengo.com/en/articles/116050'],
}

const zendesk: Definition = {
  name: 'Zendesk',
  rules: { ...ours, firstResponsePer: 'conversation', resolution: 'first_to_last' },
  notes: {
    first_response_time:
      'From the creation of the ticket to the first public comment of an agent, one a ticket; bots never count. Where the agent created it publicly Zendesk waits for the second comment, here the clock starts with the contact’s first message.',
    next_response_time:
      'From the oldest unanswered comment of the contact to the next public reply, as its service levels measure it.',
    resolution_time:
      'Full resolution: from creation to the last close; a close that was followed by another counts for nothing.',
    first_contact_resolution:
      'Zendesk takes tickets solved in one touch for it: one reply, no waiting status, never reopened; here the contact must not come back.',
    handle_time:
      'Zendesk measures the time agents have a ticket open on the screen, which no record of messages shows.',
    utilization: 'Zendesk’s workforce module takes tracked over total working time.',
  },
  about: [
    'Zendesk keeps every duration in calendar and in business hours: the question decides which is shown.',
  ],
  sources: ['support.zendesk.com 4408834848154, 4408821871642, 4408829459866, 4724624097818, 6443376913818'],
}

export const definitions: Readonly<Record<DefinitionName, Definition>> = {
  floorwalker,
  respondio,
  chatwoot,
  wati,
  trengo,
  zendesk,
}

const defined = new Map<DefinitionName, WeakMap<NumberRules, NumberRules>>()

/**
 * The rules a question is answered under: those of a definition with the workspace's own thresholds, or all of the
 * workspace's where no name is given. The same arguments give the same object.
 */
export function rulesOf(name: DefinitionName | undefined, own: NumberRules): NumberRules {
  if (name === undefined) return own
  let known = defined.get(name)
  if (known === undefined) {
    known = new WeakMap()
    defined.set(name, known)
  }
  let rules = known.get(own)
  if (rules === undefined) {
    rules = { ...own, ...definitions[name].rules }
    known.set(own, rules)
  }
  return rules
}
