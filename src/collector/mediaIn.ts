import { z } from 'zod'

/** An id goes into the path of a request that carries our token, so only what an id can be is taken for one. */
const mediaShape = z.object({
  id: z.string().regex(/^[\w-]{1,128}$/),
  mime_type: z.string(),
  sha256: z.string().optional().catch(undefined),
})

/**
 * The files a change speaks of, wherever they stand in it: messages, echoes, history threads and edits all describe a
 * file as an object with `id` and `mime_type`. Walked without recursion, so that no depth can break it.
 */
export function mediaIn(value: unknown): { readonly mediaId: string; readonly sha256: string | null }[] {
  const found: { readonly mediaId: string; readonly sha256: string | null }[] = []
  const open: unknown[] = [value]
  while (open.length > 0) {
    const part = open.pop()
    if (typeof part !== 'object' || part === null) continue
    if ('mime_type' in part) {
      const media = mediaShape.safeParse(part)
      if (media.success) found.push({ mediaId: media.data.id, sha256: hexOfHash(media.data.sha256 ?? '') })
    }
    for (const child of Object.values(part)) open.push(child)
  }
  return found
}

/** Meta writes a SHA-256 in base64 in most webhooks and in hex in others and in the Graph API; null when it is neither. */
export function hexOfHash(text: string): string | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase()
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return null
  return Buffer.from(text, 'base64').toString('hex')
}
