/** A real `floorwalker serve`, started and stopped as a person would. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..', '..')
const tool = join(root, 'tools', 'floorwalker.mjs')
const run = promisify(execFile)

/** Set by the global set-up: a workspace with the sample in it, never to be changed. */
const sampleVariable = 'FLOORWALKER_E2E_SAMPLE'

export interface Console {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  readonly port: number
  /** The address with its one-time code, as printed. */
  readonly link: string
  /** Ends it as Ctrl+C does. */
  stop(): Promise<void>
}

export interface ServeOptions {
  /** 0: any free port. */
  readonly port?: number
  readonly sampleIfEmpty?: boolean
}

/** Runs a command of the tool to its end and answers what it printed. */
export async function floorwalker(...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [tool, ...args], { cwd: root })
  return stdout
}

/** Serves `workspace` and resolves once the link is printed. Rejects with what was said when it ends before. */
export async function serve(workspace: string, options: ServeOptions = {}): Promise<Console> {
  const child = spawn(
    process.execPath,
    [
      tool,
      'serve',
      '--workspace',
      workspace,
      '--port',
      String(options.port ?? 0),
      ...(options.sampleIfEmpty === true ? ['--sample-if-empty'] : []),
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const link = await printedLink(child)
  const { origin, port } = new URL(link)
  return { origin, port: Number(port), link, stop: () => ended(child) }
}

function printedLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const link = /http:\/\/127\.0\.0\.1:\d+\/#k=[\w-]+/.exec(said)?.[0]
      if (link !== undefined) resolve(link)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`serve ended with code ${code}:\n${said}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** Buys the session's token with the link's code, as the page does. */
export async function redeem({ origin, link }: Console): Promise<string> {
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ code: new URL(link).hash.slice('#k='.length) }),
  })
  if (!answer.ok) throw new Error(`the console answered ${answer.status} to its own link`)
  return ((await answer.json()) as { readonly token: string }).token
}

/** A folder that goes when `use` is over. */
export async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalker-e2e-'))
  try {
    await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Makes the sample every test file works on a copy of. It ends on `sampleEnd`, whatever today is. */
export async function makeSample(folder: string): Promise<void> {
  await floorwalker('sample', '--workspace', folder, '--until', sampleEnd)
  process.env[sampleVariable] = folder
}

/** Copies the sample to `folder`. */
export async function copySample(folder: string): Promise<void> {
  const sample = process.env[sampleVariable]
  if (sample === undefined) throw new Error('The global set-up made no sample workspace.')
  await cp(sample, folder, { recursive: true })
}

export const sampleEnd = '2026-11-20T15:00:00+01:00'
/** The 28 days up to the sample's end, as the address says them: the same on whatever day the tests run. */
export const samplePeriod = '2026-10-24_2026-11-20'

/** Serves a folder of its own while `use` runs: empty, or prepared by `prepare`. The page is left before it ends. */
export async function withConsole(
  page: Page,
  options: ServeOptions & { readonly prepare?: (folder: string) => Promise<void> },
  use: (served: Console, folder: string) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const { prepare, ...rest } = options
    const workspace = join(folder, 'workspace')
    await prepare?.(workspace)
    const served = await serve(workspace, rest)
    try {
      await use(served, folder)
      for (const one of page.context().pages()) await one.goto('about:blank')
    } finally {
      await served.stop()
    }
  })
}
