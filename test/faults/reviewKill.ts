/** Kills a console again and again while a review is typed in it, and reads what was kept. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { readReview } from '../../src/main/audits/reviewStore.ts'
import { openWorkspaceDb } from '../../src/main/store/open.ts'
import { startReview, typedReview } from './typing.ts'

export interface ReviewKillReport {
  readonly strokes: number
  /** Strokes that the engine said were kept and that are gone, or whole drafts that are none. Each a sentence. */
  readonly lost: readonly string[]
  readonly damaged: readonly string[]
  /** Milliseconds of typing that each kill cost: from the first stroke that is gone to the kill; 0: none is. */
  readonly behind: readonly number[]
}

const program = fileURLToPath(new URL('./review.child.ts', import.meta.url))

/** A generator of numbers below one, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export async function runReviewKills(options: {
  readonly cycles: number
  readonly seed: number
  readonly onCycle: (done: number) => void
}): Promise<ReviewKillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'floorwalker-review-'))
  const dir = join(folder, 'workspace')
  const next = random(options.seed)
  const lost: string[] = []
  const damaged: string[] = []
  const behind: number[] = []
  let strokes = 0
  try {
    const review = startReview(dir)
    // The next one starts up while this one types.
    let coming = startTypist()
    for (let cycle = 1; cycle <= options.cycles; cycle += 1) {
      const typist = await coming
      if (cycle < options.cycles) coming = startTypist()
      typist.go({ dir, review })
      await typist.heard('saved', 1)
      await sleep(Math.floor(next() * 400))
      const { typed, saved, failures, killedAt } = await typist.kill()
      damaged.push(...failures)
      const kept = keptStrokes(dir, review, damaged)
      strokes += typed.size
      if (kept < saved) lost.push(`stroke ${saved} was said to be kept and the draft has ${kept}`)
      const firstGone = typed.get(kept + 1)
      behind.push(firstGone === undefined ? 0 : killedAt - firstGone)
      options.onCycle(cycle)
    }
    return { strokes, lost, damaged, behind }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How many strokes the draft holds, all of it being that of the same stroke. */
function keptStrokes(dir: string, id: string, damaged: string[]): number {
  const db = openWorkspaceDb(dir, 'writer')
  try {
    const check = db.pragma('quick_check', { simple: true })
    if (check !== 'ok') damaged.push(String(check))
    const { content, state } = readReview(db, id)
    const count = content.comment.length
    if (state !== 'draft' || !isDeepStrictEqual(content, typedReview(count)))
      damaged.push(`the draft is no state that was ever typed: ${JSON.stringify(content).slice(0, 200)}`)
    return count
  } finally {
    db.close()
  }
}

interface LastStrokes {
  /** When each stroke was typed, by its number. */
  readonly typed: ReadonlyMap<number, number>
  /** The last stroke that was said to be kept. */
  readonly saved: number
  readonly failures: readonly string[]
  readonly killedAt: number
}

interface Typist {
  go(order: { readonly dir: string; readonly review: string }): void
  heard(word: string, times: number): Promise<void>
  kill(): Promise<LastStrokes>
}

async function startTypist(): Promise<Typist> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const said: (readonly string[])[] = []
  let wake = () => undefined as void
  let ended = false
  const exit = once(child, 'exit').then(() => {
    ended = true
    wake()
  })
  child.stdin.on('error', () => undefined)
  const lines = createInterface({ input: child.stdout })
  const closed = once(lines, 'close')
  lines.on('line', (line) => {
    said.push(line.split(' '))
    wake()
  })
  const words = (word: string) => said.filter(([first]) => first === word)
  const heard = async (word: string, times: number) => {
    while (words(word).length < times && words('failed').length === 0 && !ended)
      await new Promise<void>((resolve) => (wake = resolve))
  }
  await heard('ready', 1)
  return {
    go: (order) => void child.stdin.write(`${JSON.stringify(order)}\n`),
    heard,
    async kill() {
      const killedAt = Date.now()
      child.kill('SIGKILL')
      await Promise.all([exit, closed])
      return {
        typed: new Map(words('typed').map(([, count, at]) => [Number(count), Number(at)])),
        saved: Math.max(0, ...words('saved').map(([, count]) => Number(count))),
        failures: words('failed').map((line) => line.join(' ')),
        killedAt,
      }
    },
  }
}
