/**
 * A double of the parts of Electron the desktop host uses: it records what was asked of it, and its events can be fired.
 * It shows that the right options are passed; that they work is for the end-to-end test on a real binary.
 */
import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, WebFrameMain } from 'electron'

export interface FakeEvent {
  prevented: boolean
  preventDefault(): void
  readonly url: string
}

export function fakeEvent(url: string): FakeEvent {
  const event = { prevented: false, url, preventDefault: () => void (event.prevented = true) }
  return event
}

export class FakeContents extends EventEmitter {
  readonly sent: unknown[][] = []
  openHandler: (() => { action: string }) | null = null
  printed: unknown = null
  setWindowOpenHandler(handler: () => { action: string }) {
    this.openHandler = handler
  }
  send(...args: unknown[]) {
    this.sent.push(args)
  }
  printToPDF(options: unknown) {
    this.printed = options
    return Promise.resolve(Buffer.from('%PDF-double'))
  }
}

export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = []
  readonly options: BrowserWindowConstructorOptions
  readonly webContents = new FakeContents()
  loaded: string | null = null
  destroyed = false
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
    FakeWindow.all.push(this)
  }
  loadURL(address: string) {
    this.loaded = address
    return Promise.resolve()
  }
  getNormalBounds = () => ({ x: 10, y: 20, width: 1300, height: 800 })
  isMaximized = () => false
  maximize = () => undefined
  show = () => undefined
  focus = () => undefined
  restore = () => undefined
  isMinimized = () => false
  overlay: readonly [image: unknown, description: string] | null = null
  setOverlayIcon(image: unknown, description: string) {
    this.overlay = [image, description]
  }
  destroy() {
    this.destroyed = true
  }
}

type Answer = (answer: unknown) => void

export class FakeSession {
  request: ((contents: unknown, permission: string, answer: Answer) => void) | null = null
  check: ((contents: unknown, permission: string) => boolean) | null = null
  device: (() => boolean) | null = null
  serve: ((request: Request) => Response) | null = null
  filter: ((request: { url: string }, answer: Answer) => void) | null = null
  proxy: unknown = null
  setPermissionRequestHandler(handler: FakeSession['request']) {
    this.request = handler
  }
  setPermissionCheckHandler(handler: FakeSession['check']) {
    this.check = handler
  }
  setDevicePermissionHandler(handler: FakeSession['device']) {
    this.device = handler
  }
  setProxy(proxy: unknown) {
    this.proxy = proxy
    return Promise.resolve()
  }
  readonly protocol = {
    handle: (_scheme: string, handler: (request: Request) => Response) => void (this.serve = handler),
  }
  readonly webRequest = { onBeforeRequest: (filter: FakeSession['filter']) => void (this.filter = filter) }
}

interface MenuItem {
  readonly label?: string
  readonly type?: string
  readonly submenu?: readonly MenuItem[]
  readonly click?: () => void
}

export class FakeTray extends EventEmitter {
  static readonly all: FakeTray[] = []
  toolTip = ''
  title = ''
  menu: readonly MenuItem[] = []
  readonly image: FakeImage
  constructor(image: FakeImage) {
    super()
    this.image = image
    FakeTray.all.push(this)
  }
  setToolTip(text: string) {
    this.toolTip = text
  }
  setTitle(text: string) {
    this.title = text
  }
  setContextMenu(menu: readonly MenuItem[]) {
    this.menu = menu
  }
  choose(label: string) {
    this.menu.find((item) => item.label?.startsWith(label))?.click?.()
  }
}

interface FakeImage {
  readonly bitmap: Buffer
  isTemplate: boolean
}

export class FakeNotification extends EventEmitter {
  static supported = true
  static readonly all: FakeNotification[] = []
  static isSupported = () => FakeNotification.supported
  readonly options: unknown
  shown = false
  constructor(options: unknown) {
    super()
    this.options = options
    FakeNotification.all.push(this)
  }
  show() {
    this.shown = true
  }
}

/** What the app's icon shows, how often the system's bell rang, and the window's menu. */
export const system: {
  badge: number
  beeps: number
  menu: readonly MenuItem[]
  /** What the person chooses in the next dialog; null: they change their mind. */
  folder: string | null
  /** The options dialogs were shown with. */
  readonly asked: unknown[]
} = { badge: 0, beeps: 0, menu: [], folder: null, asked: [] }

export const handlers = new Map<
  string,
  (event: { senderFrame: unknown }, ...args: unknown[]) => Promise<unknown>
>()
export const schemes: unknown[] = []
export const partitions = new Map<string, FakeSession>()

export const electron = {
  app: { setBadgeCount: (count: number) => (system.badge = count) },
  dialog: {
    showOpenDialog: (...asked: readonly unknown[]) => {
      system.asked.push(asked.at(-1))
      return Promise.resolve({ canceled: system.folder === null, filePaths: [system.folder].filter(Boolean) })
    },
  },
  shell: { beep: () => (system.beeps += 1) },
  Menu: {
    buildFromTemplate: (items: readonly MenuItem[]) => items,
    setApplicationMenu: (menu: readonly MenuItem[]) => void (system.menu = menu),
  },
  nativeImage: {
    createFromBitmap(bitmap: Buffer): FakeImage & { setTemplateImage(template: boolean): void } {
      return {
        bitmap,
        isTemplate: false,
        setTemplateImage(template) {
          this.isTemplate = template
        },
      }
    },
  },
  Notification: FakeNotification,
  Tray: FakeTray,
  BrowserWindow: FakeWindow,
  ipcMain: {
    handle: (
      name: string,
      handler: (event: { senderFrame: unknown }, ...args: unknown[]) => Promise<unknown>,
    ) => handlers.set(name, handler),
  },
  protocol: { registerSchemesAsPrivileged: (given: unknown[]) => schemes.push(...given) },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
  session: {
    fromPartition(name: string) {
      const one = partitions.get(name) ?? new FakeSession()
      partitions.set(name, one)
      return one
    },
  },
}

export function frame(url: string, parent: unknown = null): WebFrameMain {
  return { url, parent } as unknown as WebFrameMain
}
