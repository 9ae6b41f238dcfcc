import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine, type Engine } from '../../engine/engine.ts'
import { failed } from '../../engine/failure.ts'
import { version } from '../../version.ts'
import { createFileSecrets } from '../fileSecrets.ts'
import { readAssets } from './assets.ts'
import { createDownloads } from './downloads.ts'
import { openInBrowser } from './openInBrowser.ts'
import { startWebConsole } from './server.ts'
import { createWebShell } from './shell.ts'

export interface ServeOptions {
  readonly dir: string
  /** 0: any free port. */
  readonly port: number
  readonly open: boolean
  readonly sampleIfEmpty: boolean
  readonly say: (line: string) => void
  readonly now: () => number
}

const rendererFolder = join(import.meta.dirname, '..', '..', '..', '..', 'out', 'renderer')

/** Runs the web console until it is told to stop (Ctrl+C, SIGTERM), or until somebody guesses at its secrets. */
export async function serveConsole(options: ServeOptions): Promise<void> {
  if (!existsSync(join(rendererFolder, 'index.html'))) throw failed('invalid', 'engine.pagesNotBuilt')
  if (process.getuid?.() === 0)
    options.say('Running as root: everything works, but use an ordinary account for real customers’ data.')
  const downloads = createDownloads(join(options.dir, 'downloads'))
  const engine = await createEngine({
    dir: options.dir,
    shell: createWebShell(downloads, createFileSecrets(options.dir)),
    version,
    what: 'the web console',
    mode: 'write',
    log: ({ message, ...fields }) => options.say(`${message}: ${Object.values(fields).join(', ')}`),
  })
  try {
    if (options.sampleIfEmpty) await openSampleWhereEmpty(engine)
    const end = Promise.withResolvers<string | null>()
    const console = await startWebConsole({
      engine,
      assets: await readAssets(rendererFolder),
      downloads,
      now: options.now,
      port: options.port,
      onWatched: engine.watchTelling,
      onTooMany: () => end.resolve('The console ended: somebody tried ten wrong secrets. Start it again.'),
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.resolve(null))
    const link = console.link()
    options.say(`Floorwalker is at ${link} (the link works once, for a minute; Ctrl+C ends the console)`)
    if (options.open) openInBrowser(link)
    const farewell = await end.promise
    await console.close()
    if (farewell !== null) options.say(farewell)
  } finally {
    await engine.close()
    await downloads.close()
  }
}

async function openSampleWhereEmpty(engine: Engine): Promise<void> {
  if ((await engine.api.workspace()).empty) await engine.api.addSource({ kind: 'sample' })
}
