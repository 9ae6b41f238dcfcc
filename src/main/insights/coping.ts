/** Whether one agent (or team) copes: waits and backlog growing or falling, held against arrivals. */
import { median } from 'simple-statistics'
import { mannKendall } from './kendall.ts'

/** One day (or week) of a series: its start in epoch milliseconds; null: nothing to measure. */
export interface DayValue {
  readonly at: number
  readonly value: number | null
}

export interface Workload {
  /** Conversations that came to the agent in the day. */
  readonly arrivals: readonly DayValue[]
  /** Conversations settled in the day; with arrivals they tell whether the work gets done. */
  readonly handled: readonly DayValue[]
  /** The day's median wait, in seconds. */
  readonly waits: readonly DayValue[]
  /** Conversations held unresolved at the day's end. */
  readonly backlog: readonly DayValue[]
}

export type CopingVerdict = 'coping' | 'stretched' | 'falling_behind' | 'unknown'

export const copingCodes = [
  'few_days',
  'few_arrivals',
  'no_waits_no_backlog',
  'backlog_growing',
  'backlog_steady',
  'backlog_falling',
  'waits_growing',
  'waits_steady',
  'waits_falling',
  'handled_short',
  'handled_enough',
  'arrivals_growing',
  'arrivals_steady',
  'arrivals_falling',
] as const
export type CopingCode = (typeof copingCodes)[number]

/**
 * What was found and its two figures: the median day of the last third of the period against that of the first; for
 * `handled_*` all that was settled against all that came; for `few_*` what there is against what is needed.
 */
export interface CopingReason {
  readonly code: CopingCode
  readonly value: number
  readonly before: number
}

export interface Coping {
  readonly verdict: CopingVerdict
  /** The weightiest first. */
  readonly because: readonly CopingReason[]
}

/** Less says nothing: two working weeks, and arrivals enough that their noise is below a fifth. */
const fewestDays = 10
const fewestArrivals = 30
/** A series of fewer days has no thirds to compare. */
const fewestInASeries = 6
/** A backlog grows when it gains this share of a day's arrivals, and this many conversations at least. */
const backlogShare = 0.5
const backlogLeast = 3
/** Waits grow (or fall) when the test finds it and the last third is this many times the first. */
const waitTimes = 1.25
const level = 0.05
/** Arrivals grow when the last third is this many times the first and Poisson noise does not explain it. */
const arrivalTimes = 1.2
/** Handled falls short below this share of arrivals, if by more than noise. */
const handledShare = 0.95
/** Differences of counts from this many standard errors are not noise. */
const standardErrors = 2

type Course = 'growing' | 'steady' | 'falling'

/**
 * The verdict with its reasons. Falling behind: the backlog grows and waits grow or less is handled than arrives.
 * Stretched: one of backlog and waits grows. Coping: neither does. Unknown: too little to tell.
 */
export function copingOf(workload: Workload): Coping {
  const arrivals = known(workload.arrivals)
  const total = sumOf(arrivals)
  if (arrivals.length < fewestDays) return unknown('few_days', arrivals.length, fewestDays)
  if (total < fewestArrivals) return unknown('few_arrivals', total, fewestArrivals)

  const backlog = backlogCourse(known(workload.backlog), total / arrivals.length)
  const waits = waitCourse(known(workload.waits))
  if (backlog === null && waits === null) return unknown('no_waits_no_backlog', 0, fewestInASeries)
  const handled = handledAgainst(known(workload.handled), total)
  const growing = [backlog, waits].filter((found) => found?.course === 'growing').length
  const short = handled?.code === 'handled_short'
  const behind = backlog?.course === 'growing' && (waits?.course === 'growing' || short)
  const reasons: CopingReason[] = []
  if (backlog !== null) reasons.push(reasonOf('backlog', backlog))
  if (waits !== null) reasons.push(reasonOf('waits', waits))
  if (handled !== null) reasons.push(handled)
  reasons.push(reasonOf('arrivals', arrivalCourse(arrivals)))
  return {
    verdict: behind ? 'falling_behind' : growing > 0 ? 'stretched' : 'coping',
    because: reasons.toSorted((one, other) => weightOf(one.code) - weightOf(other.code)),
  }
}

function unknown(code: CopingCode, value: number, before: number): Coping {
  return { verdict: 'unknown', because: [{ code, value, before }] }
}

/** What presses comes before what does not; else the order of the reasons stays. */
function weightOf(code: CopingCode): number {
  if (code === 'arrivals_growing') return 1
  return code.endsWith('_growing') || code === 'handled_short' ? 0 : 2
}

interface KnownDay {
  readonly time: number
  readonly value: number
}

/** The days with a value, by time. */
function known(days: readonly DayValue[]): readonly KnownDay[] {
  return days
    .flatMap(({ at, value }) => (value === null ? [] : [{ time: at, value }]))
    .toSorted((one, other) => one.time - other.time || one.value - other.value)
}

/** A course, with the median days of the last and the first third. */
interface Movement {
  readonly course: Course
  readonly value: number
  readonly before: number
}

function reasonOf(of: 'backlog' | 'waits' | 'arrivals', { course, value, before }: Movement): CopingReason {
  return { code: `${of}_${course}`, value, before }
}

function thirds(days: readonly KnownDay[]): { readonly value: number; readonly before: number } {
  const third = Math.floor(days.length / 3)
  const middle = (part: readonly KnownDay[]) => median(part.map((day) => day.value))
  return { value: middle(days.slice(-third)), before: middle(days.slice(0, third)) }
}

/** A backlog remembers the day before, so a test for trends would cry wolf: its gain is measured in days of work. */
function backlogCourse(days: readonly KnownDay[], arrivalsADay: number): Movement | null {
  if (days.length < fewestInASeries) return null
  const { value, before } = thirds(days)
  const least = Math.max(backlogLeast, backlogShare * arrivalsADay)
  const gain = value - before
  return { course: gain >= least ? 'growing' : gain <= -least ? 'falling' : 'steady', value, before }
}

function waitCourse(days: readonly KnownDay[]): Movement | null {
  if (days.length < fewestInASeries) return null
  const { value, before } = thirds(days)
  const { s, p } = mannKendall(days)
  if (p > level) return { course: 'steady', value, before }
  if (s > 0 && value > before * waitTimes) return { course: 'growing', value, before }
  if (s < 0 && value * waitTimes < before) return { course: 'falling', value, before }
  return { course: 'steady', value, before }
}

function arrivalCourse(days: readonly KnownDay[]): Movement {
  const { value, before } = thirds(days)
  const third = Math.floor(days.length / 3)
  const late = sumOf(days.slice(-third))
  const early = sumOf(days.slice(0, third))
  const isNoise = Math.abs(late - early) <= standardErrors * Math.sqrt(late + early)
  if (!isNoise && late >= early * arrivalTimes) return { course: 'growing', value, before }
  if (!isNoise && late * arrivalTimes <= early) return { course: 'falling', value, before }
  return { course: 'steady', value, before }
}

function handledAgainst(days: readonly KnownDay[], arrived: number): CopingReason | null {
  if (days.length === 0) return null
  const handled = sumOf(days)
  const missing = arrived - handled
  const short = handled < arrived * handledShare && missing > standardErrors * Math.sqrt(arrived)
  return { code: short ? 'handled_short' : 'handled_enough', value: handled, before: arrived }
}

function sumOf(days: readonly KnownDay[]): number {
  return days.reduce((sum, day) => sum + day.value, 0)
}
