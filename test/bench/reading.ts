/** What is measured of a running console, and how it is started for that. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Conversations opened through the reader thread while the writer imports a file as fast as it can. */
export interface Busy {
  readonly reads: number
  readonly readMedianMs: number
  readonly readP99Ms: number
  readonly readMaxMs: number
  /** The same read without the way to the reader thread and back. */
  readonly directP99Ms: number
  /** Records, parsed from the file and applied with their facts. */
  readonly writtenPerSecond: number
  /** Longest time in which the process that owns the window did not turn its event loop. */
  readonly hostBlockedMs: number
}

export interface Paint {
  /** From the address being opened to the first text on the page; browser and engine run already. */
  readonly firstPaintMs: number
  /** From the page's address to the tiles with their figures. */
  readonly figuresMs: number
  /** Longest time the page's own thread was blocked meanwhile; 0: never over 50 ms. */
  readonly longestTaskMs: number
}

export interface Reading {
  readonly coldStartMs: number
  readonly dashboardMedianMs: number
  readonly dashboardP95Ms: number
  readonly idleOpenP99Ms: number
  readonly columnBytes: number
  readonly rssBytes: number
  readonly busy: Busy | null
  /** Null: no Chromium here, or the page is not built. */
  readonly paint: Paint | null
}

const program = fileURLToPath(new URL('./child.ts', import.meta.url))

/** Measures a console on a workspace, in a process of its own. */
export async function measureReading(dir: string, records?: string): Promise<Reading> {
  const args = [program, dir, ...(records === undefined ? [] : [records])]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 })
  return JSON.parse(stdout) as Reading
}

/** The value that this share of the values does not exceed. */
export function atShare(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}
