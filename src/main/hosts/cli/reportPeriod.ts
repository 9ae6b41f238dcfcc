import { assertNever } from '../../../shared/assertNever.ts'
import { addDays, periodOf, startOfMonth, type Period } from '../../../shared/period.ts'

type Unit = 'day' | 'week' | 'month' | 'quarter'

/** What each shipped template is about; people's own are about a week. */
const units: Readonly<Record<string, Unit>> = {
  day: 'day',
  month: 'month',
  quarter: 'quarter',
  executive: 'month',
  audit: 'month',
  campaign: 'month',
}

/** The last day, week (from Monday), month or quarter that was over at `now`, as suits a template. */
export function lastFinishedPeriod(template: string, now: number, zone: string): Period {
  const unit = Object.hasOwn(units, template) ? (units[template] ?? 'week') : 'week'
  switch (unit) {
    case 'day':
      return periodOf('yesterday', now, zone)
    case 'week':
      return periodOf('last-week', now, zone)
    case 'month':
      return periodOf('last-month', now, zone)
    case 'quarter':
      return lastQuarter(now, zone)
    default:
      return assertNever(unit)
  }
}

function lastQuarter(now: number, zone: string): Period {
  // A day into the month, so that no zone's midnight is the month before.
  const month = new Date(addDays(startOfMonth(now, zone), 1, zone)).getUTCMonth()
  const to = startOfMonth(now, zone, -(month % 3))
  return { from: startOfMonth(to, zone, -3), to }
}
