import { EventEmitter } from 'node:events'
import type { App, WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { followLinks } from '../../../../src/main/hosts/electron/links.ts'
import { FakeContents } from '../../../support/electron.ts'

/** The part of Electron's `App` that links concern. */
class FakeApp extends EventEmitter {
  readonly registered: string[] = []
  readonly isPackaged: boolean
  constructor(isPackaged: boolean) {
    super()
    this.isPackaged = isPackaged
  }
  setAsDefaultProtocolClient(scheme: string) {
    this.registered.push(scheme)
    return true
  }
}

function desktop(argv: readonly string[] = ['/opt/Floorwalker/floorwalker'], isPackaged = true) {
  const app = new FakeApp(isPackaged)
  const show = vi.fn()
  const links = followLinks(app as unknown as App, argv, show)
  const page = new FakeContents()
  links.into(page as unknown as WebContents)
  return { app, show, page, links }
}

const chosen = (flag: string) => ['event', 'chosen', { flag }]
const link = 'floorwalker://flag/unresolved%3Achat%207%3A1795263868870'
const flag = 'unresolved:chat 7:1795263868870'

describe('a link to a flag', () => {
  it('is registered with the system where the app is installed, and not while it is developed', () => {
    expect(desktop().app.registered).toEqual(['floorwalker'])
    expect(desktop([], false).app.registered).toEqual([])
  })

  it('that starts the app waits until its page is loaded, and is followed once', () => {
    const { page, show } = desktop(['floorwalker', '--some-switch', link])
    expect(page.sent).toEqual([])
    page.emit('did-finish-load')
    expect(page.sent).toEqual([chosen(flag)])
    page.emit('did-finish-load')
    expect(page.sent).toHaveLength(1)
    expect(show).not.toHaveBeenCalled()
  })

  it('that is followed while the app runs brings its window to the front', () => {
    const { app, page, show } = desktop()
    page.emit('did-finish-load')
    app.emit('second-instance', {}, ['floorwalker', '--allow-file-access', link])
    expect(show).toHaveBeenCalledTimes(1)
    const event = { preventDefault: vi.fn() }
    app.emit('open-url', event, 'floorwalker://flag/waiting%3Av2%3A1')
    expect(event.preventDefault).toHaveBeenCalledTimes(1)
    expect(page.sent).toEqual([chosen(flag), chosen('waiting:v2:1')])
  })

  it('waits for the next window where there is none', () => {
    const { app, page, links } = desktop()
    page.emit('did-finish-load')
    page.emit('destroyed')
    app.emit('open-url', { preventDefault: () => undefined }, link)
    expect(page.sent).toEqual([])
    const next = new FakeContents()
    links.into(next as unknown as WebContents)
    next.emit('did-finish-load')
    expect(next.sent).toEqual([chosen(flag)])
  })

  it.each([
    'floorwalker://flag/',
    'floorwalker://flag',
    'floorwalker://settings/x',
    'floorwalker://flag/%',
    'https://flag/unresolved',
    `floorwalker://flag/${'x'.repeat(3000)}`,
    '',
  ])('that is none only shows the window: %.60s', (address) => {
    const { app, page, show } = desktop()
    page.emit('did-finish-load')
    app.emit('open-url', { preventDefault: () => undefined }, address)
    app.emit('second-instance', {}, ['floorwalker', address])
    expect(page.sent).toEqual([])
    expect(show).toHaveBeenCalledTimes(2)
  })
})
