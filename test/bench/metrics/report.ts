/** What was measured as tables: every question and engine, then the goals of the reference and of issue 3. */
import { alignRows, printTable, shown, type Line } from '../table.ts'
import type { Recomputation } from './changes.ts'
import type { DataSize } from './data.ts'
import { engineNames, type EngineName } from './engines.ts'
import type { Pages, PageTimes } from './pages.ts'
import type { Starts } from './start.ts'

/** Everything about one size of data. */
export interface Measured {
  readonly size: DataSize
  readonly messages: number
  readonly pages: Pages
  readonly starts: Starts
  readonly recomputations: readonly Recomputation[]
  readonly rebuild: Recomputation
  /** The longest of the same questions with nothing else going on, in milliseconds. */
  readonly quietMs: number
  /** Bytes a second this machine reads. */
  readonly bandwidth: number
}

type Sql = Exclude<EngineName, 'Floorwalker'>

const others = engineNames.filter((name) => name !== 'Floorwalker')

/** Every question: Floorwalker's median and 95th percentile, the others' medians, and how many times as long they take. */
export function pageTable({ times }: Pages): readonly string[] {
  const cell = (value: number | undefined) => (value === undefined ? 'not measured' : shown(value))
  return alignRows([
    ['page, median ms', 'Floorwalker', 'p95', ...others.flatMap((name) => [name, '×']), 'samples'],
    ...times.map(({ days, filter, taken }) => [
      `${days} days and those before, ${filter === 'none' ? 'unfiltered' : `one ${filter}`}`,
      cell(taken.Floorwalker?.median),
      cell(taken.Floorwalker?.p95),
      ...others.flatMap((name) => [cell(taken[name]?.median), cell(ratio(taken, name))]),
      engineNames.map((name) => taken[name]?.samples ?? 0).join(' / '),
    ]),
  ])
}

function ratio(taken: PageTimes['taken'], engine: Sql): number | undefined {
  const own = taken.Floorwalker?.median
  const other = taken[engine]?.median
  return own === undefined || other === undefined ? undefined : other / own
}

/** What was promised and what came of it. */
export function goalLines(measured: Measured): readonly Line[] {
  const { size, messages, starts, recomputations, rebuild, quietMs } = measured
  const large = size.name === 'l'
  const goal = (value: number) => (large ? value : null)
  const months = measured.pages.times.filter(({ days }) => days === 30)
  const year = measured.pages.times.filter(({ days, filter }) => days === 270 && filter === 'none')
  const medianGoal = large ? 6 : size.name === 's' ? 2 : null
  return [
    atMost('30 days, slowest filter, median ms', medianGoal, slowest(months, 'median')),
    atMost('30 days, slowest filter, p95 ms', goal(12), slowest(months, 'p95')),
    ...ratioLines(
      '30 days',
      months,
      large ? { DuckDB: 15, PostgreSQL: 400 } : size.name === 's' ? { DuckDB: 25 } : {},
    ),
    atMost('270 days, unfiltered, median ms', goal(45), slowest(year, 'median')),
    ...ratioLines('270 days, unfiltered', year, large ? { DuckDB: 15 } : {}),
    atMost('start to first page, warm, ms', goal(300), starts.warm.firstPageMs),
    told('  of it until the workspace is open, ms', starts.warm.openMs),
    atMost('start to first page, cold page cache, ms', goal(800), starts.cold?.firstPageMs ?? null),
    atMost('columns, bytes a message', goal(10), starts.warm.columnBytes / messages),
    told('whole process, MiB resident', starts.warm.rssBytes / 2 ** 20),
    ...recomputations.flatMap((one) => recomputed(one, goal(1000))),
    ...recomputed(rebuild, null),
    ...(rebuild.ms === null
      ? []
      : [atLeast('  messages/s', goal(1_000_000), messages / (rebuild.ms / 1000))]),
    told('longest question with nothing else going on, ms', quietMs),
    ...boundLines(measured),
  ]
}

/** What could not be measured, and why: one line each. */
export function notMeasured({ recomputations, rebuild, starts }: Measured): readonly string[] {
  const missing = [...recomputations, rebuild].filter(({ ms }) => ms === null)
  return [
    ...missing.map(({ what, why }) => `not measured: ${what}: ${why}`),
    ...(starts.cold === null
      ? ['not measured: start with a cold page cache: only root may empty it, on Linux']
      : []),
  ]
}

function ratioLines(
  what: string,
  times: readonly PageTimes[],
  goals: Readonly<Partial<Record<'DuckDB' | 'PostgreSQL', number>>>,
): readonly Line[] {
  return others.map((engine) => {
    const ratios = times.map(({ taken }) => ratio(taken, engine) ?? null)
    const least = ratios.includes(null) ? null : Math.min(...ratios.map((one) => one ?? 0))
    return atLeast(
      `${what}: times as long in ${engine}, least of the filters`,
      goals[engine.startsWith('DuckDB') ? 'DuckDB' : 'PostgreSQL'] ?? null,
      least,
    )
  })
}

function recomputed({ what, ms, longestQuestionMs }: Recomputation, goalMs: number | null): readonly Line[] {
  if (ms === null) return [atMost(`${what}, ms until done`, goalMs, null)]
  return [
    atMost(`${what}, ms until done`, goalMs, ms),
    atMost('  longest question meanwhile, ms', goalMs === null ? null : 50, longestQuestionMs),
  ]
}

/** How far the unfiltered page of thirty days is from what the memory alone would allow. */
function boundLines({ pages, messages, starts, bandwidth }: Measured): readonly Line[] {
  const page = pages.times.find(({ days, filter }) => days === 30 && filter === 'none')
  const own = page?.taken.Floorwalker?.median ?? null
  const touched = (starts.warm.columnBytes / messages) * pages.messagesInPage
  const boundMs = (touched / bandwidth) * 1000
  return [
    told('memory bandwidth, one thread, GB/s', bandwidth / 1e9),
    told('messages in the unfiltered page of 30 days', pages.messagesInPage),
    told('  bytes of columns they and their facts take, MB', touched / 1e6),
    told('  ms to read those once at that bandwidth', boundMs),
    told('  page ÷ that', own === null ? null : own / boundMs),
  ]
}

export function goalTable(lines: readonly Line[]): readonly string[] {
  return printTable(lines, null)
}

function slowest(times: readonly PageTimes[], which: 'median' | 'p95'): number | null {
  const all = times.flatMap(({ taken }) => taken.Floorwalker?.[which] ?? [])
  return all.length === 0 ? null : Math.max(...all)
}

function atMost(what: string, goal: number | null, measured: number | null): Line {
  return line(
    what,
    goal === null ? '' : `≤ ${goal}`,
    measured,
    goal === null || measured === null ? null : measured <= goal,
  )
}

function atLeast(what: string, goal: number | null, measured: number | null): Line {
  const text = goal === null ? '' : `≥ ${goal.toLocaleString('en')}`
  return line(what, text, measured, goal === null || measured === null ? null : measured >= goal)
}

function told(what: string, measured: number | null): Line {
  return line(what, '', measured, null)
}

function line(what: string, goal: string, measured: number | null, reached: boolean | null): Line {
  return { what, goal, measured, ratio: null, reached }
}
