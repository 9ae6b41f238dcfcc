import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, mayEnter, securityHeaders } from '../../../../src/main/hosts/web/guard.ts'

const port = 41234
const here = `127.0.0.1:${port}`

const hosts = [
  here,
  '127.0.0.1',
  `127.0.0.1:${port + 1}`,
  `localhost:${port}`,
  `evil.example:${port}`,
  'evil.example',
  `127.0.0.1.evil.example:${port}`,
  `[::1]:${port}`,
  `0.0.0.0:${port}`,
  `127.1:${port}`,
  '',
  undefined,
]
const origins = [
  `http://${here}`,
  `https://${here}`,
  `http://127.0.0.1:${port + 1}`,
  `http://localhost:${port}`,
  'http://evil.example',
  'null',
  '',
  undefined,
]
const sites = ['same-origin', 'none', 'same-site', 'cross-site', undefined]
const asks = [
  { method: 'GET', upgrade: false },
  { method: 'POST', upgrade: false },
  { method: 'GET', upgrade: true },
  { method: 'OPTIONS', upgrade: false },
  { method: 'PUT', upgrade: false },
]

describe('who may speak to the loopback server', () => {
  it('lets in exactly the combinations of its own page, out of all of them', () => {
    const passed = []
    let asked = 0
    for (const host of hosts)
      for (const origin of origins)
        for (const secFetchSite of sites)
          for (const ask of asks) {
            asked += 1
            if (mayEnter({ ...ask, host, origin, secFetchSite }, port))
              passed.push({ ...ask, host, origin, secFetchSite })
          }
    expect(asked).toBe(12 * 8 * 5 * 5)
    const ownSites = ['same-origin', 'none', undefined]
    const own = `http://${here}`
    const expected = [own, undefined].flatMap((origin) =>
      ownSites.flatMap((secFetchSite) =>
        asks
          .filter((ask) => ask.method === 'GET' || ask.method === 'POST')
          .filter((ask) => origin === own || (ask.method === 'GET' && !ask.upgrade))
          .map((ask) => ({ ...ask, host: here, origin, secFetchSite })),
      ),
    )
    expect(new Set(passed.map((one) => JSON.stringify(one)))).toEqual(
      new Set(expected.map((one) => JSON.stringify(one))),
    )
  })

  it('forbids everything the page does not need, and never shares with other origins', () => {
    const headers = securityHeaders(port)
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'")
    expect(headers['Content-Security-Policy']).toContain(`connect-src 'self' ws://${here}`)
    expect(headers['Content-Security-Policy']).not.toMatch(/unsafe-(inline|eval)/)
    expect(Object.keys(headers)).not.toContain('Access-Control-Allow-Origin')
    expect(contentSecurityPolicy("'self'")).toContain("require-trusted-types-for 'script'")
  })
})
