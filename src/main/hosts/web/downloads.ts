import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileTarget } from '../../engine/shell.ts'

/** A small file in memory, or a large one on the disk: whoever takes that lets it go once it is sent. */
export type Download = {
  readonly name: string
  readonly type: string
} & ({ readonly bytes: Uint8Array } | { readonly path: string })

/** Files made for the browser to fetch once. The page learns the id in the answer of its request. */
export interface Downloads {
  put(file: Download): string
  /** Where a large file can be written before it is put; null where this console has no place for any. */
  prepare(file: Pick<Download, 'name' | 'type'>): Promise<FileTarget | null>
  take(id: string): Download | null
  /** Lets go of what nobody fetched. */
  close(): Promise<void>
}

const most = 8

/** `folder`: for large files alone; what an earlier console left there goes. Null: there is no place for any. */
export function createDownloads(folder: string | null = null): Downloads {
  const files = new Map<string, Download>()
  const cleared = folder === null ? null : forget(folder)
  const put = (file: Download): string => {
    const id = randomUUID()
    files.set(id, file)
    // A page that went away never fetches its file: the oldest makes room.
    for (const [old, gone] of [...files].slice(0, -most)) {
      files.delete(old)
      if ('path' in gone) void forget(gone.path)
    }
    return id
  }
  return {
    put,
    async prepare(file) {
      if (folder === null) return null
      await cleared
      // Customers' words: nobody else on this machine may read them.
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, randomUUID())
      return { path, keep: async () => `download:${put({ ...file, path })}:${file.name}` }
    },
    take(id) {
      const file = files.get(id) ?? null
      files.delete(id)
      return file
    },
    async close() {
      files.clear()
      if (folder !== null) await forget(folder)
    },
  }
}

async function forget(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined)
}
