import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * Who a request comes from, for counting. The last `X-Forwarded-For` is what the nearest proxy saw; it is believed of a
 * proxy on this machine, and of any other only when the settings say so, since a client can write what it likes there.
 */
export function remoteOf(context: Context, trustProxy: boolean): string {
  const peer = getConnInfo(context).remote.address ?? 'unknown'
  if (!trustProxy && !LOOPBACK.has(peer)) return peer
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return isIP(forwarded) === 0 ? peer : forwarded
}
