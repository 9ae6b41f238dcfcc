/** Tells people of new flags: once each, by what every rule and the quiet hours allow. */
import { randomUUID } from 'node:crypto'
import type { Api, Events, Settings, Topic } from '../../shared/contract.ts'
import type { Flag } from '../../shared/flags.ts'
import type { Notice } from '../../shared/telling.ts'
import { failed } from '../engine/failure.ts'
import type { ReaderApi } from '../engine/readerApi.ts'
import type { Shell } from '../engine/shell.ts'
import { createAlarm, machineTimer, type SetTimer } from '../engine/alarm.ts'
import { lastTime } from './clockTimes.ts'
import { createHolding } from './holding.ts'
import { newsOf } from './news.ts'
import { tellingAt, testNotice, type Telling } from './notices.ts'
import { findKnown, firstTold, nextTellingAt, nextTold, type Told } from './teller.ts'
import type { TellingChange, TellingMemory, TellingStore } from './tellingStore.ts'
import { postOf, testPost } from './webhook/body.ts'
import { createSend, type Send } from './webhook/send.ts'
import { createWebhookDesk, secretName } from './webhook/webhookDesk.ts'

export interface TellingPorts {
  readonly reader: ReaderApi
  /** null: a look at a workspace somebody else writes to; nobody is told here. */
  readonly store: TellingStore | null
  readonly shell: Pick<Shell, 'language' | 'tellsByPages' | 'notify' | 'badge' | 'keepSecret' | 'readSecret'>
  readonly emit: <K extends keyof Events>(event: K, data: Events[K]) => void
  readonly now: () => number
  readonly clockSpeed: number
  readonly setTimer?: SetTimer
  readonly send?: Send
}

export interface TellingDesk {
  readonly api: Pick<Api, 'webhook' | 'keepWebhookSecret' | 'testTelling'>
  /** Something a flag or the telling may depend on changed: looks again at once. */
  note(topics: readonly Topic[]): void
  /** Tells nothing until then; what comes is told in one line afterwards. null: goes on. */
  pause(until: number | null): void
  /** Whether anybody could see a notice of a host that has none of its own; what comes while nobody can is told later. */
  watched(isWatched: boolean): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  stop(): Promise<void>
}

const lookedAt = ['flags', 'settings', 'workspace'] as const satisfies readonly Topic[]

/** More at once than anybody reads one by one: screens read the list. */
const mostAnnounced = 500

export function createTellingDesk(ports: TellingPorts): TellingDesk {
  return ports.store === null ? lookOnly : tellFrom(ports, ports.store)
}

interface Chosen {
  readonly settings: Settings
  /** The workspace's. */
  readonly zone: string
}

