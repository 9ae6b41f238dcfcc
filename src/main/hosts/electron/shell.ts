import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, dialog, Notification, type BrowserWindow } from 'electron'
import type { Shell } from '../../engine/shell.ts'
import type { Secrets } from '../fileSecrets.ts'
import { printInHiddenWindow } from './print.ts'

/** The desktop's shell: native dialogs, notifications, the icon's badge. */
export function createDesktopShell(window: () => BrowserWindow | null, secrets: Secrets): Shell {
  return {
    async saveFile(file) {
      const options = { defaultPath: join(app.getPath('documents'), file.name) }
      const parent = window()
      const choice = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options)
      if (choice.canceled || choice.filePath === '') return null
      // Beside the target first, then renamed: an older file survives whatever goes wrong while writing.
      await writeFile(`${choice.filePath}.new`, file.bytes)
      await rename(`${choice.filePath}.new`, choice.filePath)
      return choice.filePath
    },
    printPdf: (page) => printInHiddenWindow(page),
    keepSecret: (name, value) => secrets.keep(name, value),
    readSecret: (name) => secrets.read(name),
    notify(notice) {
      if (!Notification.isSupported()) return
      const notification = new Notification({ title: notice.title, body: notice.body })
      notification.on('click', () => {
        window()?.show()
        window()?.focus()
      })
      notification.show()
    },
    badge: (count) => void app.setBadgeCount(count),
  }
}
