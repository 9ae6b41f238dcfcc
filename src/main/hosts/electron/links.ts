/** `floorwalker://flag/ID`, as posts of the webhook carry it: the system hands it to the app, which shows that flag. */
import type { App, WebContents } from 'electron'

const scheme = 'floorwalker'
/** Ids are far shorter: what is longer was written by nobody of ours. */
const longestLink = 2000

export interface Links {
  /** Links are followed into this page from when it is loaded; one that came before waits for that. */
  into(page: WebContents): void
}

/**
 * Registers the app for its links where it is installed, and follows those of this start (`argv`), of later starts that
 * end in this app, and of macOS. `show` brings the window to the front; a link that names no flag does nothing more.
 */
export function followLinks(
  app: Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient' | 'on'>,
  argv: readonly string[],
  show: () => void,
): Links {
  let page: WebContents | null = null
  let waiting = flagAmong(argv)
  const follow = (flag: string | null) => {
    show()
    if (flag === null) return
    if (page === null) waiting = flag
    else choose(page, flag)
  }
  // While it is developed the program the system would start is Electron's own.
  if (app.isPackaged) app.setAsDefaultProtocolClient(scheme)
  app.on('second-instance', (_event, words) => follow(flagAmong(words)))
  app.on('open-url', (event, address) => {
    event.preventDefault()
    follow(flagIn(address))
  })
  return {
    into(opened) {
      opened.once('did-finish-load', () => {
        page = opened
        if (waiting !== null) choose(opened, waiting)
        waiting = null
      })
      opened.once('destroyed', () => (page = null))
    },
  }
}

function choose(page: WebContents, flag: string): void {
  page.send('event', 'chosen', { flag })
}

/** The flag of the first link among what the app was started with; Chromium's own switches may stand around it. */
function flagAmong(argv: readonly string[]): string | null {
  return flagIn(argv.find((word) => word.startsWith(`${scheme}://`)) ?? '')
}

function flagIn(address: string): string | null {
  if (address.length > longestLink || !URL.canParse(address)) return null
  const { protocol, host, pathname } = new URL(address)
  if (protocol !== `${scheme}:` || host !== 'flag') return null
  try {
    const flag = decodeURIComponent(pathname.slice(1))
    return flag === '' ? null : flag
  } catch {
    return null
  }
}
