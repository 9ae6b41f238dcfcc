/** Who may speak to the loopback server. Loopback is no boundary: any page in any browser can send requests to it. */

export interface Knock {
  readonly method: string
  readonly upgrade: boolean
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly secFetchSite: string | undefined
}

/**
 * True when a request may go on to be answered at all, whatever it asks. The exact Host keeps out rebound names; an
 * exact Origin on everything but plain GETs keeps out other pages, other ports included.
 */
export function mayEnter(knock: Knock, port: number): boolean {
  const here = `127.0.0.1:${port}`
  if (knock.host !== here) return false
  if (
    knock.secFetchSite !== undefined &&
    knock.secFetchSite !== 'same-origin' &&
    knock.secFetchSite !== 'none'
  )
    return false
  const reads = (knock.method === 'GET' || knock.method === 'HEAD') && !knock.upgrade
  if (reads) return knock.origin === undefined || knock.origin === `http://${here}`
  if (knock.method !== 'POST' && !(knock.method === 'GET' && knock.upgrade)) return false
  return knock.origin === `http://${here}`
}

const common = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cache-Control': 'no-store',
}

/** Headers of every answer. The page may load its own files, speak to its own server and nothing else. */
export function securityHeaders(port: number): Readonly<Record<string, string>> {
  return { ...common, 'Content-Security-Policy': contentSecurityPolicy(`'self' ws://127.0.0.1:${port}`) }
}

/** The policy of the console's page; `connect` lists what it may speak to. The report preview is a sandboxed frame of its own text. */
export function contentSecurityPolicy(connect: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}
