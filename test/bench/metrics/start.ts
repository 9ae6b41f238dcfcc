/** From opening a workspace to its first page, with and without what the system remembers of its files. */
import { execFile, execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { atShare } from '../reading.ts'

export interface Start {
  /** Threads running, columns loaded. */
  readonly openMs: number
  /** The first page answered. */
  readonly firstPageMs: number
  readonly columnBytes: number
  readonly rssBytes: number
}

export interface Starts {
  readonly warm: Start
  /** Null: this process may not empty the page cache. */
  readonly cold: Start | null
}

const program = fileURLToPath(new URL('./child.ts', import.meta.url))
const rounds = 3

/** Each start is a process of its own; the median by first page. */
export async function measureStarts(dir: string): Promise<Starts> {
  const warm = await median(dir, () => true)
  return { warm: warm ?? (await start(dir)), cold: await median(dir, dropPageCache) }
}

async function median(dir: string, prepare: () => boolean): Promise<Start | null> {
  const starts: Start[] = []
  for (let round = 0; round < rounds; round += 1) {
    if (!prepare()) return null
    starts.push(await start(dir))
  }
  const middle = atShare(
    starts.map(({ firstPageMs }) => firstPageMs),
    0.5,
  )
  return starts.find(({ firstPageMs }) => firstPageMs === middle) ?? null
}

async function start(dir: string): Promise<Start> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, dir])
  return JSON.parse(stdout) as Start
}

/** False: only root may, and only Linux knows how. */
function dropPageCache(): boolean {
  try {
    execFileSync('sync')
    writeFileSync('/proc/sys/vm/drop_caches', '3')
    return true
  } catch {
    return false
  }
}
