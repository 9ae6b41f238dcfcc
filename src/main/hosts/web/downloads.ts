import { randomUUID } from 'node:crypto'

export interface Download {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Files made for the browser to fetch once. The page learns the id in the answer of its request. */
export interface Downloads {
  put(file: Download): string
  take(id: string): Download | null
}

const most = 8

export function createDownloads(): Downloads {
  const files = new Map<string, Download>()
  return {
    put(file) {
      const id = randomUUID()
      files.set(id, file)
      // A page that went away never fetches its file: the oldest makes room.
      for (const old of [...files.keys()].slice(0, -most)) files.delete(old)
      return id
    },
    take(id) {
      const file = files.get(id) ?? null
      files.delete(id)
      return file
    },
  }
}
