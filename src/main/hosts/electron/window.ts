import { join } from 'node:path'
import { BrowserWindow, screen, type Session } from 'electron'
import { consoleOrigin } from './protocol.ts'
import { keepWindowState, readWindowState } from './windowState.ts'

/** Opens the console's one window, where it last stood. It shows when its first frame is painted. */
export function openWindow(options: {
  readonly session: Session
  readonly stateFile: string
  readonly preload: string
}): BrowserWindow {
  const { maximized, position, width, height } = readWindowState(
    options.stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  )
  const window = new BrowserWindow({
    ...position,
    width,
    height,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Floorwalker',
    webPreferences: {
      session: options.session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: process.env['FLOORWALKER_DEVTOOLS'] === '1',
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    const { x, y, width: wide, height: high } = window.getNormalBounds()
    keepWindowState(options.stateFile, {
      position: { x, y },
      width: wide,
      height: high,
      maximized: window.isMaximized(),
    })
  })
  void window.loadURL(`${consoleOrigin}/index.html`)
  return window
}

/** The built preload beside the built main entry. */
export function preloadFile(mainFolder: string): string {
  return join(mainFolder, '..', 'preload', 'index.cjs')
}
