/**
 * What the installers carry, without Electron's binary: electron-builder packs the built app around a made-up Electron,
 * a file that has the name and the fuses of the real one. That the app starts is for test/e2e/electron to show.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..', '..')
const built = existsSync(join(root, 'out', 'main', 'index.js')) && process.platform === 'linux'
if (!built) console.warn('SKIPPED: the packaging test needs Linux and a built app (npm run build).')

/** How @electron/fuses finds the fuses in the binary; version 1 and nine fuses, all off, follow it. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('0'.repeat(9)),
])

let folder = ''
let packed: readonly string[] = []

describe.skipIf(!built)('the packaged app', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'floorwalker-package-'))
    await run(
      process.execPath,
      [
        join(root, 'node_modules', 'electron-builder', 'cli.js'),
        '--linux',
        '--dir',
        '--publish=never',
        `-c.electronDist=${await madeUpElectron(folder)}`,
        `-c.directories.output=${join(folder, 'packed')}`,
      ],
      { cwd: root },
    )
    const archive = join(folder, 'packed', 'linux-unpacked', 'resources', 'app.asar')
    const asar = join(root, 'node_modules', '@electron', 'asar', 'bin', 'asar.js')
    const { stdout } = await run(process.execPath, [asar, 'list', archive], { maxBuffer: 16 * 1024 * 1024 })
    packed = stdout.split('\n').filter((line) => line !== '')
  }, 60_000)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('holds the main entry, both threads, the preload, the page and its own package.json', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/index.js',
        '/out/main/writer.js',
        '/out/main/reader.js',
        '/out/preload/index.cjs',
        '/out/renderer/index.html',
      ]),
    )
    expect(packed.filter((path) => /^\/out\/renderer\/assets\/.*\.js$/.test(path))).not.toEqual([])
  })

  it('holds nothing that only the makers need', () => {
    expect(packed.filter((path) => /^\/(src|test|docs|tools|resources|\.)/.test(path))).toEqual([])
    expect(packed.filter((path) => /\.(ts|tsx|md|map)$/.test(path))).toEqual([])
    const modules = /^\/node_modules\/(node-runtime|node-linux|electron|vite|vitest|typescript|@playwright)/
    expect(packed.filter((path) => modules.test(path))).toEqual([])
  })

  it('has SQLite’s binary for this machine outside the archive, where it can be loaded', async () => {
    const unpacked = join(folder, 'packed', 'linux-unpacked', 'resources', 'app.asar.unpacked')
    const files = await readdir(unpacked, { recursive: true })
    const binaries = files.filter((file) => file.endsWith('.node'))
    expect(binaries).toContainEqual(
      expect.stringMatching(new RegExp(`better-sqlite3.*linux-${process.arch}.*\\.node$`)),
    )
    const others = files.filter((file) => !`${file}/`.startsWith('node_modules/better-sqlite3/'))
    expect(others.filter((file) => file !== 'node_modules')).toEqual([])
  })

  it('has its fuses set: no Node from outside, nothing but the archive', async () => {
    const wire = await getCurrentFuseWire(join(folder, 'packed', 'linux-unpacked', 'floorwalker'))
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: FuseState.DISABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
    })
  })
})

async function madeUpElectron(inside: string): Promise<string> {
  const dist = join(inside, 'electron')
  await mkdir(join(dist, 'locales'), { recursive: true })
  await mkdir(join(dist, 'resources'))
  await writeFile(join(dist, 'version'), '45.4.1')
  await writeFile(join(dist, 'locales', 'en-US.pak'), '')
  await writeFile(join(dist, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), fuseWire]), {
    mode: 0o755,
  })
  return dist
}
