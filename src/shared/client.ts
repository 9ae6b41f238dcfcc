import type { Api, Failure, Transport } from './contract.ts'

/** A request that failed, with what the person can do about it. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/**
 * Turns a transport into the typed api. Failures arrive as `RequestError`.
 * The result must not itself be awaited: `then` would look like a request, so it is answered with undefined.
 */
export function createClient<Served extends object = Api>(transport: Pick<Transport, 'request'>): Served {
  return new Proxy({} as Served, {
    get: (_target, method) => {
      if (typeof method !== 'string' || method === 'then') return undefined
      return async (...args: readonly unknown[]) => {
        const reply = await transport.request(method, args)
        if (!reply.ok) throw new RequestError(reply.error)
        return reply.value
      }
    },
  })
}
