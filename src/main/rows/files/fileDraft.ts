/** A file that is written bit by bit beside its target and takes its place when it is whole. */
import { open, rename, rm } from 'node:fs/promises'
import { unwritten } from '../../engine/wholeFile.ts'
import type { TakeBytes } from '../../exports/zip.ts'

/** Where a file is written before it takes its place. */
export function draftOf(path: string): string {
  return `${path}.new`
}

/**
 * Gives `write` where the bytes go. An older file stays as it is until all is on the disk, whatever goes wrong, and nothing is
 * left beside it. @throws `Failed` (`full` where there is no space, else `invalid`) where the file cannot be written.
 */
export async function writeDraft<Result>(
  path: string,
  write: (take: TakeBytes) => Promise<Result>,
): Promise<Result> {
  const draft = draftOf(path)
  const file = await open(draft, 'w', 0o600).catch((error: unknown) => {
    throw unwritten(path, error)
  })
  const told = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      throw unwritten(path, error)
    }
  }
  let isOpen = true
  try {
    const result = await write((bytes) => told(() => file.writeFile(bytes)))
    await told(() => file.sync())
    isOpen = false
    await told(() => file.close())
    await told(() => rename(draft, path))
    return result
  } catch (error) {
    if (isOpen) await file.close().catch(() => undefined)
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  }
}
