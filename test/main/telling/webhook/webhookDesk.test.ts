import { describe, expect, it } from 'vitest'
import type { PostOutcome } from '../../../../src/main/telling/webhook/send.ts'
import { hour, minute, second, tellingWorld } from '../world.ts'

const url = 'https://chat.example/hook'
const failed: PostOutcome = { kind: 'failed', why: 'chat.example answered 503.' }

async function posting(withText = false) {
  const world = tellingWorld({ webhook: { url, withText } })
  world.rule('unresolved', { webhook: true })
  world.rule('by_hand', { webhook: true })
  await world.settle()
  return world
}
const idsOf = ({ sent }: Awaited<ReturnType<typeof posting>>) => sent.map(({ post }) => post.id)

describe('the webhook', () => {
  it('takes new flags of its rules, once each and in order, with neither names nor text', async () => {
    const world = await posting()
    world.put('unresolved:1', { conversation: 2 })
    world.put('unresolved:2', { conversation: 3, raisedAt: world.clock.now - second })
    world.put('waiting:1', { rule: 'waiting' })
    await world.note()
    await world.pass(hour)
    await world.restart()
    const at = world.clock.now - hour
    expect(idsOf(world)).toEqual([`unresolved:2:${at - second}`, `unresolved:1:${at}`])
    expect(JSON.parse(world.sent[1]?.post.body ?? '')).toEqual({
      id: 'unresolved:1',
      rule: 'unresolved',
      severity: 'danger',
      subject: { kind: 'conversation', id: 'v2' },
      raisedAt: at,
      link: 'floorwalker://flag/unresolved%3A1',
      text: 'Unresolved – Waited too long for a reply floorwalker://flag/unresolved%3A1',
    })
    expect(await world.api().webhook()).toEqual({
      secret: false,
      lastAt: at + 1,
      lastFailure: null,
      waiting: 0,
    })
  })

  it('carries names and text only where that is switched on, and they call nobody', async () => {
    const world = await posting(true)
    await world.store.api.raiseFlag({
      conversation: 'v2',
      message: null,
      text: '<!channel> @all [click](https://evil.example) & more',
      severity: 'danger',
      by: null,
    })
    await world.note()
    const { text } = JSON.parse(world.sent[0]?.post.body ?? '{}') as { text: string }
    expect(text).toContain('Person 2')
    expect(text).toContain('&lt;!channel&gt; @\u200ball [click]\u200b(https://evil.example) &amp; more')
  })

  it('is tried again after one second, two, four, over a restart, and nothing overtakes what waits', async () => {
    const world = await posting()
    world.outcome = () => failed
    const from = world.clock.now
    world.put('unresolved:1')
    await world.note()
    world.put('unresolved:2')
    await world.note()
    await world.pass(7 * second)
    expect(world.sent.map(({ now }) => now - from)).toEqual([0, 1000, 3000, 7000])
    expect(new Set(idsOf(world))).toEqual(new Set([`unresolved:1:${from}`]))
    expect(await world.api().webhook()).toMatchObject({ lastFailure: failed.why, waiting: 2 })
    await world.restart()
    world.outcome = () => ({ kind: 'taken' })
    await world.pass(minute)
    expect(idsOf(world).slice(-2)).toEqual([`unresolved:1:${from}`, `unresolved:2:${from}`])
    expect(await world.api().webhook()).toMatchObject({ lastFailure: null, waiting: 0 })
  })

  it('is given up after a day, and says so', async () => {
    const world = await posting()
    world.outcome = () => failed
    world.put('unresolved:1')
    await world.note()
    await world.pass(23 * hour)
    const pauses = world.sent.map(({ now }, index) => now - (world.sent[index - 1]?.now ?? now))
    expect(Math.max(...pauses)).toBe(hour)
    expect((await world.api().webhook()).waiting).toBe(1)
    await world.pass(2 * hour)
    expect(await world.api().webhook()).toMatchObject({
      waiting: 0,
      lastFailure: expect.stringContaining('24 hours') as string,
      lastFailureWords: { key: 'telling.webhook.givenUp' },
    })
  })

  it('that refuses a body gets the next one', async () => {
    const world = await posting()
    world.outcome = () =>
      world.sent.length === 1 ? { kind: 'refused', why: 'chat.example answered 400.' } : { kind: 'taken' }
    world.put('unresolved:1')
    world.put('unresolved:2')
    await world.note()
    await world.pass(second)
    expect(world.sent).toHaveLength(2)
  })

  it('that is switched off forgets what waits', async () => {
    const world = await posting()
    world.outcome = () => failed
    world.put('unresolved:1')
    await world.note()
    await world.save({ webhook: null })
    expect((await world.api().webhook()).waiting).toBe(0)
  })

  it('signs with the secret the host keeps, which nobody can read back', async () => {
    const world = await posting()
    expect(await world.api().keepWebhookSecret('shared')).toMatchObject({ secret: true })
    world.put('unresolved:1')
    await world.note()
    expect(world.sent[0]?.secret).toBe('shared')
    const kept = JSON.stringify(world.store.workspaceDb.prepare('SELECT * FROM telling_state').all())
    expect(kept).not.toContain('shared')
    expect(await world.api().keepWebhookSecret(null)).toMatchObject({ secret: false })
    for (const secret of ['', ' ', 'x'.repeat(1001)])
      await expect(world.api().keepWebhookSecret(secret)).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('a made-up flag', () => {
  it('is told everywhere at once and says what came of it', async () => {
    const world = await posting()
    expect(await world.api().testTelling()).toEqual({ desktop: true, webhook: 'sent' })
    expect(world.told).toMatchObject([{ title: 'A made-up flag' }])
    world.outcome = () => failed
    world.notified = 'not'
    expect(await world.api().testTelling()).toEqual({ desktop: false, webhook: failed.why })
    await world.save({ webhook: null, desktop: false })
    expect(await world.api().testTelling()).toEqual({ desktop: false, webhook: 'off' })
    expect(world.flagged).toEqual([])
  })
})
