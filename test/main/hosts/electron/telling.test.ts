import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { electron, FakeNotification, FakeTray, FakeWindow, system } from '../../../support/electron.ts'

vi.mock('electron', () => electron)
const { createDesktopShell } = await import('../../../../src/main/hosts/electron/shell.ts')
const { createTray } = await import('../../../../src/main/hosts/electron/tray.ts')

const notice = {
  id: '1:unresolved:1',
  title: 'Unresolved',
  body: 'No reply for 5 min',
  severity: 'danger',
  sound: false,
  flag: 'unresolved:1',
} as const
const secrets = { keep: async () => undefined, read: async () => null }
const start = Date.UTC(2026, 4, 11, 8)
const hour = 3_600_000

function desktop(platform: NodeJS.Platform) {
  const clock = { now: start }
  const pauses: (number | null)[] = []
  const done: string[] = []
  const tray = createTray({
    platform,
    now: () => clock.now,
    zone: 'Europe/Berlin',
    open: () => done.push('open'),
    pause: (until) => pauses.push(until),
    quit: () => done.push('quit'),
  })
  const window = new FakeWindow({})
  const shell = createDesktopShell(() => window as unknown as BrowserWindow, secrets, tray, 'en', platform)
  const icon = FakeTray.all.at(-1)!
  const labels = () => icon.menu.map(({ label }) => label)
  return { clock, pauses, done, tray, window, shell, icon, labels }
}

beforeEach(() => {
  FakeNotification.supported = true
  FakeNotification.all.length = 0
  Object.assign(system, { badge: 0, beeps: 0 })
})

describe('a notification of the desktop', () => {
  it('is silent unless its rule sounds; Linux is rung by the app itself', () => {
    for (const [platform, beeps] of [
      ['darwin', 0],
      ['win32', 0],
      ['linux', 1],
    ] as const) {
      system.beeps = 0
      const { shell } = desktop(platform)
      expect(shell.notify(notice)).toBe('shown')
      expect(FakeNotification.all.at(-1)).toMatchObject({
        shown: true,
        options: { id: notice.id, title: notice.title, body: notice.body, silent: true },
      })
      expect(system.beeps).toBe(0)
      shell.notify({ ...notice, sound: true })
      expect(FakeNotification.all.at(-1)?.options).toMatchObject({ silent: false })
      expect([platform, system.beeps]).toEqual([platform, beeps])
    }
  })

  it('opens its flag when it is clicked', () => {
    const { shell, window } = desktop('linux')
    shell.notify(notice)
    FakeNotification.all[0]?.emit('click')
    expect(window.webContents.sent).toEqual([['event', 'chosen', { flag: 'unresolved:1' }]])
  })

  it('opens the place it is about, where that is none of flags', () => {
    const { shell, window } = desktop('linux')
    shell.notify({ ...notice, flag: null, place: 'reports' })
    FakeNotification.all[0]?.emit('click')
    expect(window.webContents.sent).toEqual([['event', 'chosen', { flag: null, place: 'reports' }]])
  })

  it('is not claimed where the system has none', () => {
    FakeNotification.supported = false
    expect(desktop('linux').shell.notify(notice)).toBe('not')
    expect(FakeNotification.all).toEqual([])
  })
})

describe('the number of open flags', () => {
  it('is on the icon, and on Windows a dot with words for who cannot see it', () => {
    const linux = desktop('linux')
    linux.shell.badge(1200)
    expect(system.badge).toBe(1200)
    expect(linux.window.overlay).toBeNull()
    const windows = desktop('win32')
    windows.shell.badge(1)
    expect(windows.window.overlay).toEqual([expect.objectContaining({}), '1 open flag'])
    windows.shell.badge(0)
    expect(windows.window.overlay).toEqual([null, 'No open flags'])
  })

  it('is in the tray’s words and menu, in the console’s language, and in the menu bar of macOS', () => {
    const { shell, icon, labels, tray } = desktop('darwin')
    expect(icon.toolTip).toBe('Floorwalker · No open flags')
    expect([icon.title, icon.image.isTemplate]).toEqual(['', true])
    shell.badge(12)
    expect(labels()).toEqual([
      '12 open flags',
      'Open Floorwalker',
      'Pause notifications for an hour',
      undefined,
      'Quit',
    ])
    expect(icon.title).toBe('12')
    tray.speak('de')
    expect(icon.toolTip).toBe('Floorwalker · 12 offene Markierungen')
    expect(desktop('win32').icon.image.isTemplate).toBe(false)
  })
})

describe('the tray', () => {
  it('opens the console and ends it', () => {
    const { icon, done } = desktop('linux')
    icon.choose('Open')
    icon.choose('Quit')
    icon.emit('click')
    expect(done).toEqual(['open', 'quit', 'open'])
    const mac = desktop('darwin')
    mac.icon.emit('click')
    expect(mac.done).toEqual([])
  })

  it('pauses for an hour, says until when, and goes on when asked or when that is over', () => {
    const { icon, pauses, labels, clock, tray } = desktop('linux')
    icon.choose('Pause')
    expect(labels()).toContain('Notify again (paused until 11:00)')
    icon.choose('Notify again')
    expect(pauses).toEqual([start + hour, null])
    icon.choose('Pause')
    clock.now += hour
    tray.count(3)
    expect(labels()).toContain('Pause notifications for an hour')
  })
})

describe('a folder', () => {
  it('is asked for in the system’s own dialog, and may be none', async () => {
    const { shell } = desktop('linux')
    system.folder = '/home/kim/Reports'
    expect(await shell.chooseFolder?.()).toBe('/home/kim/Reports')
    expect(system.asked.at(-1)).toEqual({ properties: ['openDirectory', 'createDirectory'] })
    system.folder = null
    expect(await shell.chooseFolder?.()).toBeNull()
  })
})
