import { createHash, timingSafeEqual } from 'node:crypto'

/** A token known only by its hash, so that neither a heap dump nor a log can give it away. */
export interface HashedToken {
  readonly name: string
  readonly sha256: Buffer
}

/**
 * Reads one entry of `FLOORWALKER_CONSOLE_TOKEN`: `token`, `name=token`, or `name=sha256:<hex>` when the plain token
 * should never reach the server. Equals signs that only end a token (base64) belong to it.
 */
export function hashedToken(entry: string, position: number): HashedToken {
  const [, name, rest] = /^([A-Za-z][\w.-]*)=([^=].*)$/.exec(entry) ?? []
  const token = rest ?? entry
  const hex = /^sha256:([0-9a-f]{64})$/i.exec(token)?.[1]
  return {
    name: name ?? `console-${position + 1}`,
    sha256: hex === undefined ? hash(token) : Buffer.from(hex, 'hex'),
  }
}

/** The name of the token's owner; null when nobody holds this token. Takes the same time either way. */
export function ownerOf(tokens: readonly HashedToken[], given: string): string | null {
  const givenHash = hash(given)
  let owner: string | null = null
  for (const token of tokens) {
    if (timingSafeEqual(token.sha256, givenHash)) owner = token.name
  }
  return owner
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest()
}
