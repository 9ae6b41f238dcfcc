/** The mark in the system's tray or menu bar: how many flags are open, and notifications paused for an hour. */
import { Menu, Tray } from 'electron'
import type { Language } from '../../../shared/contract.ts'
import { formatFor } from '../../../shared/numbers.ts'
import { tellingWords } from '../../print/words.ts'
import { trayMark } from './marks.ts'

export interface TrayPorts {
  readonly platform: NodeJS.Platform
  readonly now: () => number
  /** The machine's, for the time a pause ends. */
  readonly zone: string
  readonly open: () => void
  /** Nothing is told until then; null: goes on. */
  readonly pause: (until: number | null) => void
  readonly quit: () => void
}

export interface FlagTray {
  count(open: number): void
  speak(language: Language): void
  /** "12 open flags". */
  readonly words: () => string
}

const pauseMs = 3_600_000

export function createTray(ports: TrayPorts): FlagTray {
  const { platform, now } = ports
  // The system drops a tray nobody holds: the menu's functions do.
  const tray = new Tray(trayMark(platform))
  let language: Language = 'en'
  let open = 0
  let pausedUntil: number | null = null

  const say = () => tellingWords(language)
  const counted = () =>
    say()('tray.flags', { count: open, shown: formatFor(language, ports.zone, now()).count(open) })
  const pause = (until: number | null) => {
    pausedUntil = until
    ports.pause(until)
    show()
    if (until !== null) setTimeout(show, pauseMs).unref()
  }
  const pauseItem = () => {
    if (pausedUntil === null || pausedUntil <= now())
      return { label: say()('tray.pause'), click: () => pause(now() + pauseMs) }
    const until = formatFor(language, ports.zone, now()).time(pausedUntil)
    return { label: say()('tray.resume', { until }), click: () => pause(null) }
  }
  /** The whole menu anew: Linux takes no change of a single item. */
  const show = () => {
    tray.setToolTip(`Floorwalker · ${counted()}`)
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: counted(), enabled: false },
        { label: say()('tray.open'), click: ports.open },
        pauseItem(),
        { type: 'separator' },
        { label: say()('tray.quit'), click: ports.quit },
      ]),
    )
    if (platform === 'darwin') tray.setTitle(open > 0 ? String(open) : '')
  }
  // A click opens the menu on macOS; elsewhere it is the shortest way to the window.
  if (platform !== 'darwin') tray.on('click', ports.open)
  show()

  return {
    count(count) {
      open = count
      show()
    },
    speak(chosen) {
      language = chosen
      show()
    },
    words: counted,
  }
}
