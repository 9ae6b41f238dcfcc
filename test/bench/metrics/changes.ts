/** How long the numbers take to follow a change of settings, and a full rebuild, and what a question waits meanwhile. */
import type { Engine } from '../../../src/main/engine/engine.ts'
import { RequestError } from '../../../src/shared/client.ts'
import type { Figure, MetricsQuery, Settings } from '../../../src/shared/contract.ts'
import type { MetricId } from '../../../src/shared/metrics.ts'
import { atShare } from '../reading.ts'
import { zone } from './data.ts'
import { queriesOf, questionOf } from './questions.ts'

export interface Recomputation {
  readonly what: string
  /** Milliseconds until the figures follow and everything is kept; null: see `why`. */
  readonly ms: number | null
  /** Why it was not measured. */
  readonly why: string
  /** The longest question asked meanwhile, in milliseconds. */
  readonly longestQuestionMs: number
}

/** Settings as they may be sent: some may not exist in the version measured. */
type Change = Readonly<Record<string, unknown>>

const office = [
  ['09:00', '12:30'],
  ['13:15', '17:45'],
]

const changes: readonly {
  readonly what: string
  readonly metric: MetricId
  readonly hours?: 'business'
  readonly change: (settings: Settings) => Change
}[] = [
  {
    what: 'working hours',
    metric: 'first_response_time',
    hours: 'business',
    change: () => ({
      workingHours: [
        {
          scope: null,
          zone,
          week: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
          exceptions: [],
        },
      ],
    }),
  },
  {
    what: 'targets',
    metric: 'first_response_in_target',
    change: ({ targets }) => ({ targets: { ...targets, firstResponse: 90 } }),
  },
  {
    what: 'rules (first-response clock)',
    metric: 'first_response_time',
    change: ({ rules }) => ({ rules: { ...rules, firstResponseClock: 'first_assignment' } }),
  },
]

/** Each change is made and taken back, so that the workspace ends as it was. */
export async function measureChanges(engine: Engine): Promise<readonly Recomputation[]> {
  const measured: Recomputation[] = []
  for (const { what, metric, hours, change } of changes) {
    const [all] = queriesOf(questionOf(30, 'none', 0))
    if (all === undefined) continue
    const query = {
      ...all,
      metrics: [metric],
      scope: { ...all.scope, ...(hours === undefined ? {} : { hours }) },
    }
    const settings = await engine.api.settings()
    const made = change(settings)
    const before = Object.fromEntries(Object.keys(made).map((key) => [key, settings[key as keyof Settings]]))
    const there = await follow(engine, what, query, made)
    measured.push(there)
    if (there.ms !== null) measured.push(await follow(engine, `${what}, taken back`, query, before))
    // What was refused is refused again; what was kept without effect must not stay.
    else await engine.api.saveSettings(before).catch(() => undefined)
  }
  return measured
}

/** A full rebuild from the rows, and how long questions take meanwhile. */
export async function measureRebuild(engine: Engine): Promise<Recomputation> {
  const what = 'full rebuild from rows'
  const rebuilding: unknown = engine.writer
  if (rebuilding === null) return { what, ms: null, why: 'nothing may be written', longestQuestionMs: 0 }
  const { rebuild } = rebuilding as { readonly rebuild: () => Promise<unknown> }
  const [query] = queriesOf(questionOf(30, 'none', 0))
  if (query === undefined) return { what, ms: null, why: 'there is no question', longestQuestionMs: 0 }
  const startedAt = performance.now()
  let end: { readonly ms: number | null; readonly why: string } | null = null
  void rebuild().then(
    () => (end = { ms: performance.now() - startedAt, why: '' }),
    (error: unknown) => (end = { ms: null, why: reasonOf(error) }),
  )
  const longestQuestionMs = await askUntil(engine, query, () => end !== null)
  return { what, ...(end ?? { ms: null, why: 'it did not end' }), longestQuestionMs }
}

/** The longest of many questions with nothing else going on, in milliseconds: what the others are to be held against. */
export async function measureQuiet(engine: Engine): Promise<number> {
  const [query] = queriesOf(questionOf(30, 'none', 0))
  let left = 200
  return query === undefined ? 0 : askUntil(engine, query, () => (left -= 1) < 0)
}

/** After this long nobody waits for a figure to change any more. */
const patienceMs = 60_000
/** An engine that recomputes says so within this time. */
const graceMs = 400

/** Saves settings and asks one question over and over, until its figure has changed and nothing is recomputed any more. */
async function follow(
  engine: Engine,
  what: string,
  query: MetricsQuery,
  change: Change,
): Promise<Recomputation> {
  const before = await figureOf(engine, query)
  let finishedAt = 0
  let pending = false
  const stop = engine.listen('recomputing', ({ done, total }) => {
    pending = done < total
    finishedAt = performance.now()
  })
  const startedAt = performance.now()
  let failed: string | null = null
  let savedAt = 0
  void engine.api.saveSettings(change).then(
    () => (savedAt = performance.now()),
    (error: unknown) => (failed = reasonOf(error)),
  )
  let changedAt = 0
  const over = () => {
    const now = performance.now()
    if (failed !== null || now - startedAt > patienceMs) return true
    const last = Math.max(changedAt, finishedAt)
    return changedAt > 0 && savedAt > 0 && !pending && now - last > graceMs
  }
  const longestQuestionMs = await askUntil(engine, query, over, (figure) => {
    if (changedAt === 0 && figure !== before) changedAt = performance.now()
  })
  stop()
  const ms = failed === null && changedAt > 0 ? Math.max(changedAt, finishedAt, savedAt) - startedAt : null
  const why = failed ?? (changedAt > 0 ? '' : `the figure did not change within ${patienceMs / 1000} s`)
  return { what, ms, why, longestQuestionMs }
}

/** Asks back to back until it is over; answers the longest, in milliseconds. */
async function askUntil(
  engine: Engine,
  query: MetricsQuery,
  isOver: () => boolean,
  see: (figure: string) => void = () => undefined,
): Promise<number> {
  const times: number[] = [0]
  while (!isOver()) {
    const startedAt = performance.now()
    see(await figureOf(engine, query))
    times.push(performance.now() - startedAt)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return atShare(times, 1)
}

async function figureOf(engine: Engine, query: MetricsQuery): Promise<string> {
  const { total } = await engine.api.metrics(query)
  const figures: Readonly<Record<string, Figure | undefined>> = total.metrics
  return JSON.stringify(query.metrics.map((metric) => figures[metric]))
}

function reasonOf(error: unknown): string {
  if (error instanceof RequestError) return error.failure.message
  return error instanceof Error ? error.message : String(error)
}
