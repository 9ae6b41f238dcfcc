/** What each setting may be. The problems go on after the setting's name: "targets.csat: is a share between 0 and 1". */
import { z } from 'zod'
import { hoursKinds, languages, type Settings, type TargetOverride } from '../../shared/contract.ts'
import { workingHoursSchema } from '../../shared/hours.ts'
import {
  flagRuleIds,
  flagRuleKinds,
  tellings,
  type FlagRuleId,
  type ThresholdUnit,
} from '../../shared/flags.ts'
import { isZone } from '../../shared/period.ts'
import { listed } from '../../shared/phrases.ts'
import { problem } from '../../shared/problems.ts'

const seconds = z
  .number(problem('problem.noSeconds'))
  .int(problem('problem.noWholeSeconds'))
  .positive(problem('problem.positive'))
  .max(31_536_000, problem('problem.mostYear'))
  .nullable()
const share = z
  .number(problem('problem.noShare'))
  .min(0, problem('problem.shareRange'))
  .max(1, problem('problem.shareRange'))
  .nullable()
const text = (most: number) =>
  z
    .string(problem('problem.noText'))
    .min(1, problem('problem.empty'))
    .max(most, problem('problem.longer', { most }))
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, problem('problem.noneOf', { values: listed(values) }))
const yesNo = z.boolean(problem('problem.yesNo'))

const targets = z.strictObject({
  firstResponse: seconds,
  resolution: seconds,
  nextResponse: seconds,
  csat: share,
  failureRate: share,
  firstContactResolution: share,
  utilization: share,
  botContainment: share,
  negativeSettled: seconds,
})

const targetOverride = z
  .strictObject({
    team: text(1024).nullable(),
    channel: text(1024).nullable(),
    targets: z.strictObject({
      firstResponse: z.exactOptional(seconds),
      resolution: z.exactOptional(seconds),
      nextResponse: z.exactOptional(seconds),
    }),
  })
  .refine(({ team, channel }) => team !== null || channel !== null, problem('problem.neitherTeamNorChannel'))

const rules = z.strictObject({
  firstResponseClock: oneOf(['opening', 'first_inbound', 'first_assignment', 'bot_handoff']),
  firstResponsePer: oneOf(['episode', 'conversation']),
  unanswered: oneOf(['first', 'last']),
  resolution: oneOf(['episode', 'first_opening', 'first_to_last', 'open_spans']),
  withoutRest: yesNo,
  firstResponseCredit: oneOf(['sender', 'current']),
  resolutionCredit: oneOf(['assigned', 'closer', 'current']),
  closedOnly: yesNo,
  hours: oneOf(hoursKinds).nullable(),
  engagedMinutes: z
    .number(problem('problem.noMinutes'))
    .positive(problem('problem.positive'))
    .max(1440, problem('problem.mostDay')),
  followUpDays: z
    .number(problem('problem.noDays'))
    .positive(problem('problem.positive'))
    .max(366, problem('problem.mostYear')),
  abandonedAfter: z
    .number(problem('problem.noSeconds'))
    .int(problem('problem.noWholeSeconds'))
    .positive(problem('problem.positive'))
    .max(31_536_000, problem('problem.mostYear')),
})

const topicRule = z.strictObject({
  id: text(200),
  name: text(200),
  keywords: z.record(
    z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, problem('problem.noLanguageCode')),
    z.array(text(200)).max(500, problem('problem.keywords')),
  ),
})

const positive = z.number(problem('problem.noNumber')).positive(problem('problem.positive'))
const thresholds: Readonly<Record<ThresholdUnit, z.ZodType<number | null>>> = {
  seconds: positive.max(31_536_000, problem('problem.mostYear')),
  times: positive.int(problem('problem.noWholeTimes')).max(1000, problem('problem.mostTimes')),
  // Of what an agent can hold it may be more than all.
  share: positive.max(5, problem('problem.shareMost')),
  none: z.null(problem('problem.noThreshold')),
}

