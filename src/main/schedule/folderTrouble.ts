import { access, constants, stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import type { FolderTrouble } from '../../shared/reporting.ts'

/** Why files cannot be written to a folder as things are; null: they can, or nothing is named yet. */
export async function folderTrouble(folder: string): Promise<FolderTrouble | null> {
  if (folder === '') return null
  if (!isAbsolute(folder)) return 'relative'
  const found = await stat(folder).catch(() => null)
  if (found === null) return 'missing'
  if (!found.isDirectory()) return 'no_folder'
  return access(folder, constants.W_OK | constants.X_OK).then(
    () => null,
    () => 'locked' as const,
  )
}
