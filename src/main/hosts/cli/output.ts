import { RequestError } from '../../../shared/client.ts'
import { CollectorRefusal } from '../../../collector/refusal.ts'
import { toFailure } from '../../engine/failure.ts'

/** Where a command writes: results on standard output, everything else on standard error. */
export interface Output {
  readonly json: boolean
  result(value: unknown, human: () => string): void
  say(line: string): void
  /** One line that replaces itself on a terminal, and is a plain line (at most one a second) elsewhere. */
  progress(line: string): void
}

/** A call that is wrong: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export function createOutput(
  streams: { readonly out: NodeJS.WritableStream; readonly err: NodeJS.WritableStream & { isTTY?: boolean } },
  json: boolean,
  now: () => number,
): Output & { end(): void } {
  let open = false
  let lastAt = 0
  const end = () => {
    if (open) streams.err.write('\n')
    open = false
  }
  return {
    json,
    end,
    result(value, human) {
      end()
      streams.out.write(json ? `${JSON.stringify(value)}\n` : `${human()}\n`)
    },
    say(line) {
      end()
      streams.err.write(`${line}\n`)
    },
    progress(line) {
      if (streams.err.isTTY) {
        streams.err.write(`\r\x1b[2K${line}`)
        open = true
      } else if (now() - lastAt >= 1000) {
        lastAt = now()
        streams.err.write(`${line}\n`)
      }
    },
  }
}

/** One sentence and a hint, and the exit code that goes with them. */
export function explainError(error: unknown): { readonly text: string; readonly code: 1 | 2 } {
  if (error instanceof UsageError) return { text: error.message, code: 2 }
  if (error instanceof CollectorRefusal) return { text: `${error.message}\n${error.hint}`, code: 1 }
  const failure = error instanceof RequestError ? error.failure : toFailure(error)
  return { text: `${failure.message}\n${failure.hint}`, code: 1 }
}

/** A table of texts, each column as wide as its widest cell; numbers to the right. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((name, index) =>
    Math.max(name.length, ...rows.map((row) => (row[index] ?? '').length)),
  )
  const numeric = columns.map((_, index) =>
    rows.every((row) => /^[-–−]?[\d.,: %a-z]*$/.test(row[index] ?? '') && /\d|–/.test(row[index] ?? '')),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        numeric[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [line(columns), ...rows.map(line)].join('\n')
}