const flagRule = (id: FlagRuleId) =>
  z.strictObject({
    on: yesNo,
    severity: oneOf(['danger', 'warning']),
    threshold: thresholds[flagRuleKinds[id].unit],
    hours: oneOf(hoursKinds),
    teams: z.array(text(1024)).max(1000, problem('problem.teams')),
    telling: oneOf(tellings),
    webhook: yesNo,
  })

// Typed by its keys, so that a rule without a schema does not compile.
const flagRules = z.strictObject(
  Object.fromEntries(flagRuleIds.map((id) => [id, flagRule(id)])) as Record<
    FlagRuleId,
    ReturnType<typeof flagRule>
  >,
)

const wallTime = z
  .string(problem('problem.noTime'))
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, problem('problem.noTimeOfDay'))

const telling = z.strictObject({
  desktop: yesNo,
  sound: yesNo,
  quiet: z.strictObject({ from: wallTime, to: wallTime }).nullable(),
  digestAt: wallTime.nullable(),
  withText: yesNo,
  webhook: z
    .strictObject({
      url: z
        .url({ protocol: /^https$/, error: problem('problem.noSecureAddress') })
        .max(2000, problem('problem.longer', { most: 2000 })),
      withText: yesNo,
    })
    .nullable(),
})

/** A list in which `key` tells one entry from another. */
function unlike<T>(
  entry: z.ZodType<T>,
  most: number,
  key: (entry: T) => string,
  what: string,
): z.ZodType<readonly T[]> {
  return z
    .array(entry, problem('problem.noList'))
    .max(most, problem('problem.entries', { most }))
    .refine((list) => new Set(list.map(key)).size === list.length, what)
}

export const settingSchemas: { readonly [K in keyof Settings]: z.ZodType<Settings[K]> } = {
  language: oneOf(languages).nullable(),
  theme: oneOf(['system', 'light', 'dark']),
  density: oneOf(['comfortable', 'compact']),
  zone: z.string(problem('problem.noText')).refine(isZone, problem('problem.noZone')).nullable(),
  me: text(1024).nullable(),
  targets,
  targetOverrides: unlike<TargetOverride>(
    targetOverride,
    1000,
    ({ team, channel }) => JSON.stringify([team, channel]),
    problem('problem.sameScopeTwice'),
  ),
  rules,
  workingHours: unlike(
    workingHoursSchema,
    1000,
    ({ scope }) => JSON.stringify([scope?.team ?? null, scope?.channel ?? null]),
    problem('problem.sameScopeTwice'),
  ),
  topicRules: unlike(topicRule, 500, ({ id }) => id, problem('problem.sameRuleTwice')),
  flagRules,
  conversationGapHours: z
    .number(problem('problem.noHours'))
    .positive(problem('problem.positive'))
    .max(8760, problem('problem.mostYear')),
  telling,
  agentCapacity: z
    .number(problem('problem.noConversations'))
    .int(problem('problem.noWholeConversations'))
    .min(1, problem('problem.least', { least: 1 }))
    .max(1000, problem('problem.mostThousand')),
  savedSearches: unlike(
    z.strictObject({ id: text(200), name: text(200), text: text(2000) }),
    500,
    ({ id }) => id,
    problem('problem.sameSearchTwice'),
  ),
  reviewer: text(200).nullable(),
  disputeHours: z
    .number(problem('problem.noHours'))
    .min(0, problem('problem.notNegative'))
    .max(8760, problem('problem.mostYear')),
}

/** Settings that are objects of choices: each choice is read alone, so that one more or one less loses none. */
export const choiceSchemas = {
  targets: targets.shape,
  rules: rules.shape,
  flagRules: flagRules.shape,
  telling: telling.shape,
} as const satisfies Partial<Record<keyof Settings, Readonly<Record<string, z.ZodType>>>>
