import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Conversation, Failure, TimelineItem } from '../../../shared/contract.ts'
import { api, failureOf, useAsk } from '../../api.ts'
import { hideName } from './hideName.ts'

export interface Chat {
  readonly id: string
  /** Undefined while it is not there yet; the customer's name is hidden unless somebody asked for it. */
  readonly conversation: Conversation | undefined
  readonly failure: Failure | null
  readonly again: () => void
  /** Messages held here, oldest first. */
  readonly messages: readonly string[]
  /** When each of them was written. */
  readonly times: ReadonlyMap<string, number>
  readonly hidden: boolean
  readonly toggleHidden: () => void
  /** How many older items are not here yet; `earlier` fetches some of them. */
  readonly older: number
  readonly earlier: () => void
  readonly olderFailure: Failure | null
}

const batch = 500
/** Items of a chat up to which all of it is fetched at once. */
const readWhole = 2000

/** The chat under review, opened at its newest part; older parts come when asked for. */
export function useChat(id: string): Chat {
  const asked = useAsk('conversation', [id], ['conversations', 'assignments', 'flags'])
  const [hidden, setHidden] = useState(true)
  const older = useOlder(id, asked.data?.row.id === id ? asked.data : undefined)
  // Another chat's messages under this one's scorecard would be a lie.
  const answered = asked.data?.row.id === id ? asked.data : undefined
  const conversation = useMemo(() => {
    if (answered === undefined) return undefined
    const whole = { ...answered, timeline: [...older.items, ...answered.timeline] }
    return hidden ? hideName(whole) : whole
  }, [answered, older.items, hidden])
  const times = useMemo(() => timesOf(conversation?.timeline ?? []), [conversation])
  return {
    id,
    conversation,
    failure: asked.failure,
    again: asked.again,
    messages: useMemo(() => [...times.keys()], [times]),
    times,
    hidden,
    toggleHidden: useCallback(() => setHidden((before) => !before), []),
    older: older.left,
    earlier: older.fetch,
    olderFailure: older.failure,
  }
}

function timesOf(timeline: readonly TimelineItem[]): ReadonlyMap<string, number> {
  return new Map(timeline.flatMap((item) => (item.kind === 'message' ? [[item.id, item.at] as const] : [])))
}

interface Older {
  readonly items: readonly TimelineItem[]
  /** Place of the first item held. */
  readonly first: number | null
  readonly failure: Failure | null
}
const nothingOlder: Older = { items: [], first: null, failure: null }

function useOlder(id: string, answered: Conversation | undefined) {
  const [older, setOlder] = useState<Older & { readonly of: string }>({ ...nothingOlder, of: id })
  const own = older.of === id ? older : nothingOlder
  const first = own.first ?? answered?.first ?? 0
  async function fetch(): Promise<void> {
    const place = Math.max(0, first - batch)
    try {
      const { timeline } = await api.timeline({
        conversation: id,
        limit: first - place,
        from: { kind: 'place', place },
      })
      setOlder({ of: id, items: [...timeline, ...own.items], first: place, failure: null })
    } catch (error) {
      setOlder({ ...own, of: id, failure: failureOf(error) })
    }
  }
  // A chat of the usual length is there as a whole, so that every cited message is.
  const wholeSoon = (answered?.total ?? 0) <= readWhole && first > 0 && own.failure === null
  const fetching = useRef(false)
  useEffect(() => {
    if (!wholeSoon || fetching.current) return
    fetching.current = true
    void fetch().finally(() => {
      fetching.current = false
    })
  })
  return { items: own.items, left: wholeSoon ? 0 : first, failure: own.failure, fetch: () => void fetch() }
}
