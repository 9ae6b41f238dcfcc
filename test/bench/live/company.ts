/** The company beside the console: its customers and agents, its inbox tool, and the collector that tool posts to. */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ClockSetting } from '../../../src/main/engine/clock.ts'
import type { Day } from '../../simulators/live/stories.ts'

export const secret = 'the secret of a made-up app'
export const token = 'the-token-of-a-made-up-console'

/** What the company's process is asked, one thing at a time. */
export type Ask =
  | {
      readonly kind: 'open'
      readonly dataDir: string
      readonly day: Day
      /** What began before the day is posted too. */
      readonly before: boolean
    }
  | { readonly kind: 'play'; readonly days: readonly Day[]; readonly clock: ClockSetting }
  | { readonly kind: 'stop' }

export type Told =
  | { readonly kind: 'opened'; readonly url: string }
  | { readonly kind: 'played'; readonly posted: number }
  | { readonly kind: 'failed'; readonly why: string }

export interface Company {
  /** Of the collector. */
  readonly url: string
  /** Posts what happens in these days as the clock gets there; answers how many things happened. */
  play(days: readonly Day[], clock: ClockSetting): Promise<number>
  /** No more is posted. */
  stop(): void
  close(): Promise<void>
}

/**
 * Starts it in a process of its own: in life it is other machines, and what it does must hold up neither the engine nor
 * whoever measures it. Who is there before the day begins is posted when this resolves.
 */
export async function startCompany(opening: Omit<Extract<Ask, { kind: 'open' }>, 'kind'>): Promise<Company> {
  const child = fork(fileURLToPath(new URL('./companyMain.ts', import.meta.url)), { execArgv: [] })
  const opened = nextOf(child, 'opened')
  child.send({ kind: 'open', ...opening } satisfies Ask)
  const { url } = await opened
  return {
    url,
    async play(days, clock) {
      const played = nextOf(child, 'played')
      child.send({ kind: 'play', days, clock } satisfies Ask)
      return (await played).posted
    },
    stop: () => void child.send({ kind: 'stop' } satisfies Ask),
    close() {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.disconnect()
      return ended
    },
  }
}

/** What it tells next; rejects where that is something else, or where it ended. */
function nextOf<K extends Told['kind']>(child: ChildProcess, kind: K): Promise<Extract<Told, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the company’s process ended'))
    child.once('exit', ended)
    child.once('message', (told: Told) => {
      child.off('exit', ended)
      if (told.kind === kind) resolve(told as Extract<Told, { kind: K }>)
      else reject(new Error(told.kind === 'failed' ? told.why : `the company told ${told.kind}`))
    })
  })
}
