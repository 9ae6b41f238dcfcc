import { useRef, useState } from 'react'
import type { FlagAct } from '../../shared/flags.ts'
import { useAsk } from '../api.ts'
import { useNow } from '../chats/clock.ts'
import { saveSettings } from '../settings/saveSettings.ts'
import { actOn, type Target } from './acting.ts'

/** What has to be said before it is done: a reason, an end, or who one is. */
export interface Asking {
  readonly kind: 'false_alarm' | 'snooze' | 'own'
  readonly target: Target
}

export interface FlagActs {
  readonly asking: Asking | null
  /** Does it, or asks first for what it needs. */
  readonly begin: (kind: FlagAct['kind'], target: Target) => void
  /** The answer to what was asked. */
  readonly finish: (act: FlagAct) => void
  /** The same where the answer is who one is: kept for the next time. */
  readonly finishAs: (name: string) => void
  readonly cancel: () => void
  /** The name flags are taken over under; null: nobody said yet. */
  readonly me: string | null
}

/** The acts of a list of flags, or of one. */
export function useFlagActs(): FlagActs {
  const { data: settings } = useAsk('settings', [], ['settings'])
  const now = useNow(60_000)
  const me = settings?.reviewer ?? null
  const [asking, setAsking] = useState<Asking | null>(null)
  const origin = useRef<Element | null>(null)
  const ask = (next: Asking | null) => {
    if (next !== null) origin.current = document.activeElement
    else if (origin.current instanceof HTMLElement) origin.current.focus()
    setAsking(next)
  }
  const perform = (target: Target, act: FlagAct, by: string | null) => {
    if (asking !== null) ask(null)
    void actOn(target, act, { by, now })
  }
  return {
    asking,
    me,
    cancel: () => ask(null),
    begin: (kind, target) => {
      if (kind === 'done') perform(target, { kind, reason: null }, me)
      else if (kind === 'reopen') perform(target, { kind }, me)
      else if (kind === 'own' && me !== null) perform(target, { kind, owner: ownerAfter(target, me) }, me)
      else ask({ kind, target })
    },
    finish: (act) => {
      if (asking !== null) perform(asking.target, act, me)
    },
    finishAs: (name) => {
      if (asking === null) return
      void saveSettings({ reviewer: name })
      perform(asking.target, { kind: 'own', owner: name }, name)
    },
  }
}

/** To take over what one already has is to let go of it. */
function ownerAfter(target: Target, me: string): string | null {
  const mine = target.kind === 'flags' && target.flags.every(({ owner }) => owner === me)
  return mine ? null : me
}
