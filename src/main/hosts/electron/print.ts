import { BrowserWindow, session } from 'electron'
import { failed } from '../../engine/failure.ts'
import { printOptions } from '../web/print.ts'

const timeoutMs = 60_000
/** The page comes as its own address; Chromium takes data addresses of up to 512 MB, we stop long before. */
const longestPage = 64 * 1024 * 1024

/** Prints a self-contained page in a hidden window that has no script, no network, no storage and no way out. */
export async function printInHiddenWindow(
  made: { readonly html: string } | Promise<{ readonly html: string }>,
): Promise<Uint8Array> {
  const page = await made
  if (page.html.length > longestPage) throw failed('invalid', 'print.tooLong')
  const locked = session.fromPartition('print', { cache: false })
  locked.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  locked.setPermissionCheckHandler(() => false)
  locked.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !request.url.startsWith('data:') }))
  await locked.setProxy({ proxyRules: '127.0.0.1:9' })
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: locked,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  const clock = Promise.withResolvers<never>()
  const timer = setTimeout(() => clock.reject(failed('invalid', 'print.tooSlow')), timeoutMs)
  try {
    const address = `data:text/html;charset=utf-8;base64,${Buffer.from(page.html, 'utf8').toString('base64')}`
    const printed = window.loadURL(address).then(() => window.webContents.printToPDF(printOptions))
    return await Promise.race([printed, clock.promise])
  } finally {
    clearTimeout(timer)
    window.destroy()
  }
}
