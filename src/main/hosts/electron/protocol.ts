import { protocol, type Session } from 'electron'
import { contentSecurityPolicy } from '../web/guard.ts'
import type { Asset } from '../web/assets.ts'

/** The console's own origin: not file://, so that the page gets an origin, a policy and no path into the disk. */
export const consoleOrigin = 'app://console'

/** Must run before the app is ready. */
export function registerConsoleScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built renderer from a fixed map of paths: what is not in it does not exist. */
export function serveConsole(session: Session, assets: ReadonlyMap<string, Asset>): void {
  session.protocol.handle('app', (request) => {
    const url = new URL(request.url)
    const asset = url.host === 'console' && request.method === 'GET' ? assets.get(url.pathname) : undefined
    if (!asset) return new Response(null, { status: 404 })
    return new Response(asset.bytes, {
      headers: {
        'Content-Type': asset.type,
        'Content-Security-Policy': contentSecurityPolicy("'self'"),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
      },
    })
  })
}
