/** Where messages without a conversation belong. A function of the set of records alone, so their order of arrival cannot matter. */

export interface LooseMessage {
  readonly k: number
  readonly rid: string
  readonly at: number
}

/** A stated conversation of the thread: when it opened, and its closes and reopenings. */
export interface StatedSpan {
  readonly conversation: number
  readonly rid: string
  readonly opensAt: number
  readonly changes: readonly { readonly at: number; readonly open: boolean }[]
}

export interface Placement {
  /** Messages within a stated conversation. */
  readonly stated: ReadonlyMap<number, readonly LooseMessage[]>
  /** The other messages, one list a derived conversation, oldest first. */
  readonly derived: readonly (readonly LooseMessage[])[]
}

/**
 * Places the messages of one contact on one channel: each in the stated conversation open at its time (of several the one
 * opened last), the others in derived conversations that end where `gapMs` pass without a message.
 */
export function place(
  messages: readonly LooseMessage[],
  spans: readonly StatedSpan[],
  gapMs: number,
): Placement {
  const stated = new Map<number, LooseMessage[]>()
  const derived: LooseMessage[][] = []
  let last = -Infinity
  for (const message of [...messages].sort(inOrder)) {
    const span = openSpan(spans, message.at)
    if (span) {
      const list = stated.get(span.conversation)
      if (list) list.push(message)
      else stated.set(span.conversation, [message])
      continue
    }
    const current = derived.at(-1)
    if (current && message.at - last < gapMs) current.push(message)
    else derived.push([message])
    last = message.at
  }
  return { stated, derived }
}

function openSpan(spans: readonly StatedSpan[], at: number): StatedSpan | null {
  let found: StatedSpan | null = null
  for (const span of spans) if (isOpen(span, at) && (found === null || isLater(span, found))) found = span
  return found
}

/** At one instant a reopening comes before a message and a close after it. */
function isOpen(span: StatedSpan, at: number): boolean {
  if (span.opensAt > at) return false
  let reopened = span.opensAt
  let closed = -Infinity
  for (const change of span.changes) {
    if (change.open && change.at <= at) reopened = Math.max(reopened, change.at)
    if (!change.open && change.at < at) closed = Math.max(closed, change.at)
  }
  return reopened > closed
}

function isLater(a: StatedSpan, b: StatedSpan): boolean {
  return a.opensAt > b.opensAt || (a.opensAt === b.opensAt && a.rid > b.rid)
}

function inOrder(a: LooseMessage, b: LooseMessage): number {
  return a.at - b.at || (a.rid < b.rid ? -1 : a.rid > b.rid ? 1 : 0)
}
