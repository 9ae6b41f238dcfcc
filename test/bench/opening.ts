/** How benches of several sizes begin and end: what they are asked for, where their data lies, on which machine they run. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

export interface Opening<Size> {
  readonly name: string
  readonly sizes: Readonly<Record<'quick' | 's' | 'l', Size>>
  readonly usual: 's' | 'both'
  /** What may be left out. */
  readonly optional: readonly string[]
}

export interface Opened<Size> {
  readonly chosen: readonly Size[]
  /** `--data`, which is kept, or a folder of its own, which `end` removes. */
  readonly folder: string
  readonly isKept: boolean
  readonly isLeftOut: (name: string) => boolean
  readonly end: () => void
}

/** Reads `[--size quick|s|l|both] [--data DIR] [--without NAME …]`. Throws a `RangeError` for anything else. */
export function openBench<Size>({ name, sizes, usual, optional }: Opening<Size>): Opened<Size> {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: usual },
      data: { type: 'string' },
      without: { type: 'string', multiple: true, default: [] },
    },
  })
  const { quick, s, l } = sizes
  const chosen = new Map([
    ['quick', [quick]],
    ['s', [s]],
    ['l', [l]],
    ['both', [s, l]],
  ]).get(values.size)
  if (chosen === undefined)
    throw new RangeError(`There is no size ${JSON.stringify(values.size)}: give s, l, both or quick.`)
  if (values.without.some((one) => !optional.includes(one)))
    throw new RangeError(
      `Only these can be left out, each with a --without of its own: ${optional.join(', ')}.`,
    )
  const folder = values.data ?? mkdtempSync(join(tmpdir(), `floorwalker-bench-${name}-`))
  mkdirSync(folder, { recursive: true })
  return {
    chosen,
    folder,
    isKept: values.data !== undefined,
    isLeftOut: (one) => values.without.includes(one),
    end() {
      if (values.data === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** The machine a figure was measured on. */
export function machine(): string {
  const [first] = cpus()
  return `${cpus().length} cores (${first?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}`
}
