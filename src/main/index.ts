/** Electron's entry: a table of contents. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog, safeStorage, session } from 'electron'
import type { Language } from '../shared/contract.ts'
import { toFailure } from './engine/failure.ts'
import { createEngine } from './engine/engine.ts'
import { serveIpc } from './hosts/electron/ipc.ts'
import { followLinks, type Links } from './hosts/electron/links.ts'
import { setMenu } from './hosts/electron/menu.ts'
import { registerConsoleScheme, serveConsole } from './hosts/electron/protocol.ts'
import { createSealedSecrets } from './hosts/electron/secrets.ts'
import { denyPermissions, lockDown } from './hosts/electron/security.ts'
import { createDesktopShell } from './hosts/electron/shell.ts'
import { createTray } from './hosts/electron/tray.ts'
import { openWindow, preloadFile } from './hosts/electron/window.ts'
import { readAssets } from './hosts/web/assets.ts'
import { failureSentences } from './print/words.ts'
import { formatFor } from '../shared/numbers.ts'
import { languageAmong } from '../shared/languages.ts'
import { version } from './version.ts'

const sampleIfEmpty = process.argv.includes('--sample-if-empty')
let window: BrowserWindow | null = null
let links: Links | null = null

registerConsoleScheme()
// Windows shows notifications of an app it can name: as electron-builder.yml does.
app.setAppUserModelId('example.floorwalker.console')
app.enableSandbox()
lockDown(app)

if (app.requestSingleInstanceLock()) {
  links = followLinks(app, process.argv, showWindow)
  app.on('activate', showWindow)
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  const dir = join(app.getPath('userData'), 'workspace')
  // Not persistent: no cache, no storage, no code cache with chat text on the disk.
  const consoleSession = session.fromPartition('console')
  denyPermissions(consoleSession)
  serveConsole(consoleSession, await readAssets(join(import.meta.dirname, '..', 'renderer')))
  const systemLanguage = languageAmong(app.getPreferredSystemLanguages())
  const tray = createTray({
    platform: process.platform,
    now: Date.now,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    open: showWindow,
    pause: (until) => void engine.then((running) => running.pauseTelling(until)).catch(() => undefined),
    quit: () => app.quit(),
  })
  const speakIn = (language: Language) => {
    tray.speak(language)
    setMenu(process.platform, language)
  }
  speakIn(systemLanguage)
  const secrets = createSealedSecrets(dir, safeStorage, process.platform)
  const engine = createEngine({
    dir,
    shell: createDesktopShell(() => window, secrets, tray, systemLanguage),
    version,
    what: 'the desktop app',
    mode: 'write',
    log: () => undefined,
  })
  serveIpc(engine, () => window?.webContents ?? null)
  window = openWindow({
    session: consoleSession,
    stateFile: join(app.getPath('userData'), 'window.json'),
    preload: preloadFile(import.meta.dirname),
  })
  links?.into(window.webContents)
  window.on('closed', () => (window = null))
  app.on('will-quit', () => void engine.then((running) => running.close()).catch(() => undefined))
  try {
    const { api, listen } = await engine
    const speak = async () => speakIn((await api.settings()).language ?? systemLanguage)
    listen('changed', ({ topics }) => {
      if (topics.includes('settings')) void speak().catch(() => undefined)
    })
    await speak()
    if (sampleIfEmpty && (await api.workspace()).empty) await api.addSource({ kind: 'sample' })
  } catch (error) {
    const format = formatFor(systemLanguage, Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now())
    const { message, hint } = failureSentences(systemLanguage, toFailure(error), format)
    dialog.showErrorBox(message, hint)
    app.quit()
  }
}

function showWindow(): void {
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
