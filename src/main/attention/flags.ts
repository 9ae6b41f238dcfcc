/**
 * What needs a person, as facts of the conversation. A flag says when it is raised; that moment may lie ahead: the engine
 * shows it once the clock gets there, and every count leaves it out until then.
 */
import type { FlagRuleId } from '../../shared/flags.ts'
import type { FactSettings, FlagFact } from '../metrics/facts.ts'
import { holderAt } from '../metrics/search.ts'
import { inOrder } from '../metrics/steps.ts'
import type { Timeline } from '../metrics/timeline.ts'
import type { DerivedFacts } from '../metrics/walk.ts'
import { abuse, askedForPerson, lowRatings, unsettledMoods } from './rules/customers.ts'
import { pingPong, reopenings } from './rules/passing.ts'
import { brokenPromises, mentions, personalData } from './rules/said.ts'
import type { RaiseFlags, Raised, Scene } from './rules/scene.ts'
import { blockedContacts, failedMessages, outsideWindow, withoutOptIn } from './rules/sending.ts'
import { lateFirstResponses, longWaits, waitsAfterHandOver, waitsUntilUnresolved } from './rules/waits.ts'

/** The rules about one conversation, by hand excepted: `waiting` looks at what `unresolved` raised before it. */
const rules: readonly (readonly [FlagRuleId, RaiseFlags])[] = [
  ['unresolved', longWaits],
  ['first_response', lateFirstResponses],
  ['message_failed', failedMessages],
  ['mentioned', mentions],
  ['waiting', waitsUntilUnresolved],
  ['reassigned_wait', waitsAfterHandOver],
  ['negative', unsettledMoods],
  ['asks_person', askedForPerson],
  ['abuse', abuse],
  ['outside_window', outsideWindow],
  ['no_opt_in', withoutOptIn],
  ['personal_data', personalData],
  ['reopened', reopenings],
  ['ping_pong', pingPong],
  ['low_rating', lowRatings],
  ['contact_blocked', blockedContacts],
  ['promise', brokenPromises],
]

/** Every flag of the conversation under the rules switched on, by (raisedAt, id). Ids survive a rebuild. */
export function raiseFlags(
  facts: DerivedFacts,
  timeline: Timeline,
  { flagRules, surroundings }: FactSettings,
): readonly FlagFact[] {
  const flags: FlagFact[] = []
  const ordered: Timeline = { ...timeline, messages: inOrder(timeline.messages) }
  for (const [id, raise] of rules) {
    const rule = flagRules[id]
    if (!rule.on) continue
    const scene: Scene = { facts, timeline: ordered, rule, surroundings, before: flags }
    const raised = raise(scene)
    if (raised.length === 0) continue
    const teams = rule.teams.length === 0 ? null : surroundings.teamRows(rule.teams)
    for (const one of raised) {
      const flag = flagOf(id, scene, one)
      if (teams === null || teams.has(flag.team)) flags.push(flag)
    }
  }
  // Most conversations raise none or one.
  return flags.length < 2 ? flags : flags.sort((a, b) => a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1))
}

/** It belongs to whoever had the conversation when it was raised, unless its rule knows better. */
function flagOf(id: FlagRuleId, { facts, timeline, rule }: Scene, raised: Raised): FlagFact {
  const { key, ...told } = raised
  return {
    ...holderAt(facts.assignments, raised.raisedAt),
    seconds: null,
    code: null,
    text: null,
    message: null,
    messages: [],
    ...told,
    id: `${id}:${timeline.rid}:${key}`,
    rule: id,
    severity: rule.severity,
    target: rule.threshold,
  }
}
