/** Files that are written whole or not at all. */
import { open, rename, rm } from 'node:fs/promises'
import { phrase } from '../../shared/phrases.ts'
import { failed, type Failed } from './failure.ts'

const causes: Readonly<
  Partial<Record<string, `files.why.${'noFolder' | 'isFolder' | 'mayNotWrite' | 'full'}`>>
> = {
  ENOENT: 'files.why.noFolder',
  ENOTDIR: 'files.why.noFolder',
  EISDIR: 'files.why.isFolder',
  EACCES: 'files.why.mayNotWrite',
  EPERM: 'files.why.mayNotWrite',
  EROFS: 'files.why.mayNotWrite',
  ENOSPC: 'files.why.full',
  EDQUOT: 'files.why.full',
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
  const cause = causes[code]
  return failed(code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'invalid', 'files.unwritten', {
    path,
    why: cause === undefined ? message : phrase(cause),
  })
}
