/** Every metric of the catalogue, by the words of its definition. */
import type { MetricId } from '../../src/shared/metrics.ts'
import {
  abandoned,
  assignments,
  bots,
  closes,
  firstResponses,
  isContained,
  isRatedBadly,
  isTransfer,
  moods,
  nextResponses,
  pickups,
  ratings,
  resolutions,
  responsesAfterAssignment,
  starts,
  surveys,
} from './conversations.ts'
import { flags } from './flags.ts'
import { concurrency, engagedTime, handleTime, occupancy, state, utilization } from './load.ts'
import { chosen, count, distinct, duration, inTarget, mean, ratio, share, type Measure } from './measures.ts'
import {
  billed,
  campaigns,
  isDelivered,
  isFailed,
  isInWindow,
  isOfAgent,
  isRead,
  isReceived,
  isSent,
  isTracked,
  messages,
} from './messages.ts'
import {
  comeBack,
  contacts,
  contactsAdded,
  contactsRemoved,
  conversionRate,
  conversionValue,
  dropOff,
  onlyLinear,
  optInCoverage,
  responseRate,
  responsiveness,
  retention,
  settledAtFirst,
} from './people.ts'
import type { Question, Thing } from './question.ts'
import { isReply } from './replay.ts'
import { wasEscalated } from './waits.ts'

type Things = (question: Question) => readonly Thing[]

const both =
  (one: Things, other: Things): Things =>
  (question) => [...one(question), ...other(question)]
const only =
  (things: Things, which: (thing: Thing) => boolean): Things =>
  (question) =>
    things(question).filter(which)

const asOf =
  (things: Things): Things =>
  (question) =>
    things(question).map((thing) => ({ ...thing, role: 'of' as const }))

const fivePoints = ratings(({ score, min, max }) =>
  max > min ? 1 + (4 * (score - min)) / (max - min) : score,
)
/** In the top two of its scale; on a scale of two only the upper one is. */
const topOfScale = ratings(({ score, min, max }) => (score >= max - 1 && score > min ? 1 : 0))
const zeroToTen = ratings(({ score, min, max }) => (min === 0 && max === 10 ? score : null))
const isScored = (thing: Thing) => thing.labels?.sentiment !== null
const isNegative = (thing: Thing) => thing.labels?.sentiment === 'negative'

export const catalogue: Readonly<Record<MetricId, Measure>> = {
  conversations_opened: count(only(starts, ({ value }) => value === 1)),
  conversations_reopened: count(only(starts, ({ value }) => value === 0)),
  conversations_closed: count(closes(() => 1)),
  messages_received: count(messages(isReceived)),
  messages_sent: count(messages(isSent)),
  messages_delivered: count(messages(isDelivered)),
  messages_read: count(messages(isRead)),
  messages_failed: count(messages(isFailed)),
  delivery_rate: share(messages(isTracked, isDelivered)),
  read_rate: share(messages(isDelivered, isRead)),
  read_of_sent: share(messages(isTracked, isRead)),
  failure_rate: share(messages(isTracked, isFailed)),
  engagement: ratio(
    both(
      messages(isReceived),
      messages(isDelivered, () => true, { credit: 'holder', role: 'of' }),
    ),
  ),
  sent_in_window: count(messages(isInWindow(true))),
  sent_outside_window: count(messages(isInWindow(false))),
  first_response_time: duration(firstResponses),
  next_response_time: duration(nextResponses),
  resolution_time: duration(resolutions),
  time_to_assignment: duration(pickups),
  time_to_first_response_from_assignment: duration(responsesAfterAssignment),
  first_response_in_target: inTarget('firstResponse', firstResponses),
  next_response_in_target: inTarget('nextResponse', nextResponses),
  resolution_in_target: inTarget('resolution', resolutions),
  handle_time: handleTime,
  abandoned: count(abandoned),
  responses_to_resolution: mean(
    closes(
      (_episode, { messages: all }, _question, closedAt) =>
        all.filter((one) => isReply(one) && one.at <= closedAt).length,
    ),
  ),
  messages_per_conversation: mean(
    closes(
      (_episode, { messages: all }, _question, closedAt) => all.filter(({ at }) => at <= closedAt).length,
    ),
  ),
  assigned: distinct(assignments(({ to }) => to >= 0, 'to')),
  handled: distinct(messages(isOfAgent)),
  closed_by: count(
    only(
      closes(
        () => 1,
        ({ closedByAgent }) => closedByAgent,
      ),
      ({ agent }) => agent >= 0,
    ),
  ),
  transferred_in: count(assignments(isTransfer, 'to')),
  transferred_out: count(assignments(isTransfer, 'from')),
  open_now: state(
    () => true,
    (values) => values.length,
  ),
  waiting_now: state(
    ({ value }) => value !== null,
    (values) => values.length,
  ),
  longest_wait: state(
    ({ value }) => value !== null,
    (values) => (values.length === 0 ? null : Math.max(...values)),
  ),
  unassigned_now: state(
    ({ agent }) => agent < 0,
    (values) => values.length,
  ),
  engaged_time: engagedTime,
  occupancy,
  utilization,
  concurrency,
  csat_score: share(topOfScale),
  csat_average: mean(fivePoints),
  csat_response_rate: ratio(both(fivePoints, asOf(surveys))),
  // No record tells of a review.
  audit_score: mean(ratings(() => null)),
  audit_coverage: share(closes(() => 0)),
  nps: {
    things: chosen(zeroToTen),
    fold(own) {
      const promoters = own.filter(({ value }) => (value ?? 0) >= 9).length
      const detractors = own.filter(({ value }) => (value ?? 0) <= 6).length
      const of = own.length
      return { value: of === 0 ? null : (100 * (promoters - detractors)) / of, of }
    },
  },
  first_contact_resolution: share(settledAtFirst),
  repeat_contacts: share(comeBack),
  sentiment_negative: share((question) =>
    only(moods, isScored)(question).map((thing) => ({ ...thing, value: isNegative(thing) ? 1 : 0 })),
  ),
  negative_resolved_in_target: inTarget('negativeSettled', only(moods, isNegative)),
  bot_contained: share(bots(isContained)),
  bot_satisfied: share(bots((episode, history) => isContained(episode) && !isRatedBadly(episode, history))),
  bot_escalated: share(bots(wasEscalated)),
  contacts_added: contactsAdded,
  contacts_removed: contactsRemoved,
  contacts_new: contacts('new'),
  contacts_returning: contacts('returning'),
  retention_rate: onlyLinear(retention),
  responsiveness,
  opt_in_coverage: optInCoverage,
  drop_off: dropOff,
  open_rate: share(campaigns(isDelivered, isRead)),
  response_rate: responseRate,
  conversion_rate: conversionRate,
  conversion_value: conversionValue,
  billable_messages: count(billed),
  flags_raised: count(flags),
}
