import type { StoredEvent } from './log.ts'

/** How every refused request is answered: what happened and what was kept, then what to do. */
export interface Failure {
  readonly error: { readonly kind: FailureKind; readonly message: string; readonly hint: string }
}

export type FailureKind = 'invalid' | 'denied' | 'busy' | 'large' | 'full' | 'missing' | 'bug'

export function failure(kind: FailureKind, message: string, hint: string): Failure {
  return { error: { kind, message, hint } }
}

/** One event as JSON. Its payload is JSON already and goes out as it came in. */
export function eventJson(event: StoredEvent): string {
  const receivedAt = new Date(event.receivedAt).toISOString()
  return `{"seq":${event.seq},"receivedAt":"${receivedAt}","kind":"${event.kind}","payload":${event.payload}}`
}

export interface EventPage {
  readonly log: string
  readonly events: readonly StoredEvent[]
  readonly after: number
  readonly head: number
}

/** A page of events as JSON: `{log, events, next, more, head}`. */
export function pageJson({ log, events, after, head }: EventPage): string {
  const next = events.at(-1)?.seq ?? after
  const rest = { next, more: next < head, head, log }
  return `{"events":[${events.map(eventJson).join(',')}],${JSON.stringify(rest).slice(1)}`
}
