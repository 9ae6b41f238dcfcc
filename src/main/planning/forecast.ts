/** The forecast as a screen asks for it: the rest of today and all of tomorrow. */
import type { Scope } from '../../shared/contract.ts'
import type { Forecast } from '../../shared/planning.ts'
import { startOfDay } from '../../shared/period.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { readCompleteTo } from '../store/cursors.ts'
import { workingHoursInForce } from '../store/workingHours.ts'
import { type ArrivalDay, countIntoDays, stepMs } from './arrivalDays.ts'
import { arrivalsIn } from './arrivals.ts'
import { dayFrom, dayOffIn } from './daysOff.ts'
import { forecastDay, forecastToday, learn, type Learned } from './forecastToday.ts'
import { planningData } from './planningGround.ts'

/** Days that are read: eight weeks to learn from before each of the four weeks that are held out. */
const readDays = 84
/** Past days are counted anew after this long: records may come late. */
const keptFor = 10 * 60_000
const mostKept = 16

export interface ForecastDesk {
  forecast(scope: Scope): Forecast
}

/** Keeps what past days taught, by the scope's filters, until the day is over or records may have come late. */
export function createForecastDesk(ports: ReadPorts): ForecastDesk {
  const kept = new Map<string, { readonly at: number; readonly learned: Learned }>()

  function learnedOf(scope: Scope, at: number, isOff: (day: number) => boolean): Learned {
    const { from: _from, to: _to, ...filters } = scope
    const today = startOfDay(at, scope.zone)
    const key = JSON.stringify([today, filters])
    const known = kept.get(key)
    if (known !== undefined && at - known.at < keptFor) return known.learned
    const learned = learn(daysOf(ports, scope, dayFrom(at, -readDays, scope.zone), today, isOff), scope.zone)
    kept.delete(key)
    const oldest = kept.keys().next().value
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
    kept.set(key, { at, learned })
    return learned
  }

  return {
    forecast(scope) {
      const { zone } = scope
      const at = ports.now()
      const isOff = dayOffIn(workingHoursInForce(ports.cache, ports.settings()), zone)
      const learned = learnedOf(scope, at, isOff)
      const knownTo = readCompleteTo(ports.cache) ?? at
      const [from, tomorrow] = [startOfDay(at, zone), dayFrom(at, 1, zone)]
      const [today] = daysOf(ports, scope, from, tomorrow, isOff)
      const steps =
        today === undefined
          ? []
          : [
              ...(forecastToday({ days: [], today, at, knownTo, zone }, learned) ?? []),
              ...(forecastDay(learned, { from: tomorrow, off: isOff(tomorrow) }) ?? []),
            ]
      const { error, covered } = learned.backtest
      return {
        at,
        stepSeconds: stepMs / 1000,
        steps: steps.map(({ from: begin, expected, low, high }) => ({ from: begin, expected, low, high })),
        error,
        covered,
      }
    },
  }
}

/** The days of [from, to), counted. */
export function daysOf(
  ports: ReadPorts,
  scope: Scope,
  from: number,
  to: number,
  isOff: (day: number) => boolean,
): readonly ArrivalDay[] {
  const data = planningData(ports, scope)
  const arrivals = arrivalsIn(data.ground({ from, to }), { from, to, readTo: data.now })
  return countIntoDays(arrivals, from, to, scope.zone).map((day) => ({ ...day, off: isOff(day.from) }))
}
