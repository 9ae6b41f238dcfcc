/** A real workspace with a telling desk on it; only the clock, the timers and the host are made up. */
import { createTellingDesk, type TellingDesk } from '../../../src/main/telling/tellingDesk.ts'
import { createTellingStore } from '../../../src/main/telling/tellingStore.ts'
import type { ReaderApi } from '../../../src/main/engine/readerApi.ts'
import type { Notified } from '../../../src/main/engine/shell.ts'
import type { PostOutcome, Sending } from '../../../src/main/telling/webhook/send.ts'
import { nextFactsVersion } from '../../../src/main/store/derivation.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import type { Events, Language, Settings } from '../../../src/shared/contract.ts'
import type { FlagRuleId } from '../../../src/shared/flags.ts'
import { defaultTelling, type Notice, type TellingSettings } from '../../../src/shared/telling.ts'
import { conversationCount, flagStore, putFlags, start, type StoredFlag } from '../attention/flagStore.ts'

interface Timer {
  readonly at: number
  readonly ring: () => void
}

export function tellingWorld(telling: Partial<TellingSettings> = {}, zone = 'UTC') {
  const store = flagStore()
  const { clock } = store
  const told: Notice[] = []
  const byPage: Notice[] = []
  const flagged: string[] = []
  const badges: number[] = []
  const sent: Sending[] = []
  const secrets = new Map<string, string>()
  const timers = new Set<Timer>()
  /** As the store does when the facts of a conversation change: readers hold what stands from one version to the next. */
  const noteFacts = () => {
    const note = store.cache.prepare('INSERT OR REPLACE INTO facts_gone(conversation, version) VALUES (?, ?)')
    const version = nextFactsVersion(store.cache)
    for (let row = 1; row <= conversationCount; row += 1) note.run(row, version)
  }
  const world = {
    settings: {
      ...defaultSettings,
      zone,
      telling: { ...defaultTelling, digestAt: null, ...telling },
    } satisfies Settings as Settings,
    notified: 'shown' as Notified,
    tellsByPages: false,
    systemLanguage: 'en' as Language,
    outcome: (): PostOutcome => ({ kind: 'taken' }),
  }
  const listeners: { readonly [K in keyof Events]?: (data: Events[K]) => void } = {
    told: ({ notices }) => byPage.push(...notices),
    flagged: ({ flags }) => flagged.push(...flags.map(({ id }) => id)),
  }
  const open = (): TellingDesk =>
    createTellingDesk({
      reader: {
        ...store.reader,
        settings: async () => world.settings,
        workspace: async () => ({ zone }),
      } as unknown as ReaderApi,
      store: createTellingStore(store.workspaceDb),
      shell: {
        get language() {
          return world.systemLanguage
        },
        ...(world.tellsByPages ? { tellsByPages: true } : {}),
        notify(notice) {
          if (world.notified === 'shown') told.push(notice)
          return world.notified
        },
        badge: (count) => void badges.push(count),
        keepSecret: async (name, value) =>
          void (value === null ? secrets.delete(name) : secrets.set(name, value)),
        readSecret: async (name) => secrets.get(name) ?? null,
      },
      emit: (event, data) => listeners[event]?.(data),
      now: () => clock.now,
      clockSpeed: 1,
      setTimer(milliseconds, ring) {
        const timer = { at: clock.now + milliseconds, ring }
        timers.add(timer)
        return () => timers.delete(timer)
      },
      async send(sending) {
        sent.push(sending)
        return world.outcome()
      },
    })
  let desk = open()

  return Object.assign(world, {
    store,
    clock,
    told,
    byPage,
    flagged,
    badges,
    sent,
    api: () => desk.api,
    pause: (until: number | null) => desk.pause(until),
    watched: (isWatched: boolean) => desk.watched(isWatched),
    /** Lets the desk finish what it is about. */
    settle: () => desk.idle(),
    put(id: string, change: Partial<StoredFlag> = {}) {
      putFlags(store.cache, [
        {
          id,
          rule: 'unresolved',
          severity: 'danger',
          conversation: 1,
          agent: 1,
          raisedAt: clock.now,
          endedAt: null,
          ...change,
        },
      ])
      noteFacts()
    },
    end(id: string) {
      store.cache.prepare('UPDATE flags SET ended_at = ? WHERE id = ?').run(clock.now, id)
      noteFacts()
    },
    rule(id: FlagRuleId, change: Partial<Settings['flagRules']['by_hand']>) {
      const { flagRules } = world.settings
      world.settings = {
        ...world.settings,
        flagRules: { ...flagRules, [id]: { ...flagRules[id], ...change } },
      }
    },
    /** Records came. */
    async note() {
      desk.note(['flags'])
      await desk.idle()
    },
    async save(change: Partial<TellingSettings>) {
      world.settings = { ...world.settings, telling: { ...world.settings.telling, ...change } }
      desk.note(['settings'])
      await desk.idle()
    },
    /** Time passes; timers ring at their moment. */
    async pass(milliseconds: number) {
      const until = clock.now + milliseconds
      await desk.idle()
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        timers.delete(next)
        clock.now = Math.max(clock.now, next.at)
        next.ring()
        await desk.idle()
      }
      clock.now = until
    },
    async restart() {
      await desk.stop()
      timers.clear()
      desk = open()
      await desk.idle()
    },
    /** The machine sleeps: no timer rings until it wakes. */
    async sleep(milliseconds: number) {
      clock.now += milliseconds
      for (const timer of timers) {
        timers.delete(timer)
        timer.ring()
      }
      await desk.idle()
    },
    toldAt: (id: string) =>
      store.workspaceDb.prepare('SELECT told_at FROM flag_sightings WHERE flag = ?').pluck().get(id) as
        number | null | undefined,
  })
}

export { start }
export const second = 1000
export const minute = 60_000
export const hour = 60 * minute
