/**
 * `npm run bench:reports [-- --size quick|s|l|both] [--data DIR] [--without pdf]`: rows as files, each made in a process of its
 * own, and the weekly report as a PDF, on the made-up company of bench:metrics. Beside it, in the same run, what DuckDB takes to
 * write the same Parquet once more. Size `s` has 100,000 conversations, `l` twelve million messages. Exit code 1 when a goal
 * was missed.
 */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { ResourceLimits } from 'node:worker_threads'
import { DuckDBInstance } from '@duckdb/node-api'
import { printWithChromium } from '../../../src/main/hosts/web/print.ts'
import { findChromium } from '../../../src/main/hosts/web/chromium.ts'
import { rowsThreadLimits } from '../../../src/main/rows/rowsDesk.ts'
import { createMemoryShell, openEngine } from '../../support/workspace.ts'
import { sizes, until, zone, type DataSize } from '../metrics/data.ts'
import { prepareWorkspace } from '../metrics/floorwalker.ts'
import { machine, openBench, say } from '../opening.ts'
import { printTable, type Line } from '../table.ts'
import type { FileMade, FileTask } from './child.ts'
import { settle } from './settle.ts'

const { chosen, folder, isLeftOut, end } = openBench<DataSize>({
  name: 'reports',
  sizes,
  usual: 'both',
  optional: ['pdf'],
})

/** What a thread of rows may hold in the app, as options of a process: a nursery has three parts. */
function limitsOf(dataset: FileTask['dataset']): readonly string[] {
  const limits: ResourceLimits = rowsThreadLimits[dataset]
  const old = limits.maxOldGenerationSizeMb
  const nursery = `--max-semi-space-size=${(limits.maxYoungGenerationSizeMb ?? 0) / 3}`
  return old === undefined ? [nursery] : [nursery, `--max-old-space-size=${old}`]
}
const megabyte = 2 ** 20
try {
  say(machine())
  for (const size of chosen) await measure(size)
} finally {
  end()
}

async function measure(size: DataSize): Promise<void> {
  const { dir, folder: own } = prepareWorkspace(folder, size)
  say(`\n## ${size.conversations.toLocaleString('en')} conversations over ${size.days} days\n`)
  await settle(dir, say)
  const make = (dataset: FileTask['dataset'], format: FileTask['format']) =>
    fileMade({ dir, dataset, format, path: join(own, `${dataset}.${format}`) })
  const lines: Line[] = []
  const isSmall = size.conversations <= sizes.s.conversations
  if (isSmall) {
    const conversations = make('conversations', 'xlsx')
    lines.push(...fileLines('XLSX of conversations', conversations, { seconds: 6, megabytes: 400 }))
    lines.push(...fileLines('CSV of conversations', make('conversations', 'csv')))
    lines.push(...fileLines('Parquet of conversations', make('conversations', 'parquet')))
  }
  const messages = make('messages', 'parquet')
  lines.push(...fileLines('Parquet of messages', messages, { megabytes: 300 }))
  const again = await duckDbSeconds(join(own, 'messages.parquet'), join(own, 'again.parquet'))
  lines.push(line('… the same rows from Parquet to Parquet by DuckDB, s', again))
  lines.push(line('… × DuckDB, which only copies', messages.seconds / again))
  if (!isLeftOut('pdf')) lines.push(...(await measurePdf(dir)))
  for (const text of printTable(lines, null)) say(text)
  say(
    `\nLoad average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}, this run's own included.`,
  )
  if (lines.some(({ reached }) => reached === false)) process.exitCode = 1
}

function fileMade(task: FileTask): FileMade {
  const child = new URL('child.ts', import.meta.url).pathname
  const answer = execFileSync(process.execPath, [...limitsOf(task.dataset), child, JSON.stringify(task)], {
    encoding: 'utf8',
  })
  return JSON.parse(answer) as FileMade
}

function fileLines(
  what: string,
  { rows, seconds, bytes, idleBytes, peakBytes }: FileMade,
  goal: { readonly seconds?: number; readonly megabytes?: number } = {},
): readonly Line[] {
  return [
    line(`${what}: rows`, rows),
    line('… s', seconds, goal.seconds),
    line('… rows/s', rows / seconds),
    line('… file, MiB', bytes / megabyte),
    line('… resident before the first row, MiB', idleBytes / megabyte),
    line('… resident at most, MiB', peakBytes / megabyte, goal.megabytes),
  ]
}

function line(what: string, measured: number | null, most?: number): Line {
  return {
    what,
    goal: most === undefined ? '' : `≤ ${most}`,
    measured,
    ratio: null,
    reached: most === undefined || measured === null ? null : measured <= most,
  }
}

async function duckDbSeconds(from: string, to: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const startedAt = performance.now()
    await connection.run(`COPY (SELECT * FROM '${from}') TO '${to}' (FORMAT parquet, COMPRESSION snappy)`)
    return (performance.now() - startedAt) / 1000
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(to, { force: true })
  }
}

/** The weekly report, from the question to the file: the browser is started for it, as a report is saved, while the page is made. */
async function measurePdf(dir: string): Promise<readonly Line[]> {
  if (findChromium() === null) return [line('weekly PDF, s', null, 3)]
  const shell = { ...createMemoryShell(), printPdf: printWithChromium }
  const engine = await openEngine(dir, { shell, sync: false, tells: false })
  try {
    const week = 7 * 86_400_000
    const scope = { from: until - week, to: until, zone, agents: [], teams: [], channels: [], categories: [] }
    const query = { template: 'weekly', scope, language: 'en', hideNames: true } as const
    // The columns are there once anything was asked.
    await engine.api.metrics({ scope, by: [], metrics: ['messages_sent'] })
    const startedAt = performance.now()
    let madeAt = startedAt
    const page = engine.api.reportPage(query).then((made) => {
      madeAt = performance.now()
      return made
    })
    await shell.printPdf(page)
    const printedAt = performance.now()
    return [
      line('weekly PDF, s', (printedAt - startedAt) / 1000, 3),
      line('… its page, s', (madeAt - startedAt) / 1000),
      line('… printing from then on, s', (printedAt - madeAt) / 1000),
    ]
  } finally {
    await engine.close()
  }
}
