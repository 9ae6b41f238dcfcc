import { join } from 'node:path'
import {
  app,
  dialog,
  Notification,
  shell as system,
  type BrowserWindow,
  type OpenDialogOptions,
} from 'electron'
import type { Shell } from '../../engine/shell.ts'
import { writeWholeFile } from '../../engine/wholeFile.ts'
import type { Language } from '../../../shared/contract.ts'
import type { Notice } from '../../../shared/telling.ts'
import type { Secrets } from '../fileSecrets.ts'
import { overlayDot } from './marks.ts'
import { startUtilityChild } from './child.ts'
import { printInHiddenWindow } from './print.ts'
import type { FlagTray } from './tray.ts'

/** The desktop's shell: native dialogs, notifications, the icon's badge and the tray. */
export function createDesktopShell(
  window: () => BrowserWindow | null,
  secrets: Secrets,
  tray: Pick<FlagTray, 'count' | 'words'>,
  language: Language,
  platform: NodeJS.Platform = process.platform,
): Shell {
  // Nobody else holds a notification, and one that is collected is deaf to clicks.
  const shown = new Set<Notification>()
  return {
    language,
    async saveFile(file) {
      const path = await whereTo(window(), file.name)
      if (path !== null) await writeWholeFile(path, file.bytes)
      return path
    },
    async chooseFile({ name }) {
      const path = await whereTo(window(), name)
      return path === null ? null : { path, keep: async () => path }
    },
    async chooseFolder() {
      const options = { properties: ['openDirectory', 'createDirectory'] } satisfies OpenDialogOptions
      const parent = window()
      const choice = parent
        ? await dialog.showOpenDialog(parent, options)
        : await dialog.showOpenDialog(options)
      return choice.canceled ? null : (choice.filePaths[0] ?? null)
    },
    printPdf: (page) => printInHiddenWindow(page),
    keepSecret: (name, value) => secrets.keep(name, value),
    readSecret: (name) => secrets.read(name),
    notify(notice) {
      if (!Notification.isSupported()) return 'not'
      const notification = new Notification({
        id: notice.id,
        title: notice.title,
        body: notice.body,
        silent: !notice.sound,
      })
      shown.add(notification)
      notification.on('close', () => shown.delete(notification))
      notification.on('failed', () => shown.delete(notification))
      notification.on('click', () => {
        shown.delete(notification)
        openNotice(window(), notice)
      })
      notification.show()
      // Linux leaves the sound to its notification server, and most have none.
      if (notice.sound && platform === 'linux') system.beep()
      return 'shown'
    },
    startChild: startUtilityChild,
    badge(count) {
      tray.count(count)
      // Windows has no number on its icons: a dot, and the number for who cannot see it.
      if (platform === 'win32') window()?.setOverlayIcon(count > 0 ? overlayDot() : null, tray.words())
      else app.setBadgeCount(count)
    },
  }
}

/** Asks where a file is to be; null when they changed their mind. */
async function whereTo(parent: BrowserWindow | null, name: string): Promise<string | null> {
  const options = { defaultPath: join(app.getPath('documents'), name) }
  const choice = parent ? await dialog.showSaveDialog(parent, options) : await dialog.showSaveDialog(options)
  return choice.canceled || choice.filePath === '' ? null : choice.filePath
}

function openNotice(window: BrowserWindow | null, { flag, place }: Notice): void {
  if (window === null) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
  window.webContents.send('event', 'chosen', { flag, ...(place && { place }) })
}
