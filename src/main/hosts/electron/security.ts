import type { App, Session, WebContents, WebFrameMain } from 'electron'
import { consoleOrigin } from './protocol.ts'

/** What a page of ours may do without asking: write plain text to the clipboard … */
const clipboard = 'clipboard-sanitized-write'
/** … and fill the screen as a wall does, the console itself and no frame in it. */
const fullscreen = 'fullscreen'

/** Denies every other permission; asking and checking are two handlers, and one alone is not enough. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(isAllowed(permission, requestingUrl, isMainFrame)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    isAllowed(permission, origin, isMainFrame),
  )
  session.setDevicePermissionHandler(() => false)
}

function isAllowed(permission: string, address: string, isMainFrame: boolean): boolean {
  return permission === clipboard || (permission === fullscreen && isMainFrame && isOurs(address))
}

/** For every page of the app, whoever made it: no navigation away, no new window, no embedded page. */
export function lockDown(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
}

/** Requests are answered to the main frame of our own page and nobody else; a frame that is gone has no name. */
export function isOurFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOurs(frame.url)
}

function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return `${url.protocol}//${url.host}` === consoleOrigin
}
