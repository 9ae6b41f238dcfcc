import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { Failed } from '../../../../src/main/engine/failure.ts'
import { findChromium } from '../../../../src/main/hosts/web/chromium.ts'
import { printWithChromium } from '../../../../src/main/hosts/web/print.ts'
import { temporaryFolder } from '../../../support/database.ts'

const page = { html: '<!doctype html><title>x</title>' }
const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('floorwalker-print-')).length

/** A file that runs in a browser's place. */
function browserOf(script: string): string {
  const file = join(temporaryFolder(), 'chromium')
  writeFileSync(file, script)
  chmodSync(file, 0o755)
  return file
}

describe.skipIf(process.platform === 'win32')('printing', () => {
  it.each([
    ['hangs', '#!/bin/sh\nexec sleep 600\n', 'the browser did not answer within 0.2 seconds.'],
    ['ends at once', '#!/bin/sh\nexit 3\n', 'the browser ended with code 3.'],
    [
      'answers nonsense',
      "#!/bin/sh\nprintf 'no message\\0' >&4\nexec sleep 600\n",
      'the browser answers what is no message.',
    ],
    ['cannot be started', '#!/nowhere/at/all\n', 'spawn'],
  ])('with a browser that %s is one sentence, and leaves nothing behind', async (_name, script, sentence) => {
    const before = profiles()
    const file = browserOf(script)
    const printing = printWithChromium(page, { file, timeoutMs: sentence.includes('0.2') ? 200 : 20_000 })
    await expect(printing).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(`The PDF could not be made: ${sentence}`) as string,
      hint: expect.stringContaining(file) as string,
    })
    expect(profiles()).toBe(before)
  })

  it('of a page that could not be made fails as the page did, and leaves nothing behind', async () => {
    const before = profiles()
    const file = browserOf('#!/bin/sh\nexec sleep 600\n')
    const failed = new Failed('invalid', 'There is no such agent.', 'Choose another.')
    await expect(printWithChromium(Promise.reject(failed), { file, timeoutMs: 20_000 })).rejects.toBe(failed)
    expect(profiles()).toBe(before)
  })

  it('starts the browser before there is a page, and then waits for it as long as it takes', async () => {
    const started = join(temporaryFolder(), 'started')
    const file = browserOf(`#!/bin/sh\ntouch ${started}\nexec sleep 600\n`)
    const made = Promise.withResolvers<typeof page>()
    const printing = printWithChromium(made.promise, { file, timeoutMs: 1 })
    await vi.waitUntil(() => existsSync(started), { timeout: 10_000 })
    made.resolve(page)
    await expect(printing).rejects.toMatchObject({
      message: expect.stringContaining('did not answer within 0.001 seconds') as string,
    })
  })

  it('without a browser is one sentence that says what to install', async () => {
    await expect(printWithChromium(page, { file: null, timeoutMs: 1 })).rejects.toMatchObject({
      kind: 'invalid',
      message: 'The PDF could not be made: no Chromium, Chrome or Edge was found on this machine.',
      hint: expect.stringContaining('FLOORWALKER_CHROMIUM') as string,
    })
    expect(findChromium({ FLOORWALKER_CHROMIUM: '/nowhere/chromium', PATH: process.env['PATH'] })).toBeNull()
    expect(findChromium({ PATH: '' }, 'linux')).toBeNull()
  })
})
