import { request } from 'node:http'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Api, Events } from '../../../../src/shared/contract.ts'
import { createDownloads } from '../../../../src/main/hosts/web/downloads.ts'
import { startWebConsole, type WebConsole } from '../../../../src/main/hosts/web/server.ts'

const encoder = new TextEncoder()
let running: WebConsole | null = null
afterEach(async () => {
  await running?.close()
  running = null
})

async function start(folder: string | null = null) {
  const listeners = new Map<keyof Events, (data: never) => void>()
  const watched: boolean[] = []
  const downloads = createDownloads(folder)
  const api = { workspace: () => Promise.resolve({ name: 'Nordlicht' }) } as unknown as Api
  running = await startWebConsole({
    engine: {
      api,
      listen(event, listener) {
        listeners.set(event, listener)
        return () => listeners.delete(event)
      },
    },
    assets: new Map([['/', { type: 'text/html; charset=utf-8', bytes: encoder.encode('<p>console</p>') }]]),
    downloads,
    now: Date.now,
    port: 0,
    onWatched: (isWatched) => void watched.push(isWatched),
    onTooMany: () => undefined,
  })
  const origin = `http://127.0.0.1:${running.port}`
  return { console: running, origin, listeners, downloads, watched }
}

async function signIn(link: string, origin: string): Promise<string> {
  const code = link.split('#k=')[1]
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  return ((await answer.json()) as { token: string }).token
}

