/** Where a webhook may be: https, and on the public internet. What a name resolves to decides, not what it says. */
import { BlockList, isIP } from 'node:net'
import { inEnglish } from '../../../shared/english.ts'
import { phrase, type Phrase } from '../../../shared/phrases.ts'

/** An address a name resolved to. */
export interface ResolvedAddress {
  readonly address: string
  readonly family: number
}
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>

// Private, loopback, link-local, carrier-grade, documentation, benchmarks, multicast and reserved ranges (RFC 6890).
const notPublic4 = subnets('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
])
const global6 = subnets('ipv6', [['2000::', 3]])
// Of those: what carries an IPv4 address inside (Teredo, 6to4), and documentation.
const notPublic6 = subnets('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
])

function subnets(family: 'ipv4' | 'ipv6', ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family)
  return list
}

/** Whether anybody's machine but this and its neighbours answers there. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic4.check(address, 'ipv4')
    case 6:
      return global6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6')
    default:
      return false
  }
}

interface Unreachable {
  readonly why: string
  readonly words: Phrase
}

function unreachable(words: Phrase): Unreachable {
  return { why: inEnglish(words), words }
}

/** The addresses to connect to, or why not in one sentence. All of a name's must be public: which is taken is not ours to say. */
export async function publicAddresses(
  url: URL,
  resolve: Resolve,
): Promise<{ readonly addresses: readonly ResolvedAddress[] } | Unreachable> {
  if (url.protocol !== 'https:') return unreachable(phrase('telling.webhook.notSecure'))
  if (url.username !== '' || url.password !== '') return unreachable(phrase('telling.webhook.password'))
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const addresses = family === 0 ? await resolve(host).catch(() => []) : [{ address: host, family }]
  if (addresses.length === 0) return unreachable(phrase('telling.webhook.notFound', { host }))
  if (addresses.every(({ address }) => isPublicAddress(address))) return { addresses }
  return unreachable(phrase('telling.webhook.notPublic', { host }))
}
