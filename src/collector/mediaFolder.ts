import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'

/** Files under their own hash. A file is there whole or not at all. */
export interface MediaFolder {
  put(sha256: string, content: Uint8Array): Promise<void>
  open(sha256: string): Promise<ReadableStream<Uint8Array> | null>
}

export function createMediaFolder(folder: string): MediaFolder {
  // Two characters a folder keep each of them small enough to list.
  const folderOf = (sha256: string) => join(folder, sha256.slice(0, 2))

  return {
    async put(sha256, content) {
      const home = folderOf(sha256)
      await mkdir(home, { recursive: true, mode: 0o700 })
      const unfinished = join(home, `${randomUUID()}.part`)
      try {
        await writeDurably(unfinished, content)
        await rename(unfinished, join(home, sha256))
        await flushFolder(home)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
    },

    async open(sha256) {
      try {
        const file = await open(join(folderOf(sha256), sha256), 'r')
        // Node and the DOM each declare this one stream type.
        return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
  }
}

async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A rename is durable once its folder is; Windows cannot open a folder and needs no such flush. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
