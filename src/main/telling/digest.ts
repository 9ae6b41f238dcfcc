/** The digest: once a day, what was flagged since the last one, by rule. */
import type { Scope } from '../../shared/contract.ts'
import type { FlagRate } from '../../shared/flags.ts'
import type { Notice } from '../../shared/telling.ts'
import { addDays } from '../../shared/period.ts'
import { lastTime } from './clockTimes.ts'
import { joined, ruleCount, type Telling } from './notices.ts'

/** A digest that was missed for long tells no more than a week. */
const mostDays = 7

/** The period of the digest that is due; null: none is. `toldTo` is where the last one ended. */
export function dueDigest(
  toldTo: number,
  { now, zone, settings }: Telling,
): { readonly from: number; readonly to: number } | null {
  const { digestAt } = settings.telling
  if (digestAt === null) return null
  const to = lastTime(digestAt, now, zone)
  if (to <= toldTo) return null
  return { from: Math.max(toldTo, addDays(to, -mostDays, zone)), to }
}

export function wholeScope(from: number, to: number, zone: string): Scope {
  return { from, to, zone, agents: [], teams: [], channels: [], categories: [] }
}

/** null: nothing happened, which nobody needs to be told. Rules that are only shown play no part. */
export function digestNotice(rates: readonly FlagRate[], open: number, telling: Telling): Notice | null {
  const { settings, words, format } = telling
  const told = rates
    .filter(({ rule, raised }) => raised > 0 && settings.flagRules[rule].telling !== 'shown')
    .toSorted((a, b) => urgency(b, telling) - urgency(a, telling) || b.raised - a.raised)
  const raised = told.reduce((sum, rate) => sum + rate.raised, 0)
  const decided = told.reduce((sum, rate) => sum + rate.decided, 0)
  if (raised === 0) return null
  return {
    id: `${telling.now}:digest`,
    title: words('digest', { count: raised, shown: format.count(raised) }),
    body: [
      joined(
        told.map((rate) => ruleCount(rate.rule, rate.raised, telling)),
        telling,
      ),
      words('decided', { shown: format.count(decided) }),
      words('stillOpen', { shown: format.count(open) }),
    ].join(' · '),
    severity: told.some((rate) => urgency(rate, telling) > 0) ? 'danger' : 'warning',
    sound: false,
    flag: null,
  }
}

function urgency({ rule }: FlagRate, { settings }: Telling): number {
  return settings.flagRules[rule].severity === 'danger' ? 1 : 0
}
