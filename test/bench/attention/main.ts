/**
 * `node test/bench/attention/main.ts --data DIR [--conversations 1000000] [--only NAME]`: what the questions of the live
 * screens cost in a large workspace, by the processor time of one reader. Exit code 1 when a goal was missed.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { openReader } from '../../../src/main/engine/openReader.ts'
import { nextFactsVersion } from '../../../src/main/store/derivation.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import type { Scope } from '../../../src/shared/contract.ts'
import type { FlagQuery } from '../../../src/shared/flags.ts'
import { printTable, type Line } from '../table.ts'
import { fillWorkspace, now } from './data.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    conversations: { type: 'string', default: '1000000' },
    only: { type: 'string', default: '' },
  },
})
const dir = values.data ?? ''
const say = (line: string) => void process.stdout.write(`${line}\n`)
const day = 24 * 3_600_000
const hour = 3_600_000

if (!existsSync(join(dir, 'cache.db'))) {
  openWorkspaceDb(dir, 'writer').close()
  const cache = openCache(dir, 'writer')
  fillWorkspace(cache, Number(values.conversations))
  cache.close()
  say(`made in ${Math.round(cpu() / 1000)} s of processor time`)
}

/** Milliseconds of processor time of this process so far. */
function cpu(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

async function timed<T>(ask: () => Promise<T>): Promise<readonly [number, T]> {
  const before = cpu()
  const answer = await ask()
  return [cpu() - before, answer]
}

const reader = await openReader(
  {
    dir,
    version: 'bench',
    what: 'bench',
    mode: 'write',
    clock: { startsAt: now, machineAt: Date.now(), speed: 1 },
  },
  () => undefined,
)
const whole: Scope = {
  from: 0,
  to: 8.64e15,
  zone: 'Europe/Berlin',
  agents: [],
  teams: [],
  channels: [],
  categories: [],
}
const month: Scope = { ...whole, from: now - 30 * day, to: now }
const today: Scope = { ...whole, from: Math.floor(now / day) * day, to: now }
const team: Scope = { ...whole, teams: ['teams-3'] }
const flagList: FlagQuery = { scope: whole, state: 'open', rules: [], after: null, limit: 50 }
const log = { flaggedOnly: false, after: null, limit: 50 }

const questions: readonly (readonly [string, number, () => Promise<unknown>])[] = [
  ['now', 15, () => reader.now({ scope: whole })],
  ['now, one team', 15, () => reader.now({ scope: team })],
  ['open flags', 20, () => reader.flags(flagList)],
  [
    'open flags, a channel',
    20,
    () => reader.flags({ ...flagList, scope: { ...whole, channels: ['channels-2'] } }),
  ],
  ['all flags', 50, () => reader.flags({ ...flagList, state: 'all' })],
  ['all flags, month', 50, () => reader.flags({ ...flagList, state: 'all', scope: month })],
  ['flag groups', 20, () => reader.flagGroups({ scope: whole })],
  ['flag rates, month', 50, () => reader.flagRates({ scope: month })],
  ['flag rates, ever', 200, () => reader.flagRates({ scope: whole })],
  ['flags due after', 5, () => reader.flagsDueAfter(now)],
  ['open flag changes', 20, () => reader.openFlagChanges(null)],
  ['held at, now', 50, () => reader.heldAt({ scope: whole, at: now, after: null, limit: 50 })],
  [
    'held at, yesterday noon',
    50,
    () => reader.heldAt({ scope: whole, at: now - day - 3 * hour, after: null, limit: 50 }),
  ],
  [
    'held at, half a year ago',
    50,
    () => reader.heldAt({ scope: whole, at: now - 180 * day, after: null, limit: 50 }),
  ],
  ['assignment log, month', 50, () => reader.assignmentLog({ ...log, scope: month })],
  [
    'assignment log, month, flagged',
    100,
    () => reader.assignmentLog({ ...log, scope: month, flaggedOnly: true }),
  ],
  ['assignment log, today', 50, () => reader.assignmentLog({ ...log, scope: today })],
  [
    'assignment log, month, an agent',
    50,
    () => reader.assignmentLog({ ...log, scope: { ...month, agents: ['agents-7'] } }),
  ],
  ['holdings, today', 100, () => reader.holdings({ scope: today })],
  ['hand-overs, month', 300, () => reader.handOvers({ scope: month })],
]
/** Two hundred conversations change each second, and the wall and the telling desk ask: processor time of the reader for it. */
async function measureEvents(): Promise<readonly Line[]> {
  const writer = openCache(dir, 'writer')
  const change = writer.prepare('UPDATE facts SET version = ? WHERE conversation = ?')
  const delays = monitorEventLoopDelay({ resolution: 1 })
  const rounds = 20
  let spent = 0
  try {
    for (let round = 0; round < rounds; round += 1) {
      writer.transaction(() => {
        const version = nextFactsVersion(writer)
        for (let count = 0; count < 200; count += 1)
          change.run(version, Number(values.conversations) - ((round * 200 + count * 17) % 6000))
      })()
      // The first round fills what is remembered.
      if (round === 1) delays.enable()
      const [refreshed] = await timed(() => reader.refresh({ conversations: null, dictionary: false }))
      const [told] = await timed(() => reader.openFlagChanges(round))
      const [due] = await timed(() => reader.flagsDueAfter(now + round))
      const [shown] = await timed(() => reader.now({ scope: whole }))
      if (round > 0) spent += refreshed + told + due + shown
      say(
        `refresh ${refreshed.toFixed(1)}, told ${told.toFixed(1)}, due ${due.toFixed(1)}, now ${shown.toFixed(1)}`,
      )
      await setTimeout(20)
    }
  } finally {
    writer.close()
  }
  const line = { ratio: null, what: '200 changed conversations, taken over, told and shown, ms' }
  const mean = spent / (rounds - 1)
  return [
    { ...line, goal: '≤ 100', measured: mean, reached: mean <= 100 },
    {
      ...line,
      what: '… the reader blocked at most, ms',
      goal: '≤ 50',
      measured: delays.max / 1e6,
      reached: delays.max / 1e6 <= 50,
    },
  ]
}

try {
  const [opening, workspace] = await timed(() => reader.workspace())
  const [columns] = await timed(() => reader.count([], now).catch(() => null))
  say(
    `workspace ${opening.toFixed(0)} ms, columns ${columns.toFixed(0)} ms, ${workspace.agents.length} agents`,
  )
  // The next run loads what this one made.
  const kept = join(dir, 'columns')
  for (let tries = 0; tries < 600 && !existsSync(join(kept, 'manifest.json')); tries += 1)
    await setTimeout(100)
  const lines: Line[] = []
  for (const [name, goal, ask] of questions) {
    if (!name.startsWith(values.only)) continue
    const [first] = await timed(ask)
    const walls: number[] = []
    const before = cpu()
    const since = performance.now()
    while (walls.length < 20 || (walls.length < 100 && performance.now() - since < 3000)) {
      const startedAt = performance.now()
      await ask()
      walls.push(performance.now() - startedAt)
    }
    const mean = (cpu() - before) / walls.length
    walls.sort((a, b) => a - b)
    const quarter = walls[Math.floor(walls.length / 4)] ?? 0
    say(
      `${name}: ${mean.toFixed(1)} (a quarter took at most ${quarter.toFixed(1)}), first ${first.toFixed(0)}`,
    )
    lines.push({ what: `${name}, ms`, goal: `≤ ${goal}`, measured: mean, ratio: null, reached: mean <= goal })
  }
  if ('events'.startsWith(values.only)) lines.push(...(await measureEvents()))
  for (const line of printTable(lines, null)) say(line)
  process.exitCode = lines.some(({ reached }) => reached === false) ? 1 : 0
} finally {
  await reader.close()
}
