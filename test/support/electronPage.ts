/** The window's half of the Electron double: what the preload script uses, piped to the handlers of the main half. */
import { EventEmitter } from 'node:events'
import { frame, handlers } from './electron.ts'

export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: async (name: string, ...args: readonly unknown[]) => {
    const event = { senderFrame: frame('app://console/index.html') }
    return structuredClone(await handlers.get(name)?.(event, ...structuredClone(args)))
  },
})

/** What the preload script handed to the page, by name. */
export const exposed = new Map<string, unknown>()

export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value),
}
