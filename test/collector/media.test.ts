import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventLog } from '../../src/collector/log.ts'
import { fetchNextMedia, type MediaPorts } from '../../src/collector/media.ts'
import { hexOfHash, mediaIn } from '../../src/collector/mediaIn.ts'
import { openSqliteLog } from '../../src/collector/sqliteLog.ts'

const DAY = 24 * 60 * 60_000
const CONTENT = 'bytes of a picture'
const HASH = createHash('sha256').update(CONTENT).digest('hex')
const never = new AbortController().signal

let folder = ''
let log: EventLog
let clock = 0
let logged = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'floorwalker-media-'))
  log = openSqliteLog(folder)
  clock = 0
  logged = ''
  await log.append({ events: [], wanted: [{ mediaId: '42', sha256: HASH, wantedAt: 0 }], fetched: [] })
})
afterEach(async () => {
  await log.close()
  rmSync(folder, { recursive: true })
})

/** A cloud that answers each request in turn, the last one for ever. */
function portsWith(...answers: readonly (() => Response)[]): MediaPorts & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    log,
    graph: { url: 'https://graph.example/v25.0', token: 'graph-token' },
    now: () => clock,
    logger: pino({}, { write: (line) => (logged += line) }),
    async fetch(address) {
      asked.push(new Request(address).url)
      return (answers[asked.length - 1] ?? answers.at(-1)!)()
    },
  }
}
const described =
  (fields: object = {}) =>
  () =>
    Response.json({
      url: 'https://files.example/secret-path',
      mime_type: 'image/png',
      sha256: HASH,
      ...fields,
    })
const file =
  (content = CONTENT) =>
  () =>
    new Response(content)
const refused =
  (status: number, body: object = {}) =>
  () =>
    Response.json(body, { status })

describe('fetchNextMedia', () => {
  it('keeps the file under its hash and announces it', async () => {
    const ports = portsWith(described(), file())
    expect(await fetchNextMedia(ports, never)).toBe(true)
    expect(ports.asked).toEqual(['https://graph.example/v25.0/42', 'https://files.example/secret-path'])
    expect(await log.openMedia(HASH)).toMatchObject({ mime: 'image/png', bytes: CONTENT.length })
    expect((await log.read(0, 10, 1_000))[0]).toMatchObject({ kind: 'media' })
    expect(await fetchNextMedia(ports, never)).toBe(false)
  })

  it.each([
    ['the Graph API fails', [refused(500)]],
    ['the token is refused', [refused(401, { error: { code: 190 } })]],
    ['the description is none', [() => new Response('<html>')]],
    ['the download fails', [described(), refused(404)]],
    ['the bytes are not those announced', [described(), file('other bytes')]],
    [
      'nothing can be reached',
      [
        () => {
          throw new TypeError('fetch failed: https://files.example/secret-path')
        },
      ],
    ],
  ] as [string, (() => Response)[]][])('tries again later, ever more seldom, when %s', async (_, answers) => {
    const waits: number[] = []
    for (let attempt = 0; attempt < 4; attempt += 1) {
      expect(await fetchNextMedia(portsWith(...answers), never)).toBe(true)
      const due = (await log.nextMediaDue())!
      waits.push((due - clock) / 1_000)
      clock = due
    }
    expect(waits).toEqual([10, 20, 40, 80])
    expect(await fetchNextMedia(portsWith(described(), file()), never)).toBe(true)
    expect(await log.openMedia(HASH)).not.toBeNull()
    expect(logged).not.toMatch(/secret-path|graph-token/)
  })

  it.each([
    ['the cloud does not know the id', [refused(400, { error: { code: 100 } })]],
    ['the file is larger than any may be', [described({ file_size: '104857601' })]],
    ['the address is not safe for our token', [described({ url: 'http://files.example/x' })]],
  ] as [string, (() => Response)[]][])('gives up at once when %s', async (_, answers) => {
    const ports = portsWith(...answers)
    expect(await fetchNextMedia(ports, never)).toBe(true)
    expect(ports.asked).toHaveLength(1)
    expect(await log.state()).toMatchObject({ mediaPending: 0, mediaFailed: 1 })
  })

  it('gives up when the seven days are over', async () => {
    for (let due: number | null = 0; due !== null; due = await log.nextMediaDue()) {
      clock = due
      await fetchNextMedia(portsWith(refused(500)), never)
    }
    expect(clock).toBeGreaterThan(6.9 * DAY)
    expect(await log.state()).toMatchObject({ mediaPending: 0, mediaFailed: 1 })
  })

  it('never repeats a type that could be more than a type', async () => {
    await fetchNextMedia(portsWith(described({ mime_type: 'text/html\r\nSet-Cookie: x' }), file()), never)
    expect(await log.openMedia(HASH)).toMatchObject({ mime: 'application/octet-stream' })
  })
})

describe('mediaIn', () => {
  it('finds files wherever a change speaks of them, and nothing else', () => {
    const base64 = 'SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI='
    const value = {
      messages: [{ id: 'wamid.1', image: { id: '1', mime_type: 'image/jpeg', sha256: base64 } }],
      history: [{ threads: [{ messages: [{ document: { id: '2', mime_type: 'a/b', sha256: 7 } }] }] }],
      hostile: [{ id: '../../debug_token', mime_type: 'a/b' }, { id: '', mime_type: 'a/b' }, { id: '3' }],
    }
    const found = mediaIn(value).sort((one, other) => one.mediaId.localeCompare(other.mediaId))
    expect(found).toEqual([
      { mediaId: '1', sha256: hexOfHash(base64) },
      { mediaId: '2', sha256: null },
    ])
    expect(hexOfHash(HASH.toUpperCase())).toBe(HASH)
  })
})
