/** Files that are written whole or not at all. */
import { open, rename, rm } from 'node:fs/promises'
import { Failed } from './failure.ts'

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'this account may not write there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
}

/**
 * Writes beside the target, then renames: an older file survives whatever goes wrong, and nothing is left behind. On the disk
 * when it resolves. Throws `Failed` (`full` where there is no space, else `invalid`).
 */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.new`
  try {
    const file = await open(draft, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw unwritten(path, error)
  }
}

/** Why a file could not be written, in words. */
export function unwritten(path: string, error: unknown): Failed {
  const { code = '', message } = error as NodeJS.ErrnoException
  return new Failed(
    code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'invalid',
    `${path} could not be written: ${causes[code] ?? message}; nothing was changed.`,
    'Check the name and the space there, and try again.',
  )
}