function post(origin: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

describe('the web console’s server', () => {
  it('takes a large question from the console, and nothing large from anybody else', async () => {
    const { console, origin } = await start()
    const large = { method: 'workspace', args: ['x'.repeat(2 * 1024 * 1024)] }
    const token = await signIn(console.link(), origin)
    expect((await post(origin, '/api', large, { 'X-Console-Token': token })).status).toBe(200)
    expect((await post(origin, '/api', large)).status).toBe(401)
    const code = console.link().split('#k=')[1]
    expect((await post(origin, '/session', { code, more: 'x'.repeat(2 * 1024 * 1024) })).status).toBe(401)
    expect((await post(origin, '/session', { code })).status).toBe(200)
  })

  it('goes from the printed link to an answered request, and the link works once', async () => {
    const { console, origin } = await start()
    const link = console.link()
    const token = await signIn(link, origin)
    const answer = await post(origin, '/api', { method: 'workspace', args: [] }, { 'X-Console-Token': token })
    expect(await answer.json()).toEqual({ ok: true, value: { name: 'Nordlicht' } })
    const again = await post(origin, '/session', { code: link.split('#k=')[1] })
    expect(again.status).toBe(401)
  })

  it('answers nothing without the token, nor to another origin, nor to a rebound name', async () => {
    const { console, origin } = await start()
    const token = await signIn(console.link(), origin)
    expect((await post(origin, '/api', { method: 'workspace', args: [] })).status).toBe(401)
    const foreign = await fetch(`${origin}/api`, {
      method: 'POST',
      headers: {
        origin: 'http://evil.example',
        'content-type': 'application/json',
        'X-Console-Token': token,
      },
      body: '{"method":"workspace","args":[]}',
    })
    expect(foreign.status).toBe(403)
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
    const rebound = await new Promise<number>((resolve, reject) => {
      request(`${origin}/`, { headers: { host: 'evil.example' } }, (answer) =>
        resolve(answer.statusCode ?? 0),
      )
        .on('error', reject)
        .end()
    })
    expect(rebound).toBe(403)
  })

  it('takes only JSON', async () => {
    const { console, origin } = await start()
    const token = await signIn(console.link(), origin)
    const plain = await fetch(`${origin}/api`, {
      method: 'POST',
      headers: { origin, 'content-type': 'text/plain', 'X-Console-Token': token },
      body: '{"method":"workspace","args":[]}',
    })
    expect(plain.status).toBe(400)
  })

  it('serves its own files and nothing by any other path', async () => {
    const { origin } = await start()
    expect(await (await fetch(`${origin}/`)).text()).toBe('<p>console</p>')
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/etc/passwd', '/index.html/..'])
      expect((await fetch(`${origin}${path}`)).status, path).not.toBe(500)
    expect((await fetch(`${origin}/package.json`)).status).toBe(404)
  })

  it('sends events only after a valid ticket', async () => {
    const { console, origin, listeners } = await start()
    const token = await signIn(console.link(), origin)
    const { ticket } = (await (await post(origin, '/ticket', {}, { 'X-Console-Token': token })).json()) as {
      ticket: string
    }
    const address = `ws://127.0.0.1:${console.port}/events`
    const socket = new WebSocket(address, { origin })
    await new Promise((resolve) => socket.once('open', resolve))
    const frame = new Promise<string>((resolve) =>
      socket.once('message', (data: Buffer) => resolve(data.toString())),
    )
    const ready = new Promise((resolve) => socket.once('ping', resolve))
    socket.send(JSON.stringify({ ticket }))
    await Promise.race([
      ready,
      announceUntil(frame, () => listeners.get('changed')?.({ topics: ['flags'] } as never)),
    ])
    expect(JSON.parse(await frame)).toEqual({ event: 'changed', data: { topics: ['flags'] } })
    socket.close()

    const guessing = new WebSocket(address, { origin })
    await new Promise((resolve) => guessing.once('open', resolve))
    guessing.send(JSON.stringify({ ticket: 'guess' }))
    expect(await new Promise((resolve) => guessing.once('close', resolve))).toBe(4401)

    const foreign = new WebSocket(address, { origin: 'http://evil.example' })
    const refused = await new Promise<Error>((resolve) => foreign.once('error', resolve))
    expect(refused.message).toContain('403')
  })

  it('says whether a page is open, of several only the first and the last', async () => {
    const { console, origin, listeners, watched } = await start()
    const token = await signIn(console.link(), origin)
    const openPage = async () => {
      const ticket = await (await post(origin, '/ticket', {}, { 'X-Console-Token': token })).text()
      const socket = new WebSocket(`ws://127.0.0.1:${console.port}/events`, { origin })
      await new Promise((resolve) => socket.once('open', resolve))
      socket.send(ticket)
      return socket
    }
    const one = await openPage()
    await vi.waitFor(() => expect(watched).toEqual([true]))
    const guessing = new WebSocket(`ws://127.0.0.1:${console.port}/events`, { origin })
    await new Promise((resolve) => guessing.once('open', resolve))
    guessing.send(JSON.stringify({ ticket: 'guess' }))
    await new Promise((resolve) => guessing.once('close', resolve))
    const other = await openPage()
    const heard = new Promise<void>((resolve) => other.once('message', () => resolve()))
    await announceUntil(heard, () => listeners.get('changed')?.({ topics: ['flags'] } as never))
    one.close()
    await new Promise((resolve) => one.once('close', resolve))
    expect(watched).toEqual([true])
    other.close()
    await vi.waitFor(() => expect(watched).toEqual([true, false]))
  })

  it('hands a made file out once, to whoever holds the token', async () => {
    const { console, origin, downloads } = await start()
    const token = await signIn(console.link(), origin)
    const id = downloads.put({ name: 'week.pdf', type: 'application/pdf', bytes: encoder.encode('%PDF') })
    expect((await fetch(`${origin}/download/${id}`)).status).toBe(401)
    const file = await fetch(`${origin}/download/${id}`, { headers: { 'X-Console-Token': token } })
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="week.pdf"')
    expect(await file.text()).toBe('%PDF')
    expect((await fetch(`${origin}/download/${id}`, { headers: { 'X-Console-Token': token } })).status).toBe(
      404,
    )
  })

  it('hands a large file out from the disk, where nothing of it is left afterwards', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'floorwalker-downloads-')), 'downloads')
    mkdirSync(folder)
    writeFileSync(join(folder, 'left by an earlier console'), 'x')
    const { console, origin, downloads } = await start(folder)
    const headers = { 'X-Console-Token': await signIn(console.link(), origin) }
    const target = (await downloads.prepare({ name: 'rows.csv', type: 'text/csv' }))!
    const text = 'a line\n'.repeat(500_000)
    writeFileSync(target.path, text)
    const [, id = ''] = /^download:(.*):rows\.csv$/u.exec(await target.keep()) ?? []
    const file = await fetch(`${origin}/download/${id}`, { headers })
    expect(file.headers.get('content-type')).toBe('text/csv')
    expect(await file.text()).toBe(text)
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual([]))
    expect((await fetch(`${origin}/download/${id}`, { headers })).status).toBe(404)
    await downloads.close()
    expect(existsSync(folder)).toBe(false)
    rmSync(join(folder, '..'), { recursive: true })
  })

  it('has no place for large files where it was given none', async () => {
    const { downloads } = await start()
    expect(await downloads.prepare({ name: 'rows.csv', type: 'text/csv' })).toBeNull()
  })
})

/** Announces again and again until the frame arrived: the ticket is checked some moment after it was sent. */
async function announceUntil(frame: Promise<unknown>, announce: () => void): Promise<void> {
  let arrived = false
  void frame.then(() => (arrived = true))
  while (!arrived) {
    announce()
    await new Promise((resolve) => setImmediate(resolve))
  }
}
