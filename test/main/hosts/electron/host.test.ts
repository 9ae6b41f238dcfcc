import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EventEmitter } from 'node:events'
import type { App, SafeStorage, Session } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  electron,
  FakeContents,
  fakeEvent,
  FakeSession,
  FakeWindow,
  frame,
  handlers,
  partitions,
  schemes,
} from '../../../support/electron.ts'

vi.mock('electron', () => electron)
const { serveIpc } = await import('../../../../src/main/hosts/electron/ipc.ts')
const { denyPermissions, isOurFrame, lockDown } =
  await import('../../../../src/main/hosts/electron/security.ts')
const { registerConsoleScheme, serveConsole } =
  await import('../../../../src/main/hosts/electron/protocol.ts')
const { openWindow } = await import('../../../../src/main/hosts/electron/window.ts')
const { printInHiddenWindow } = await import('../../../../src/main/hosts/electron/print.ts')
const { createSealedSecrets } = await import('../../../../src/main/hosts/electron/secrets.ts')
const { readWindowState, keepWindowState } =
  await import('../../../../src/main/hosts/electron/windowState.ts')

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'floorwalker-desktop-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

describe('the desktop window', () => {
  it('is sandboxed, isolated, without Node, webviews, spell checker or developer tools', () => {
    const session = new FakeSession() as unknown as Session
    openWindow({ session, stateFile: join(dir, 'window.json'), preload: '/app/preload.cjs' })
    const window = FakeWindow.all.at(-1)
    expect(window?.options.webPreferences).toEqual({
      session,
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    })
    expect(window?.loaded).toBe('app://console/index.html')
  })

  it('comes back where it was, unless that screen is gone or the file is broken', async () => {
    const file = join(dir, 'window.json')
    const state = { position: { x: 2000, y: 50 }, width: 1200, height: 800, maximized: false }
    keepWindowState(file, state)
    const two = [
      { x: 0, y: 0, width: 1920, height: 1080 },
      { x: 1920, y: 0, width: 1920, height: 1080 },
    ]
    expect(readWindowState(file, two)).toEqual(state)
    expect(readWindowState(file, two.slice(0, 1)).position).toBeNull()
    await writeFile(file, '{"width":')
    expect(readWindowState(file, two).width).toBe(1440)
  })
})

describe('what a page may do', () => {
  type Ask = (
    contents: null,
    permission: string,
    answer: (allowed: boolean) => void,
    details: { requestingUrl: string; isMainFrame: boolean },
  ) => void
  type Check = (
    contents: null,
    permission: string,
    origin: string,
    details: { isMainFrame: boolean },
  ) => boolean

  /** What is allowed to a page, asked and checked alike. */
  function allowed(permission: string, address: string, isMainFrame = true): boolean {
    const session = new FakeSession()
    denyPermissions(session as unknown as Session)
    let answer: boolean | null = null
    const take = (given: boolean) => void (answer = given)
    ;(session.request as Ask | null)?.(null, permission, take, { requestingUrl: address, isMainFrame })
    const checked = (session.check as Check | null)?.(null, permission, address, { isMainFrame })
    expect(checked).toBe(answer)
    expect(session.device?.()).toBe(false)
    return checked ?? false
  }

  it('is denied every permission but writing to the clipboard and filling the screen', () => {
    const names = ['media', 'geolocation', 'notifications', 'openExternal', 'hid', 'clipboard-read']
    for (const name of names) expect(allowed(name, 'app://console/'), name).toBe(false)
    expect(allowed('clipboard-sanitized-write', 'app://console/')).toBe(true)
    expect(allowed('fullscreen', 'app://console/index.html#now')).toBe(true)
  })

  it('may fill the screen as the console itself and nobody else', () => {
    expect(allowed('fullscreen', 'app://console/', false)).toBe(false)
    for (const address of ['https://evil.example/', 'app://other/', 'app://console.evil.example/', ''])
      expect(allowed('fullscreen', address), address).toBe(false)
  })

  it('cannot navigate away, open windows or embed pages', () => {
    const app = new EventEmitter()
    lockDown(app as unknown as App)
    const contents = new FakeContents()
    app.emit('web-contents-created', {}, contents)
    expect(contents.openHandler?.()).toEqual({ action: 'deny' })
    for (const name of ['will-navigate', 'will-frame-navigate'])
      for (const [url, prevented] of [
        ['https://evil.example/', true],
        ['file:///etc/passwd', true],
        ['app://console.evil.example/', true],
        ['app://other/index.html', true],
        ['not an address', true],
        ['app://console/index.html#chats', false],
      ] as const) {
        const event = fakeEvent(url)
        contents.emit(name, event)
        expect(event.prevented, `${name} ${url}`).toBe(prevented)
      }
    for (const name of ['will-attach-webview', 'will-redirect']) {
      const event = fakeEvent('app://console/')
      contents.emit(name, event)
      expect(event.prevented).toBe(true)
    }
  })

  it('is answered only in the main frame of the console', () => {
    expect(isOurFrame(frame('app://console/index.html'))).toBe(true)
    expect(isOurFrame(frame('app://console/index.html', frame('app://console/')))).toBe(false)
    expect(isOurFrame(frame('https://evil.example/'))).toBe(false)
    expect(isOurFrame(null)).toBe(false)
  })
})

