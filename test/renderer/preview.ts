/**
 * Builds the renderer and serves it with a made-up engine, through the real web host and under its real policy:
 * `npx node test/renderer/preview.ts [--port 5190] [--empty]`. The link works once and for a minute; Enter prints the
 * next one.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import config from '../../electron.vite.config.ts'
import { readAssets } from '../../src/main/hosts/web/assets.ts'
import { createDownloads } from '../../src/main/hosts/web/downloads.ts'
import { startWebConsole } from '../../src/main/hosts/web/server.ts'
import { createFakeEngine } from './fakeTransport.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, empty: { type: 'boolean', default: false } },
})
const { renderer } = config as { renderer: NonNullable<Parameters<typeof build>[0]> }
const outDir = await mkdtemp(join(tmpdir(), 'floorwalker-preview-'))
await build({ ...renderer, configFile: false, logLevel: 'warn', build: { ...renderer.build, outDir } })

const web = await startWebConsole({
  engine: createFakeEngine({ now: Date.now, empty: values.empty }),
  assets: await readAssets(outDir),
  downloads: createDownloads(),
  now: Date.now,
  port: Number(values.port),
  onTooMany: () => process.exit(1),
})
// A code lives for a minute: Enter prints the next link.
console.log(web.link())
process.stdin.on('data', () => console.log(web.link()))
