/** Requests slower than this are told with their name. Milliseconds. */
const slowMs = 40

/** Wraps every request of a thread's api: one that takes too long is announced, so that it is found before it hurts. */
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
          if (ms > slowMs) ports.announce('slow', { request: name, ms })
        }
      },
    ],
  )
  return Object.fromEntries(timed) as Served
}
