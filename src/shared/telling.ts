/** How people are told of flags: desktop, sound, quiet hours, digest, webhook. No message text unless switched on. */
import type { Phrase } from './phrases.ts'

export interface TellingSettings {
  readonly desktop: boolean
  readonly sound: boolean
  /** Local times `22:00`; nothing is told between, but counted for the morning. null: none. */
  readonly quiet: { readonly from: string; readonly to: string } | null
  /** Local time at which the digest of the day is told; null: none. */
  readonly digestAt: string | null
  /** Names and message text in notifications. */
  readonly withText: boolean
  /** Where flags are posted; its secret is kept by the host. https only. null: nowhere. */
  readonly webhook: { readonly url: string; readonly withText: boolean } | null
}

export const defaultTelling: TellingSettings = {
  desktop: true,
  sound: false,
  quiet: null,
  digestAt: '17:00',
  withText: false,
  webhook: null,
}

/** A notice for the desktop, or for the browser where the console runs in one. */
export interface Notice {
  /** Told once under this id. */
  readonly id: string
  readonly title: string
  readonly body: string
  readonly severity: 'danger' | 'warning'
  readonly sound: boolean
  /** The flag to open; null: several. */
  readonly flag: string | null
  /** The place it is about instead of flags. */
  readonly place?: 'reports'
}

export interface WebhookState {
  /** The host keeps a secret for it. */
  readonly secret: boolean
  readonly lastAt: number | null
  readonly lastFailure: string | null
  /** The same, to be said in any language. */
  readonly lastFailureWords?: Phrase
  /** Notices that could not be posted yet. */
  readonly waiting: number
}