describe('requests over ipc', () => {
  it('reach the engine from the console and nobody else, and events go back', async () => {
    const listeners = new Map<string, (data: unknown) => void>()
    const contents = new FakeContents()
    const engine = Promise.resolve({
      api: { workspace: () => Promise.resolve({ name: 'Nordlicht' }) } as never,
      listen: (name: string, listener: (data: never) => void) => {
        listeners.set(name, listener as (data: unknown) => void)
        return () => undefined
      },
    })
    serveIpc(engine, () => contents as never)
    const ask = handlers.get('request')
    const ours = { senderFrame: frame('app://console/index.html') }
    expect(await ask?.(ours, 'workspace', [])).toEqual({ ok: true, value: { name: 'Nordlicht' } })
    expect(await ask?.(ours, 'constructor', [])).toMatchObject({ ok: false, error: { kind: 'bug' } })
    expect(await ask?.(ours, { method: 'workspace' }, [])).toMatchObject({
      ok: false,
      error: { kind: 'denied' },
    })
    expect(await ask?.({ senderFrame: frame('https://evil.example/') }, 'workspace', [])).toMatchObject({
      ok: false,
      error: { kind: 'denied' },
    })
    listeners.get('changed')?.({ topics: ['flags'] })
    expect(contents.sent).toEqual([['event', 'changed', { topics: ['flags'] }]])
  })
})

describe('the console’s own scheme', () => {
  it('is standard and secure and may not go round its policy', () => {
    registerConsoleScheme()
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
  })

  it('serves its fixed files with the policy, and nothing else', async () => {
    const session = new FakeSession()
    const bytes = new TextEncoder().encode('<p>console</p>')
    serveConsole(session as unknown as Session, new Map([['/index.html', { type: 'text/html', bytes }]]))
    const page = session.serve?.(new Request('app://console/index.html'))
    expect(await page?.text()).toBe('<p>console</p>')
    expect(page?.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
    expect(session.serve?.(new Request('app://console/../../etc/passwd')).status).toBe(404)
    expect(session.serve?.(new Request('app://other/index.html')).status).toBe(404)
  })
})

describe('printing', () => {
  it('happens in a hidden window without script, network or permissions, that is gone afterwards', async () => {
    const bytes = await printInHiddenWindow({ html: '<h1>Woche 19</h1>' })
    expect(Buffer.from(bytes).toString()).toBe('%PDF-double')
    const window = FakeWindow.all.at(-1)
    const print = partitions.get('print')
    expect(window?.options).toMatchObject({
      show: false,
      webPreferences: { javascript: false, sandbox: true },
    })
    expect(window?.destroyed).toBe(true)
    expect(window?.webContents.printed).toMatchObject({ generateTaggedPDF: true, preferCSSPageSize: true })
    for (const [url, cancel] of [
      ['http://169.254.169.254/', true],
      ['file:///etc/passwd', true],
      ['data:text/html;base64,AA==', false],
    ] as const) {
      let answer: unknown = null
      print?.filter?.({ url }, (given) => (answer = given))
      expect(answer).toEqual({ cancel })
    }
    expect(print?.check?.(null, 'media')).toBe(false)
  })
})

describe('secrets on the desktop', () => {
  function keychain(backend: string): SafeStorage {
    return {
      isEncryptionAvailable: () => true,
      getSelectedStorageBackend: () => backend,
      encryptString: (text: string) => Buffer.from(text.split('').toReversed().join('')),
      decryptString: (sealed: Buffer) => sealed.toString().split('').toReversed().join(''),
    } as unknown as SafeStorage
  }

  it('are sealed by the keychain and come back after a restart', async () => {
    await createSealedSecrets(dir, keychain('gnome_libsecret'), 'linux').keep('source:a', 'topsecret-token')
    const { readFile } = await import('node:fs/promises')
    expect(await readFile(join(dir, 'secrets.json'), 'utf8')).not.toContain('topsecret-token')
    expect(await createSealedSecrets(dir, keychain('gnome_libsecret'), 'linux').read('source:a')).toBe(
      'topsecret-token',
    )
  })

  it('never reach the disk where Linux has no keyring', async () => {
    const secrets = createSealedSecrets(dir, keychain('basic_text'), 'linux')
    await secrets.keep('source:a', 'topsecret-token')
    expect(await secrets.read('source:a')).toBe('topsecret-token')
    expect(await createSealedSecrets(dir, keychain('basic_text'), 'linux').read('source:a')).toBeNull()
  })

  it('are kept when the keychain does not open today', async () => {
    await createSealedSecrets(dir, keychain('kwallet6'), 'linux').keep('source:a', 'token')
    const shut = {
      ...keychain('kwallet6'),
      decryptString: () => {
        throw new Error('locked')
      },
    } as unknown as SafeStorage
    await expect(createSealedSecrets(dir, shut, 'linux').read('source:a')).rejects.toMatchObject({
      kind: 'denied',
    })
    expect(await createSealedSecrets(dir, keychain('kwallet6'), 'linux').read('source:a')).toBe('token')
  })
})
