/** A pipe: the console's transport over Electron's ipc. Named functions only; callbacks get values, never events. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Events, Reply, Transport } from '../shared/contract.ts'

/** What was chosen outside the page (a link, a notification) before the page was there to hear it. */
let early: Events['chosen'] | null = null
const keepEarly = (_event: IpcRendererEvent, name: keyof Events, data: unknown) => {
  if (name === 'chosen') early = data as Events['chosen']
}
ipcRenderer.on('event', keepEarly)

const transport: Transport = {
  request: (method, args) => ipcRenderer.invoke('request', method, args) as Promise<Reply<unknown>>,
  listen(event, listener) {
    const forward = (_event: IpcRendererEvent, name: keyof Events, data: unknown) => {
      if (name === event) listener(data as Events[typeof event])
    }
    ipcRenderer.on('event', forward)
    if (event === 'chosen') {
      ipcRenderer.off('event', keepEarly)
      if (early !== null) listener(early as Events[typeof event])
      early = null
    }
    return () => ipcRenderer.off('event', forward)
  },
}

contextBridge.exposeInMainWorld('transport', transport)
