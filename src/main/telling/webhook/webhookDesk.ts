/** Posts what waits, one after the other, until it is taken or a day has passed. */
import type { Settings } from '../../../shared/contract.ts'
import type { WebhookState } from '../../../shared/telling.ts'
import { inEnglish } from '../../../shared/english.ts'
import { phrase, type Reason } from '../../../shared/phrases.ts'
import { createAlarm, type Alarm, type SetTimer } from '../../engine/alarm.ts'
import type { TellingStore } from '../tellingStore.ts'
import { notTaken, type PostOutcome, type Send } from './send.ts'
import type { Post } from '../tellingStore.ts'

/** The name the host keeps the secret under. */
export const secretName = 'webhook'

export interface WebhookPorts {
  readonly store: TellingStore
  readonly readSecret: (name: string) => Promise<string | null>
  readonly settings: () => Promise<Settings>
  readonly send: Send
  readonly now: () => number
  readonly clockSpeed: number
  readonly setTimer: SetTimer
}

export interface WebhookDesk extends Alarm {
  state(): Promise<WebhookState>
  /** Past everything that waits, and once; null: no webhook is set. */
  sendAtOnce(post: Post): Promise<PostOutcome | null>
}

const dayMs = 86_400_000
const longestPause = 3_600_000

/** One second, two, four, up to an hour. */
function pauseAfter(tries: number): number {
  return Math.min(longestPause, 1000 * 2 ** tries)
}

const givenUp = phrase('telling.webhook.givenUp')

function reasonOf({ why, words }: Exclude<PostOutcome, { readonly kind: 'taken' }>): Reason {
  return { text: why, ...(words && { words }) }
}

export function createWebhookDesk(ports: WebhookPorts): WebhookDesk {
  const { store, now } = ports
  const abort = new AbortController()

  const send = async (url: string, post: Post): Promise<PostOutcome> => {
    const secret = await ports.readSecret(secretName).catch(() => undefined)
    if (secret === undefined) return notTaken('failed', phrase('telling.webhook.noKeychain'))
    return ports.send({ url, post, secret, now: now(), signal: abort.signal })
  }

  const alarm = createAlarm(ports, async () => {
    const { post } = await store.nextPost()
    if (post === null) return Infinity
    const { webhook } = (await ports.settings()).telling
    if (webhook === null) {
      await store.forgetPosts()
      return Infinity
    }
    if (now() - post.at >= dayMs) {
      await store.endPost(post.id, now(), { text: inEnglish(givenUp), words: givenUp })
      return now()
    }
    if (post.nextAt > now()) return post.nextAt
    const outcome = await send(webhook.url, post)
    // Stopped in between, it is tried again after the restart under the same name.
    if (abort.signal.aborted) return Infinity
    if (outcome.kind === 'taken') await store.endPost(post.id, now(), null)
    else if (outcome.kind === 'refused') await store.endPost(post.id, now(), reasonOf(outcome))
    else await store.delayPost(post.id, now() + pauseAfter(post.tries), reasonOf(outcome))
    return now()
  })

  return {
    ...alarm,
    stop() {
      abort.abort()
      return alarm.stop()
    },
    async state() {
      const [{ moments }, { waiting }, secret] = await Promise.all([
        store.tellingMemory(),
        store.nextPost(),
        ports.readSecret(secretName).catch(() => null),
      ])
      return {
        secret: secret !== null,
        lastAt: moments.postedAt,
        lastFailure: moments.postFailure?.text ?? null,
        ...(moments.postFailure?.words && { lastFailureWords: moments.postFailure.words }),
        waiting,
      }
    },
    async sendAtOnce(post) {
      const { webhook } = (await ports.settings()).telling
      return webhook === null ? null : send(webhook.url, post)
    },
  }
}
