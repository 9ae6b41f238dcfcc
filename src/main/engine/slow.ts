/** Requests slower than this are told with their name: a person begins to feel it. Milliseconds. */
const slowMs = 100

/** What the engine asks of its own threads: nobody sits before it and waits. */
const unasked: ReadonlySet<string> = new Set([
  'refresh',
  'open',
  'close',
  'memory',
  'openFlagChanges',
  'flagsDueAfter',
])

/** Wraps every question of a thread's api: one that takes too long is announced, so that it is found before it hurts. */
export function withSlowLog<Served extends object>(
  api: Served,
  ports: { readonly now: () => number; readonly announce: (event: string, data: unknown) => void },
): Served {
  const timed = Object.entries(api).map(
    ([name, handler]: [string, (...args: readonly unknown[]) => unknown]) => [
      name,
      async (...args: readonly unknown[]) => {
        const startedAt = ports.now()
        try {
          return await handler(...args)
        } finally {
          const ms = Math.round(ports.now() - startedAt)
          if (ms > slowMs && !unasked.has(name)) ports.announce('slow', { request: name, ms })
        }
      },
    ],
  )
  return Object.fromEntries(timed) as Served
}
