/** The process that syncs and is killed, seen from outside. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { positionOf, streams, type StreamName } from './streams.ts'

export interface Victim {
  /** Begins to sync; the process is up already. */
  go(order: { readonly dir: string; readonly collector: string; readonly token: string }): void
  /** Resolves when it has said this word so many times since `go`, or when it rests, or has failed or ended. */
  heard(word: string, times: number): Promise<void>
  /** Ends it without a warning. Answers what it said until then. */
  kill(): Promise<LastWords>
}

export interface LastWords {
  /** The positions it said were committed. */
  readonly kept: Readonly<Partial<Record<StreamName, number>>>
  /** A page had arrived and was not yet committed. */
  readonly midPage: boolean
  /** It had been told to go and had not yet said anything. */
  readonly starting: boolean
  readonly rested: boolean
  readonly failures: readonly string[]
}

const program = fileURLToPath(new URL('./child.ts', import.meta.url))

/** Starts a process and resolves when it is ready to go. */
export async function startVictim(): Promise<Victim> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const said: string[] = []
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
    said.push(line)
    wake()
  })
  const until = async (done: () => boolean) => {
    while (!done() && !ended) await new Promise<void>((resolve) => (wake = resolve))
  }
  await until(() => said.includes('ready'))
  const count = (word: string) => said.filter((line) => line.split(' ')[0] === word).length
  return {
    go: (order) => void child.stdin.write(`${JSON.stringify(order)}\n`),
    heard: (word, times) => until(() => count(word) >= times || count('rest') > 0 || count('failed') > 0),
    async kill() {
      child.kill('SIGKILL')
      await Promise.all([exit, closed])
      return lastWords(said.slice(1))
    },
  }
}

function lastWords(said: readonly string[]): LastWords {
  const kept: Partial<Record<StreamName, number>> = {}
  for (const line of said) {
    const [word, stream, cursor = null] = line.split(' ')
    const name = streams.find((one) => one === stream)
    if (word === 'kept' && name) kept[name] = positionOf(cursor) ?? 0
  }
  return {
    kept,
    midPage: said.at(-1) === 'page',
    starting: said.length === 0,
    rested: said.includes('rest'),
    failures: said.filter((line) => line.startsWith('failed ')),
  }
}
