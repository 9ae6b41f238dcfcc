/** What the engine saved, brought to the person: on the desktop it lies where they said, in the browser it is handed over. */
import { fetchDownload } from './api.ts'

export interface KeptFile {
  /** The path, or the name among the browser's downloads. */
  readonly where: string
  readonly downloaded: boolean
}

/** Null when they changed their mind. */
export async function keepFile({ saved }: { readonly saved: string | null }): Promise<KeptFile | null> {
  if (saved === null) return null
  const [, id, name] = /^download:([^:]+):(.+)$/s.exec(saved) ?? []
  if (id === undefined || name === undefined) return { where: saved, downloaded: false }
  await fetchDownload(id, name)
  return { where: name, downloaded: true }
}
