// npm test: fetches what the tests need (a browser, fonts, PostgreSQL), runs everything that can say no, and ends with
// one line over all suites. What could not run here is said before it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkRuntime } from './runtime.mjs'

checkRuntime()
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const results = mkdtempSync(join(tmpdir(), 'floorwalker-test-'))
const bin = (name) => join(root, 'node_modules', '.bin', name)
const counts = { passed: 0, failed: 0, skipped: 0 }
const notes = []

provide()
for (const [name, file, args] of [
  ['types (main)', bin('tsc'), ['-p', 'tsconfig.node.json']],
  ['types (renderer)', bin('tsc'), ['-p', 'tsconfig.web.json']],
  ['types (browser tests)', bin('tsc'), ['-p', 'tsconfig.e2e.json']],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings', 'src', 'test', 'tools']],
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['unused code', bin('knip'), []],
  ['build', bin('electron-vite'), ['build', '--logLevel', 'warn']],
])
  step(name, file, args)

const unit = join(results, 'unit.json')
run(bin('vitest'), [
  'run',
  '--project',
  'unit',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unit}`,
])
countVitest(unit)
const browser = join(results, 'e2e.json')
run(bin('playwright'), ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: browser })
countPlaywright(browser)
desktop()

for (const note of notes) console.log(`\n!!! ${note}`)
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = counts.failed > 0 ? 1 : 0

/** Debian and its kin: installs the missing packages when we may; elsewhere a Chrome or Chromium that is there serves. */
function provide() {
  const wanted = [
    ['chromium', ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'].some(onPath)],
    ['fonts-noto-core', existsSync('/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf')],
    ['fonts-noto-cjk', existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')],
    ['fonts-noto-color-emoji', existsSync('/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf')],
    ['poppler-utils', onPath('pdftotext')],
    ['postgresql', existsSync('/usr/lib/postgresql')],
  ]
  if (process.platform !== 'linux' || !onPath('apt-get')) return
  const missing = wanted.filter(([, here]) => !here).map(([name]) => name)
  if (missing.length === 0) return
  const sudo = process.getuid?.() === 0 ? [] : onPath('sudo') ? ['sudo', '-n'] : null
  if (sudo === null) return void notes.push(`Not installed, since this is not root: ${missing.join(', ')}.`)
  console.log(`Installing ${missing.join(', ')} …`)
  const apt = (...args) => {
    const [file, ...rest] = [...sudo, 'apt-get', ...args]
    return spawnSync(file, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status
  }
  apt('update', '-qq')
  if (apt('install', '-y', '-qq', ...missing) !== 0)
    notes.push(`Could not be installed: ${missing.join(', ')}.`)
}

/** The real desktop app, where Electron's binary is. */
function desktop() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules', 'electron', 'dist')
  if (!existsSync(dist)) {
    counts.skipped += 1
    return void notes.push(
      'SKIPPED: the end-to-end test of the desktop app: Electron’s binary is not here (npx install-electron fetches it).',
    )
  }
  const output = join(results, 'electron.json')
  run(bin('playwright'), ['test', '--config', 'playwright.electron.config.ts', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: output,
  })
  countPlaywright(output)
}

function step(name, file, args) {
  const ok = run(file, args)
  counts[ok ? 'passed' : 'failed'] += 1
  console.log(`${ok ? '✓' : '✗'} ${name}`)
}

function run(file, args, env = {}) {
  return (
    spawnSync(file, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    }).status === 0
  )
}

function countVitest(file) {
  const report = read(file)
  if (!report) return fail('The unit tests did not finish.')
  counts.passed += report.numPassedTests
  counts.failed +=
    report.numFailedTests +
    report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length
  counts.skipped += report.numPendingTests + (report.numTodoTests ?? 0)
  for (const one of report.testResults.flatMap((result) => result.assertionResults))
    if (one.status === 'pending' || one.status === 'skipped') notes.push(`SKIPPED: ${one.fullName}`)
}

function countPlaywright(file) {
  const report = read(file)
  if (!report) return fail('The browser tests did not finish.')
  counts.passed += report.stats.expected + report.stats.flaky
  if (report.stats.flaky > 0)
    notes.push(`FLAKY: ${report.stats.flaky} browser tests passed only the second time; see above which.`)
  counts.failed += report.stats.unexpected + report.errors.length
  counts.skipped += report.stats.skipped
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function fail(note) {
  counts.failed += 1
  notes.push(note)
}

function onPath(name) {
  return spawnSync('which', [name], { stdio: 'ignore' }).status === 0
}
