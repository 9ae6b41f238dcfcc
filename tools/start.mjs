// npm start: builds what is missing, then opens the console on a workspace: Electron where its binary can be had,
// else the web console in the browser.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkRuntime } from './runtime.mjs'

checkRuntime()
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const args = process.argv.slice(2)

if (newest(join(root, 'src')) > newest(join(root, 'out'))) {
  console.error('Building …')
  const built = run(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    'ignore',
  )
  if (built !== 0) {
    run(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'], 'inherit')
    console.error('The build failed; see above.')
    process.exit(1)
  }
}

const electron = findElectron()
if (electron && !args.includes('--web'))
  process.exit(run(electron, [root, '--sample-if-empty', ...args], 'inherit'))
if (!args.includes('--web'))
  console.error(
    'Electron’s binary is not here (npx install-electron fetches it where there is a network): opening the web console instead.',
  )
process.exit(
  run(
    process.execPath,
    [
      join(root, 'tools/floorwalker.mjs'),
      'serve',
      '--open',
      '--sample-if-empty',
      ...args.filter((arg) => arg !== '--web'),
    ],
    'inherit',
  ),
)

function run(file, args, stdio) {
  return spawnSync(file, args, { cwd: root, stdio, env: process.env }).status ?? 1
}

/** Electron's binary, when it was fetched before: starting never waits for a download that cannot come. */
function findElectron() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist')
    const name =
      { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ??
      'electron'
    return existsSync(join(dist, name)) ? join(dist, name) : null
  } catch {
    return null
  }
}

function newest(folder) {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0)
}
