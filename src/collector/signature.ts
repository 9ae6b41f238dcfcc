import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'

/** Says whether `header` (`X-Hub-Signature-256`) signs exactly these bytes. */
export type SignatureCheck = (body: Uint8Array, header: string | undefined) => boolean

/**
 * Accepts `sha256=<hex>` where hex is the HMAC-SHA256 of the raw body with any of `secrets` (several during a rotation).
 * Every secret is tried in constant time, so an answer tells nothing about which one matched.
 */
export function createSignatureCheck(secrets: readonly string[]): SignatureCheck {
  const keys = secrets.map((secret) => createSecretKey(secret, 'utf8'))
  return (body, header) => {
    const hex = /^sha256=([0-9a-f]{64})$/i.exec(header ?? '')?.[1]
    if (hex === undefined) return false
    const given = Buffer.from(hex, 'hex')
    let matches = false
    for (const key of keys) {
      const expected = createHmac('sha256', key).update(body).digest()
      if (timingSafeEqual(expected, given)) matches = true
    }
    return matches
  }
}
