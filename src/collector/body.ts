import { z } from 'zod'
import type { NewEvent, WantedMedia } from './log.ts'
import { mediaIn } from './mediaIn.ts'

/** What one signed body holds. Nothing of a body is dropped: what cannot be read becomes an event of its own. */
export interface BodyContent {
  readonly events: readonly NewEvent[]
  readonly wanted: readonly WantedMedia[]
}

const envelope = z.looseObject({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.unknown()),
})
const entryShape = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  time: z.union([z.string(), z.number()]).nullish(),
  changes: z.array(z.unknown()),
})
/** The value is whatever the field says: only the console knows the fields, so that new ones need no new collector. */
const changeShape = z.looseObject({
  field: z.string(),
  value: z.custom<unknown>((value) => value !== undefined),
})

/** One event for every change of every entry. */
export function readWebhookBody(body: Uint8Array, receivedAt: number): BodyContent {
  const text = decode(body)
  if (text === null) return unreadableBody(body, null, 'is not UTF-8', receivedAt)
  const parsed = parseJson(text)
  if (parsed === undefined) return unreadableBody(body, text, 'is no JSON', receivedAt)
  const whole = envelope.safeParse(parsed)
  if (!whole.success) return unreadableBody(body, text, 'is no WhatsApp webhook', receivedAt)
  try {
    return readEntries(whole.data.entry, receivedAt)
  } catch (error) {
    // JSON.parse takes any depth, but whatever walks the value afterwards does not.
    if (error instanceof RangeError) return unreadableBody(body, text, 'is nested too deeply', receivedAt)
    throw error
  }
}

function readEntries(entries: readonly unknown[], receivedAt: number): BodyContent {
  const events: NewEvent[] = []
  const wanted: WantedMedia[] = []
  const unreadable = (reason: string, part: unknown) =>
    events.push({
      receivedAt,
      kind: 'unreadable',
      unreadable: true,
      payload: JSON.stringify({ reason, part }),
    })

  for (const rawEntry of entries) {
    const entry = entryShape.safeParse(rawEntry)
    if (!entry.success) {
      unreadable('an entry without changes', rawEntry)
      continue
    }
    const { changes, id = null, time = null, ...rest } = entry.data
    for (const rawChange of changes) {
      const change = changeShape.safeParse(rawChange)
      if (!change.success) {
        unreadable('a change without a field or a value', { ...entry.data, changes: [rawChange] })
        continue
      }
      const payload = JSON.stringify({ ...change.data, entry: { ...rest, id, time } })
      events.push({ receivedAt, kind: 'webhook', unreadable: false, payload })
      for (const media of mediaIn(change.data.value)) wanted.push({ ...media, wantedAt: receivedAt })
    }
  }
  return { events, wanted }
}

/** One event for every line that is not blank: the line itself, or `{unreadable: line}` where it is no JSON object. */
export function readRecordsBody(body: Uint8Array, receivedAt: number): BodyContent {
  const text = decode(body)
  if (text === null) return unreadableBody(body, null, 'is not UTF-8', receivedAt)
  const events = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): NewEvent => {
      const readable = isObject(parseJson(line))
      const payload = readable ? line : JSON.stringify({ unreadable: line })
      return { receivedAt, kind: 'records', unreadable: !readable, payload }
    })
  return { events, wanted: [] }
}

function unreadableBody(
  body: Uint8Array,
  text: string | null,
  reason: string,
  receivedAt: number,
): BodyContent {
  const payload = JSON.stringify(
    text === null ? { reason, base64: Buffer.from(body).toString('base64') } : { reason, body: text },
  )
  return { events: [{ receivedAt, kind: 'unreadable', unreadable: true, payload }], wanted: [] }
}

/** The text of UTF-8 bytes (without a byte order mark); null when they are not UTF-8. */
function decode(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
