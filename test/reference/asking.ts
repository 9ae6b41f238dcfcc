/** Random settings, and random questions under them. */
import type { Random } from '../../src/shared/random.ts'
import { dimensions, type MetricsQuery, type Scope, type Settings } from '../../src/shared/contract.ts'
import type { WorkingHours } from '../../src/shared/hours.ts'
import type { FlagRule } from '../../src/shared/flags.ts'
import { noFlags } from '../main/metrics/timelines.ts'
import { authors, openers } from '../../src/shared/records.ts'
import { defaultRules, definitionNames, type NumberRules } from '../../src/shared/rules.ts'
import type { Ledger } from './ledger.ts'
import { isTime } from './question.ts'

const day = 86_400_000

/** Any choice of every rule. */
export function randomRules(random: Random): NumberRules {
  return {
    firstResponseClock: random.pick(['opening', 'first_inbound', 'first_assignment', 'bot_handoff']),
    firstResponsePer: random.pick(['episode', 'conversation']),
    unanswered: random.pick(['first', 'last']),
    resolution: random.pick(['episode', 'first_opening', 'first_to_last', 'open_spans']),
    withoutRest: random.chance(0.5),
    firstResponseCredit: random.pick(['sender', 'current']),
    resolutionCredit: random.pick(['assigned', 'closer', 'current']),
    closedOnly: random.chance(0.3),
    hours: random.pick([null, null, 'calendar', 'business']),
    engagedMinutes: random.pick([1, 3, 60, defaultRules.engagedMinutes]),
    followUpDays: random.pick([0.5, 1, 7]),
    abandonedAfter: random.pick([1, 120, 7200]),
  }
}

/** Settings that change numbers; of each list now and then none. */
export function randomSettings(random: Random): Partial<Settings> {
  const seconds = () => random.pick([null, 60, 600, 86_400])
  return {
    rules: randomRules(random),
    targets: {
      firstResponse: seconds(),
      resolution: seconds(),
      nextResponse: seconds(),
      csat: null,
      failureRate: null,
      firstContactResolution: null,
      utilization: null,
      botContainment: null,
      negativeSettled: seconds(),
    },
    targetOverrides: random.chance(0.5)
      ? [
          { team: 't1', channel: null, targets: { firstResponse: seconds(), resolution: 5 } },
          { team: null, channel: 'c1', targets: { nextResponse: seconds(), resolution: 5000 } },
          { team: 't2', channel: 'c1', targets: { firstResponse: 7 } },
        ]
      : [],
    workingHours: random.chance(0.4) ? [...randomHours(random)] : [],
    flagRules: {
      ...noFlags,
      unresolved: randomRule(random, [60, 7200]),
      first_response: randomRule(random, [60, 7200]),
      message_failed: randomRule(random, [null]),
      mentioned: randomRule(random, [null]),
      waiting: randomRule(random, [1, 1800]),
      reassigned_wait: randomRule(random, [1, 600]),
      negative: randomRule(random, [1, 3600]),
      asks_person: randomRule(random, [1, 3600]),
      abuse: randomRule(random, [null]),
      outside_window: randomRule(random, [null]),
      no_opt_in: randomRule(random, [null]),
      personal_data: randomRule(random, [null]),
      reopened: randomRule(random, [1, 2]),
      ping_pong: randomRule(random, [1, 2, 4]),
      low_rating: randomRule(random, [0.25, 0.5, 0.9]),
      contact_blocked: randomRule(random, [null]),
      promise: randomRule(random, [null]),
    },
  }
}

function randomRule(random: Random, thresholds: Parameters<typeof random.pick<number | null>>[0]): FlagRule {
  const teams = random.chance(0.2) ? ['t1'] : []
  return { ...noFlags.unresolved, on: random.chance(0.7), threshold: random.pick(thresholds), teams }
}

/** What people set replaces what the sources state for the same place. */
function randomHours(random: Random): readonly WorkingHours[] {
  const week: WorkingHours['week'] = {
    mon: [['07:30', '19:00']],
    tue: [],
    wed: [
      ['00:00', '02:30'],
      ['02:30', '03:00'],
    ],
    thu: [['23:30', '00:30']],
    fri: [['12:00', '12:00']],
    sat: [],
    sun: [['02:15', '02:45']],
  }
  const zone = random.pick(['Europe/Berlin', 'Australia/Lord_Howe', 'America/Sao_Paulo'])
  return [null, { team: 't2' }, { channel: 'c1' }]
    .filter(() => random.chance(0.5))
    .map((scope) => ({ scope, zone, week, exceptions: [] }))
}

/** A question of any period of the workspace, under any filters, broken down by up to two dimensions. */
export function randomQuery(random: Random, ledger: Ledger, zone: string): MetricsQuery {
  const scope = randomScope(random, ledger, zone)
  const definition = random.chance(0.25) ? random.pick(definitionNames) : undefined
  const by = Array.from({ length: random.pick([0, 1, 1, 2]) }, () => random.pick(dimensions))
  return {
    scope,
    by: [...new Set(by)].filter((one, index) => index === 0 || !isTime(one)),
    metrics: [],
    ...(definition === undefined ? {} : { definition }),
  }
}

function randomScope(random: Random, { world, span }: Ledger, zone: string): Scope {
  const some = <T>(ids: Iterable<T>, share: number): T[] =>
    random.chance(share) ? [...ids].filter(() => random.chance(0.5)) : []
  const at = () => {
    const instant = Math.floor(span.from + random.next() * (span.to - span.from))
    return random.chance(0.5) ? instant : Math.floor(instant / day) * day
  }
  const [one, other] = [at(), at()]
  const isWhole = random.chance(0.3)
  return {
    from: isWhole ? span.from : Math.min(one, other),
    to: isWhole ? span.to + 1 : Math.max(one, other) + 1,
    zone: random.pick([zone, 'UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe']),
    agents: some(world.agents.values(), 0.2),
    teams: some(world.teams.values(), 0.2),
    channels: some(world.channels.values(), 0.2),
    categories: some(world.categories.values(), 0.15),
    authors: some(authors, 0.15),
    openers: some(openers, 0.15),
    hours: random.pick(['calendar', 'business']),
  }
}
