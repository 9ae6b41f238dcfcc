/**
 * `npm run bench:metrics [-- --size s|l|both|quick] [--data DIR] [--without postgres]`: the same page of figures asked of
 * Floorwalker, of DuckDB and of PostgreSQL with Chatwoot's tables, on the same facts, in one run; their figures are
 * compared, and what the console promises about its numbers is measured beside it. Exit code 1 when a figure differs or a
 * goal was missed.
 */
import { cpus, loadavg } from 'node:os'
import type { Engine } from '../../../src/main/engine/engine.ts'
import type { Dictionary } from '../../../src/main/metrics/dictionary.ts'
import { openEngine } from '../../support/workspace.ts'
import { machine, openBench, say } from '../opening.ts'
import { measureBandwidth } from './bandwidth.ts'
import { measureChanges, measureQuiet, measureRebuild } from './changes.ts'
import { sizes, until, type DataSize } from './data.ts'
import { openDuck } from './duckdb.ts'
import { asksFloorwalker, asksSql, type Ask, type EngineName } from './engines.ts'
import { prepareWorkspace, type Workspace } from './floorwalker.ts'
import { measurePages, type Pages } from './pages.ts'
import { openPostgres } from './postgres.ts'
import { goalLines, goalTable, notMeasured, pageTable, type Measured } from './report.ts'
import { readNames } from './rows.ts'
import { measureStarts } from './start.ts'

const { chosen, folder, isLeftOut, end } = openBench<DataSize>({
  name: 'metrics',
  sizes,
  usual: 'both',
  optional: ['postgres'],
})

try {
  const bandwidth = measureBandwidth()
  say(machine())
  for (const size of chosen) {
    say(`\n## ${size.conversations.toLocaleString('en')} conversations over ${size.days} days\n`)
    report(await measure(size, bandwidth))
  }
} finally {
  end()
}

async function measure(size: DataSize, bandwidth: number): Promise<Measured> {
  const workspace = prepareWorkspace(folder, size)
  const { messagesPerSecond: speed } = workspace
  say(speed === null ? 'Ingested before.' : `Ingested ${Math.round(speed).toLocaleString('en')} messages/s.`)
  await timed('Search index ready', () => indexed(workspace.dir))
  const names = readNames(workspace.dir)
  const pages = await measureEngines(workspace, names)
  const starts = await measureStarts(workspace.dir)
  const engine = await openWithLists(workspace.dir)
  try {
    const quietMs = await measureQuiet(engine)
    const recomputations = await measureChanges(engine)
    const rebuild = await measureRebuild(engine)
    const { messages } = (await engine.api.syncHealth()).storage
    sayLoad()
    return { size, messages, pages, recomputations, rebuild, quietMs, bandwidth, starts }
  } finally {
    await engine.close()
  }
}

/** The index of search is built once, before anything is measured: it is no part of this benchmark. */
async function indexed(dir: string): Promise<void> {
  const engine = await openEngine(dir)
  let grown = Promise.withResolvers<void>()
  engine.listen('changed', ({ topics }) => {
    if (topics.includes('search')) grown.resolve()
  })
  try {
    while ((await engine.api.searchIndex()).state !== 'ready') {
      await grown.promise
      grown = Promise.withResolvers<void>()
    }
  } finally {
    await engine.close()
  }
}

/** Lists load by themselves after the first page; here nothing else may go on while pages are asked. */
async function openWithLists(dir: string): Promise<Engine> {
  const engine = await openEngine(dir)
  const scope = { from: 0, to: until, zone: 'UTC', agents: [], teams: [], channels: [], categories: [] }
  const filters = { states: [], waiting: false, flagged: false, contact: '' }
  await engine.api.conversations({ scope, ...filters, sort: 'last', ascending: false, after: null, limit: 1 })
  return engine
}

/** All engines hold their data ready at once, each is asked with the others idle. */
async function measureEngines(workspace: Workspace, names: Dictionary): Promise<Pages> {
  const closing: (() => Promise<void> | void)[] = []
  const asks = new Map<EngineName, Ask>()
  try {
    const engine = await timed('Floorwalker opened, its lists loaded', () => openWithLists(workspace.dir))
    closing.push(() => engine.close())
    asks.set('Floorwalker', asksFloorwalker(engine))
    const duck = await timed('DuckDB opened, and loaded where new', () =>
      openDuck(workspace.folder, { ...workspace, names }),
    )
    closing.push(() => duck.close())
    asks.set('DuckDB', asksSql(duck.askTogether, names))
    asks.set('DuckDB apart', asksSql(duck.askApart, names))
    const postgres = isLeftOut('postgres')
      ? { unavailable: 'it was left out with --without postgres' }
      : await timed('PostgreSQL started and loaded', () => openPostgres(workspace.dir, names))
    if ('unavailable' in postgres) say(`PostgreSQL is not measured: ${postgres.unavailable}.`)
    else {
      closing.push(() => postgres.stop())
      asks.set('PostgreSQL', asksSql(postgres.askTogether, names))
      asks.set('PostgreSQL apart', asksSql(postgres.askApart, names))
    }
    sayLoad()
    return await measurePages(asks)
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

function report(measured: Measured): void {
  const { compared, different } = measured.pages
  const lines = goalLines(measured)
  say('')
  for (const line of pageTable(measured.pages)) say(line)
  say('')
  for (const line of goalTable(lines)) say(line)
  for (const line of notMeasured(measured)) say(line)
  say('')
  say(`${compared.toLocaleString('en')} figures compared, ${different.length.toLocaleString('en')} differ.`)
  // Where one differs, many do: the first ones show what it is.
  for (const line of different.slice(0, 40)) say(`  ${line}`)
  if (different.length > 0 || lines.some(({ reached }) => reached === false)) process.exitCode = 1
}

async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  const result = await run()
  say(`${what} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
  return result
}

/** Others' work on this machine is in every number: it is told, not taken out. */
function sayLoad(): void {
  say(`Load average ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores.`)
}
