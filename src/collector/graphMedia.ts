import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { MediaJob } from './log.ts'
import { hexOfHash } from './mediaIn.ts'
import type { GraphAccess } from './settings.ts'

/** WhatsApp's own limit for a document, its largest kind of file. */
const LARGEST_BYTES = 100 * 1024 * 1024
const TIMEOUT_MS = 120_000

/** Reasons are ours, word for word: an address or a name never gets into them. */
export type MediaOutcome =
  | { readonly kind: 'fetched'; readonly mime: string; readonly content: Uint8Array }
  | { readonly kind: 'later'; readonly reason: string }
  | { readonly kind: 'gone'; readonly reason: string }

/** What the Graph API says of a media id. The address lives for five minutes and needs the token. */
const description = z.object({
  url: z.url(),
  mime_type: z.string().optional(),
  sha256: z.string().optional(),
  file_size: z.coerce.number().optional(),
})
/** The Graph API's "no such object". */
const missingObject = z.object({ error: z.object({ code: z.literal(100) }) })

/** Fetches one file. Never throws: what went wrong is an outcome. */
export async function fetchMedia(
  fetch: typeof globalThis.fetch,
  graph: GraphAccess,
  job: MediaJob,
  stop: AbortSignal,
): Promise<MediaOutcome> {
  const request = {
    headers: { authorization: `Bearer ${graph.token}` },
    signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT_MS)]),
  }
  try {
    const answer = await fetch(`${graph.url}/${encodeURIComponent(job.mediaId)}`, request)
    const body: unknown = await answer.json().catch(() => null)
    if (missingObject.safeParse(body).success) return gone('the cloud does not know this media id')
    if (!answer.ok) return later(`the Graph API answered ${answer.status}`)
    const described = description.safeParse(body)
    if (!described.success) return later('the Graph API described the file in a form we do not know')
    if ((described.data.file_size ?? 0) > LARGEST_BYTES) return gone('the file is larger than 100 MB')
    if (!mayReceiveToken(described.data.url, graph)) return gone('the file lies at an address without https')

    const file = await fetch(described.data.url, request)
    if (!file.ok) return later(`the download answered ${file.status}`)
    const content = await readAtMost(file, LARGEST_BYTES)
    if (content === null) return gone('the file is larger than 100 MB')
    const announced = hexOfHash(described.data.sha256 ?? '') ?? job.sha256
    const actual = createHash('sha256').update(content).digest('hex')
    if (announced !== null && announced !== actual) return later('the file does not have the announced hash')
    return { kind: 'fetched', mime: cleanMime(described.data.mime_type), content }
  } catch {
    return later('the cloud could not be reached')
  }
}

/** The token goes only over TLS, or back to where it was set to go (a simulator on this machine). */
function mayReceiveToken(url: string, graph: GraphAccess): boolean {
  const target = new URL(url)
  return target.protocol === 'https:' || target.origin === new URL(graph.url).origin
}

async function readAtMost(response: Response, limit: number): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body) {
    size += part.byteLength
    if (size > limit) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** A type is repeated in our answers' headers, so only what a type can look like is kept. */
function cleanMime(mime: string | undefined): string {
  const [type = ''] = (mime ?? '').split(';')
  return /^[\w.+-]{1,64}\/[\w.+-]{1,64}$/.test(type) ? type.toLowerCase() : 'application/octet-stream'
}

function later(reason: string): MediaOutcome {
  return { kind: 'later', reason }
}

function gone(reason: string): MediaOutcome {
  return { kind: 'gone', reason }
}
