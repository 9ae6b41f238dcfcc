/** The one way from the screen to the engine: `api` asks once, `useAsk` asks and keeps the answer fresh. */
import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { createClient, RequestError } from '../shared/client.ts'
import type { Api, Failure, Topic, Transport } from '../shared/contract.ts'
import { askAgainOnChange } from './askAgain.ts'
import { pageFailure } from './pageFailure.ts'
import { type Connection, type ConnectionState, webTransport } from './webTransport.ts'

declare global {
  interface Window {
    /** Set by Electron's preload; absent in the web console. */
    readonly transport?: Transport
  }
}

/** On the desktop the engine is always there. Stands above its first use: this module connects as it loads. */
const alwaysOpen: Connection = { current: () => 'open', subscribe: () => () => undefined }
const { transport, connection, download } = connect()

export const api: Api = createClient(transport)
export const listen: Transport['listen'] = (event, listener) => transport.listen(event, listener)

/** Asked answers, kept for a minute after the last screen that showed them. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      refetchOnWindowFocus: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
    },
  },
})

const askAgain = askAgainOnChange(answers, (milliseconds, callback) => setTimeout(callback, milliseconds))
listen('changed', ({ topics }) => askAgain(topics))
// A wait grows past its limit without a record arriving, so what was raised is announced on its own.
listen('flagged', () => askAgain(['flags']))
// What was announced while the connection was lost was not heard: everything is asked again.
connection.subscribe((state) => {
  if (state === 'open') void answers.invalidateQueries()
})

export interface Asked<T> {
  readonly data: T | undefined
  readonly failure: Failure | null
  /** Nothing to show yet. */
  readonly loading: boolean
  /** `data` answers an older question, or the engine does not answer: show it dimmed. */
  readonly stale: boolean
  readonly again: () => void
}

/**
 * Asks the engine and asks again when one of `topics` changed. While a new question is under way the old answer stays,
 * marked `stale`.
 */
export function useAsk<K extends keyof Api>(
  method: K,
  args: Parameters<Api[K]>,
  topics: readonly Topic[],
  options?: { readonly enabled?: boolean },
): Asked<Awaited<ReturnType<Api[K]>>> {
  type Answer = Awaited<ReturnType<Api[K]>>
  const query = useQuery<Answer>({
    queryKey: [method, ...args],
    queryFn: () => ask(method, args),
    placeholderData: keepPreviousData,
    enabled: options?.enabled ?? true,
    meta: { topics },
  })
  const lost = useConnection() !== 'open'
  return {
    data: query.data,
    failure: query.error === null ? null : failureOf(query.error),
    loading: query.isLoading,
    stale: query.isPlaceholderData || (lost && query.data !== undefined),
    again: () => void query.refetch(),
  }
}

export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.current)
}

/** Any thrown thing as a failure; `ui/failureText.tsx` says it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RequestError) return error.failure
  return pageFailure('bug', 'page.broken', { said: error instanceof Error ? error.message : String(error) })
}

function ask<K extends keyof Api>(method: K, args: Parameters<Api[K]>): Promise<Awaited<ReturnType<Api[K]>>> {
  const request = api[method] as (...args: Parameters<Api[K]>) => Promise<Awaited<ReturnType<Api[K]>>>
  return request(...args)
}

/** Hands a file the engine made to the browser, which saves it where the person's downloads go. */
export async function fetchDownload(id: string, name: string): Promise<void> {
  const file = await download(id)
  if (file === null) throw new RequestError(pageFailure('invalid', 'page.download'))
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

interface Connected {
  readonly transport: Transport
  readonly connection: Connection
  readonly download: (id: string) => Promise<Blob | null>
}

function connect(): Connected {
  if (window.transport !== undefined)
    return { transport: window.transport, connection: alwaysOpen, download: () => Promise.resolve(null) }
  const web = webTransport({
    origin: location.origin,
    takeCode,
    token: {
      read: () => sessionStorage.getItem('token'),
      write: (token) =>
        token === null ? sessionStorage.removeItem('token') : sessionStorage.setItem('token', token),
    },
    openSocket: (address) => new WebSocket(address),
    later: (milliseconds, callback) => setTimeout(callback, milliseconds),
    failure: (kind) => pageFailure(kind, `page.${kind}`),
  })
  return { transport: web, connection: web.connection, download: web.download }
}

/** Takes the code out of the address, so it stays neither in the history nor on the screen. */
function takeCode(): string | null {
  const code = /^#k=([\w-]+)$/.exec(location.hash)?.[1] ?? null
  if (code !== null) history.replaceState(null, '', location.pathname)
  return code
}