function tellFrom(ports: TellingPorts, store: TellingStore): TellingDesk {
  const { reader, shell, emit, now } = ports
  const timing = { now, clockSpeed: ports.clockSpeed, setTimer: ports.setTimer ?? machineTimer }
  let chosen: Promise<Chosen> | null = null
  let digestAt: string | null = null
  let wasRead = false
  let memory: TellingMemory | null = null
  let look: number | null = null
  const holding = createHolding(now, shell.tellsByPages === true)
  let badge: number | null = null

  const readChosen = () =>
    (chosen ??= choose().catch((error: unknown) => {
      chosen = null
      throw error
    }))
  const choose = async (): Promise<Chosen> => {
    const [settings, { zone }] = await Promise.all([reader.settings(), reader.workspace()])
    return { settings, zone }
  }
  const telling = async (at: number): Promise<Telling> => {
    const { settings, zone } = await readChosen()
    return tellingAt(at, { ...settings, language: settings.language ?? shell.language ?? 'en' }, zone)
  }
  const keep = async (change: TellingChange) => {
    // Read anew where keeping it failed halfway through an answer.
    memory = null
    await store.keepTelling(change)
    memory = await store.tellingMemory()
  }
  const remembered = async () => (memory ??= await store.tellingMemory())

  const show = (notice: Notice): boolean => {
    const shown = shell.notify(notice)
    if (shown === 'by_page') emit('told', { notices: [notice] })
    return shown !== 'not'
  }
  /** Kept first: what could not be kept is told later, and nothing twice. */
  const tell = async ({ notice, change }: Told) => {
    await keep(change)
    if (notice !== null) show(notice)
  }

  const webhook = createWebhookDesk({
    ...timing,
    store,
    readSecret: (name) => shell.readSecret(name),
    settings: async () => (await readChosen()).settings,
    send: ports.send ?? createSend(),
  })

  /** What became open since the last look. */
  const see = async (): Promise<number> => {
    const changes = await reader.openFlagChanges(look)
    const words = await telling(changes.now)
    const { firstLookAt } = (await remembered()).moments
    const { settings } = words
    const news = newsOf(changes.appeared, { now: changes.now, firstLookAt, settings })
    const posts = (await findKnown(reader, news.posted)).map((flag) => postOf(flag, words))
    const first =
      firstLookAt === null
        ? firstTold(changes.open, Math.max(holding.pausedUntil ?? 0, holding.awayUntil ?? 0), words)
        : null
    const { sightings, queued } = news
    if (first !== null || sightings.length + queued.length > 0)
      await tell({ notice: first?.notice ?? null, change: { ...first?.change, sightings, queued, posts } })
    look = changes.look
    if (posts.length > 0) webhook.ring()
    if (badge !== changes.open) shell.badge((badge = changes.open))
    await announce(news.announced, changes.open)
    return changes.now
  }
  const announce = async (ids: readonly string[], open: number) => {
    if (ids.length === 0) return
    const flags: readonly Flag[] = await findKnown(reader, ids.slice(-mostAnnounced))
    emit('flagged', { flags, open })
  }

  /** Whoever switches the digest on waits for its time: what was before is not told. */
  const beginDigest = async (words: Telling) => {
    const before = digestAt
    const { digestAt: wanted } = words.settings.telling
    digestAt = wanted
    if (before === null && wanted !== null && wasRead)
      await keep({ moments: { digestTo: lastTime(wanted, words.now, words.zone) } })
    wasRead = true
  }

  const desk = createAlarm(timing, async () => {
    const seenAt = await see()
    const words = await telling(now())
    await beginDigest(words)
    const { pausedUntil, awayUntil } = holding
    const told = await nextTold({ reader, memory: await remembered(), pausedUntil, awayUntil }, words)
    if (told !== null) await tell(told)
    const next = nextTellingAt({ reader, memory: await remembered(), pausedUntil, awayUntil }, words)
    return Math.min(await reader.flagsDueAfter(seenAt), next)
  })
  desk.ring()
  webhook.ring()

  return {
    api: {
      webhook: () => webhook.state(),
      async keepWebhookSecret(secret) {
        if (secret !== null && (secret.trim() === '' || secret.length > 1000))
          throw failed('invalid', 'telling.badSecret')
        await shell.keepSecret(secretName, secret)
        webhook.ring()
        return webhook.state()
      },
      async testTelling() {
        const words = await telling(now())
        const desktop = words.settings.telling.desktop && show(testNotice(words))
        const sent = await webhook.sendAtOnce(testPost(words, `test:${randomUUID()}`))
        if (sent === null) return { desktop, webhook: 'off' }
        if (sent.kind === 'taken') return { desktop, webhook: 'sent' }
        return { desktop, webhook: sent.why, ...(sent.words && { webhookWords: sent.words }) }
      },
    },
    note(topics) {
      if (topics.includes('settings') || topics.includes('workspace')) {
        chosen = null
        webhook.ring()
      }
      if (lookedAt.some((topic) => topics.includes(topic))) desk.ring()
    },
    pause(until) {
      holding.pause(until)
      desk.ring()
    },
    watched(isWatched) {
      holding.watched(isWatched)
      desk.ring()
    },
    async idle() {
      await desk.idle()
      await webhook.idle()
    },
    async stop() {
      await Promise.all([desk.stop(), webhook.stop()])
    },
  }
}

function onlyLooking(): Promise<never> {
  return Promise.reject(failed('locked', 'engine.onlyLookingTells'))
}

const lookOnly: TellingDesk = {
  api: { webhook: onlyLooking, keepWebhookSecret: onlyLooking, testTelling: onlyLooking },
  note: () => undefined,
  pause: () => undefined,
  watched: () => undefined,
  idle: () => Promise.resolve(),
  stop: () => Promise.resolve(),
}
