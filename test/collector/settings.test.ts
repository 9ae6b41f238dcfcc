import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CollectorRefusal } from '../../src/collector/refusal.ts'
import { readSettings, type Environment } from '../../src/collector/settings.ts'
import { ownerOf } from '../../src/collector/tokens.ts'
import { secrets } from './collectorUnderTest.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorwalker-settings-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function refusalOf(environment: Environment): CollectorRefusal {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof CollectorRefusal) return error
  }
  throw new Error('was not refused')
}

describe('readSettings', () => {
  it('reads secrets from the environment or from files', () => {
    const file = join(folder, 'secret')
    writeFileSync(file, 'one\ntwo\n')
    const { FLOORWALKER_APP_SECRET: _, ...others } = secrets
    const settings = readSettings({ ...others, FLOORWALKER_APP_SECRET_FILE: file })
    expect(settings.appSecrets).toEqual(['one', 'two'])
    expect(settings.recordsSecrets).toEqual(['one', 'two'])
    expect(settings).toMatchObject({ graph: null, trustProxy: false, requestsPerSecond: 1_000 })
  })

  it('fetches media from the Graph API once it has a token for it', () => {
    const token = { ...secrets, FLOORWALKER_GRAPH_TOKEN: 't' }
    expect(readSettings(token).graph).toEqual({ url: 'https://graph.facebook.com/v25.0', token: 't' })
    expect(readSettings({ ...token, FLOORWALKER_GRAPH_URL: 'http://127.0.0.1:1/v25.0/' }).graph?.url).toBe(
      'http://127.0.0.1:1/v25.0',
    )
    expect(refusalOf({ ...token, FLOORWALKER_GRAPH_URL: 'file:///etc' }).message).toContain('GRAPH_URL')
  })

  it.each(['FLOORWALKER_APP_SECRET', 'FLOORWALKER_VERIFY_TOKEN', 'FLOORWALKER_CONSOLE_TOKEN'])(
    'names %s when it is missing, blank, set twice or in a file that cannot be read',
    (name) => {
      const without = { ...secrets, [name]: undefined }
      for (const environment of [without, { ...without, [name]: ' ' }]) {
        expect(refusalOf(environment).message).toBe(`${name} is not set, so the collector did not start.`)
      }
      const missing = join(folder, 'missing')
      expect(refusalOf({ ...secrets, [`${name}_FILE`]: missing }).message).toContain('both set')
      expect(refusalOf({ ...without, [`${name}_FILE`]: missing }).message).toContain(`${name}_FILE could not`)
    },
  )

  it.each(['0', '-1', 'many', 'Infinity'])('refuses a rate of %s', (rate) => {
    expect(refusalOf({ ...secrets, FLOORWALKER_REQUESTS_PER_SECOND: rate }).message).toContain('above zero')
  })
})

describe('console tokens', () => {
  const ownersOf = (tokens: string) =>
    readSettings({ ...secrets, FLOORWALKER_CONSOLE_TOKEN: tokens }).consoleTokens

  it('may be named, end in equals signs, or be given as a hash', () => {
    const hash = 'sha256:2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b'
    const tokens = ownersOf(`plain, desk=named, YWJj==, hashed=${hash}`)
    const owners = ['plain', 'named', 'YWJj==', 'secret', hash, 'desk=named', ''].map((given) =>
      ownerOf(tokens, given),
    )
    expect(owners).toEqual(['console-1', 'desk', 'console-3', 'hashed', null, null, null])
  })
})
