/** What each setting may be. The messages go on after the setting's name: "targets.csat: is a share between 0 and 1". */
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

const seconds = z
  .number('is no number of seconds')
  .int('is no whole number of seconds')
  .positive('must be more than 0')
  .max(31_536_000, 'is at most a year')
  .nullable()
const share = z
  .number('is no share')
  .min(0, 'is a share between 0 and 1')
  .max(1, 'is a share between 0 and 1')
  .nullable()
const text = (most: number) =>
  z.string('is no text').min(1, 'is empty').max(most, `is longer than ${most} characters`)
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `is none of ${values.join(', ')}`)
const yesNo = z.boolean('is neither true nor false')

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
  .refine(({ team, channel }) => team !== null || channel !== null, 'names neither a team nor a channel')

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
    .number('is no number of minutes')
    .positive('must be more than 0')
    .max(1440, 'is at most a day'),
  followUpDays: z
    .number('is no number of days')
    .positive('must be more than 0')
    .max(366, 'is at most a year'),
  abandonedAfter: z
    .number('is no number of seconds')
    .int('is no whole number of seconds')
    .positive('must be more than 0')
    .max(31_536_000, 'is at most a year'),
})

const topicRule = z.strictObject({
  id: text(200),
  name: text(200),
  keywords: z.record(
    z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'is no language code such as en'),
    z.array(text(200)).max(500, 'has more than 500 keywords'),
  ),
})

const positive = z.number('is no number').positive('must be more than 0')
const thresholds: Readonly<Record<ThresholdUnit, z.ZodType<number | null>>> = {
  seconds: positive.max(31_536_000, 'is at most a year'),
  times: positive.int('is no whole number of times').max(1000, 'is at most 1,000 times'),
  // Of what an agent can hold it may be more than all.
  share: positive.max(5, 'is a share of at most 5, which is 500 %'),
  none: z.null('must be null: the rule has none'),
}

const flagRule = (id: FlagRuleId) =>
  z.strictObject({
    on: yesNo,
    severity: oneOf(['danger', 'warning']),
    threshold: thresholds[flagRuleKinds[id].unit],
    hours: oneOf(hoursKinds),
    teams: z.array(text(1024)).max(1000, 'names more than 1,000 teams'),
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

const wallTime = z.string('is no time').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day, such as 22:00')

const telling = z.strictObject({
  desktop: yesNo,
  sound: yesNo,
  quiet: z.strictObject({ from: wallTime, to: wallTime }).nullable(),
  digestAt: wallTime.nullable(),
  withText: yesNo,
  webhook: z
    .strictObject({
      url: z
        .url({ protocol: /^https$/, error: 'is no https address' })
        .max(2000, 'is longer than 2000 characters'),
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
    .array(entry, 'is no list')
    .max(most, `has more than ${most} entries`)
    .refine((list) => new Set(list.map(key)).size === list.length, what)
}

export const settingSchemas: { readonly [K in keyof Settings]: z.ZodType<Settings[K]> } = {
  language: oneOf(languages).nullable(),
  theme: oneOf(['system', 'light', 'dark']),
  density: oneOf(['comfortable', 'compact']),
  zone: z.string('is no text').refine(isZone, 'is no time zone, such as Europe/Berlin').nullable(),
  me: text(1024).nullable(),
  targets,
  targetOverrides: unlike<TargetOverride>(
    targetOverride,
    1000,
    ({ team, channel }) => JSON.stringify([team, channel]),
    'has two entries for the same team and channel',
  ),
  rules,
  workingHours: unlike(
    workingHoursSchema,
    1000,
    ({ scope }) => JSON.stringify([scope?.team ?? null, scope?.channel ?? null]),
    'has two entries for the same team and channel',
  ),
  topicRules: unlike(topicRule, 500, ({ id }) => id, 'has two rules with the same id'),
  flagRules,
  conversationGapHours: z
    .number('is no number of hours')
    .positive('must be more than 0')
    .max(8760, 'is at most a year'),
  telling,
  agentCapacity: z
    .number('is no number of conversations')
    .int('is no whole number of conversations')
    .min(1, 'is at least 1')
    .max(1000, 'is at most 1,000'),
  savedSearches: unlike(
    z.strictObject({ id: text(200), name: text(200), text: text(2000) }),
    500,
    ({ id }) => id,
    'has two searches with the same id',
  ),
  reviewer: text(200).nullable(),
  disputeHours: z
    .number('is no number of hours')
    .min(0, 'must not be less than 0')
    .max(8760, 'is at most a year'),
}

/** Settings that are objects of choices: each choice is read alone, so that one more or one less loses none. */
export const choiceSchemas = {
  targets: targets.shape,
  rules: rules.shape,
  flagRules: flagRules.shape,
  telling: telling.shape,
} as const satisfies Partial<Record<keyof Settings, Readonly<Record<string, z.ZodType>>>>
