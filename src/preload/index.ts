/** A pipe: the console's transport over Electron's ipc. Named functions only; callbacks get values, never events. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Events, Reply, Transport } from '../shared/contract.ts'

const transport: Transport = {
  request: (method, args) => ipcRenderer.invoke('request', method, args) as Promise<Reply<unknown>>,
  listen(event, listener) {
    const forward = (_event: IpcRendererEvent, name: keyof Events, data: unknown) => {
      if (name === event) listener(data as Events[typeof event])
    }
    ipcRenderer.on('event', forward)
    return () => ipcRenderer.off('event', forward)
  },
}

contextBridge.exposeInMainWorld('transport', transport)
