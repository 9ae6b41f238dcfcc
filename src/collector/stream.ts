import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Logger } from 'pino'
import { eventJson } from './answers.ts'
import { createBell } from './bell.ts'
import type { EventLog } from './log.ts'
import { describeTrouble } from './trouble.ts'

const PAGE_EVENTS = 100
const PAGE_BYTES = 1024 * 1024

export interface StreamOptions {
  readonly log: EventLog
  readonly after: number
  readonly heartbeatMs: number
  /** Ends every stream when the collector stops. */
  readonly closing: AbortSignal
  readonly logger: Logger
  readonly onEnd: () => void
}

/**
 * Sends every event after `after`, then each new one as it is stored: `event: event`, `id: SEQ`, `data: {event}`.
 * A comment goes out in silence, so that both sides notice a dead connection; at that beat the log is read again, so a
 * lost wake-up costs one beat and never an event. Slow readers are waited for; nothing is buffered for them.
 */
export function streamEvents(context: Context, options: StreamOptions): Response {
  const { log, heartbeatMs, closing, logger, onEnd } = options
  // Proxies would otherwise hold events back to fill their buffers.
  context.header('X-Accel-Buffering', 'no')
  return streamSSE(context, async (stream) => {
    const bell = createBell()
    const unwatch = log.watch(bell.ring)
    stream.onAbort(bell.ring)
    closing.addEventListener('abort', bell.ring)
    try {
      await stream.write(': connected\n\n')
      let cursor = options.after
      while (!stream.aborted && !closing.aborted) {
        const events = await log.read(cursor, PAGE_EVENTS, PAGE_BYTES)
        for (const event of events) {
          await stream.writeSSE({ event: 'event', id: String(event.seq), data: eventJson(event) })
          cursor = event.seq
        }
        if (events.length === 0 && !(await bell.wait(heartbeatMs))) await stream.write(': still here\n\n')
      }
    } catch (error) {
      logger.error(describeTrouble(error), 'a stream ended because the log could not be read')
    } finally {
      unwatch()
      closing.removeEventListener('abort', bell.ring)
      onEnd()
    }
  })
}
