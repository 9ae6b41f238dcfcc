import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CollectorRefusal } from './refusal.ts'
import { hashedToken, type HashedToken } from './tokens.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Where media is fetched from, with the token that allows it. */
export interface GraphAccess {
  /** Without a slash at its end, version included. */
  readonly url: string
  readonly token: string
}

export interface CollectorSettings {
  /** Any of these may sign a webhook. */
  readonly appSecrets: readonly string[]
  /** Any of these may sign posted records. */
  readonly recordsSecrets: readonly string[]
  readonly verifyToken: HashedToken
  readonly consoleTokens: readonly HashedToken[]
  /** Null: media is not fetched. */
  readonly graph: GraphAccess | null
  /** Requests a second allowed to one remote address. */
  readonly requestsPerSecond: number
  /** Believe the last `X-Forwarded-For` of any peer; of a proxy on this machine it is believed anyway. */
  readonly trustProxy: boolean
}

const META_GRAPH = 'https://graph.facebook.com/v25.0'
const DEFAULT_REQUESTS_PER_SECOND = 1_000

/**
 * Reads the collector's settings from its environment. Each secret may stand in a file instead, named by the variable
 * with `_FILE` at its end; several are separated by commas or lines. Throws a `CollectorRefusal` that names the variable.
 */
export function readSettings(environment: Environment): CollectorSettings {
  const appSecrets = requiredList(environment, 'FLOORWALKER_APP_SECRET', "the Meta app's secret")
  const recordsSecrets = list(environment, 'FLOORWALKER_RECORDS_SECRET')
  const verifyToken = required(
    environment,
    'FLOORWALKER_VERIFY_TOKEN',
    "the word that Meta's webhook form asks for",
  )
  const consoles = requiredList(
    environment,
    'FLOORWALKER_CONSOLE_TOKEN',
    'a long random token for each console',
  )
  return {
    appSecrets,
    recordsSecrets: recordsSecrets.length > 0 ? recordsSecrets : appSecrets,
    verifyToken: hashedToken(`verify=${verifyToken}`, 0),
    consoleTokens: consoles.map(hashedToken),
    graph: readGraph(environment),
    requestsPerSecond: readRate(environment),
    trustProxy: ['1', 'true', 'yes'].includes(environment['FLOORWALKER_TRUST_PROXY'] ?? ''),
  }
}

function readGraph(environment: Environment): GraphAccess | null {
  const token = secret(environment, 'FLOORWALKER_GRAPH_TOKEN')
  if (token === null) return null
  const url = environment['FLOORWALKER_GRAPH_URL'] ?? META_GRAPH
  if (!z.url({ protocol: /^https?$/ }).safeParse(url).success) {
    throw new CollectorRefusal(
      'FLOORWALKER_GRAPH_URL is no http or https address.',
      `Leave it out to use ${META_GRAPH}, or give the address with its version.`,
    )
  }
  return { url: url.replace(/\/+$/, ''), token }
}

function readRate(environment: Environment): number {
  const text = environment['FLOORWALKER_REQUESTS_PER_SECOND']
  if (text === undefined || text === '') return DEFAULT_REQUESTS_PER_SECOND
  const rate = Number(text)
  if (Number.isFinite(rate) && rate > 0) return rate
  throw new CollectorRefusal(
    'FLOORWALKER_REQUESTS_PER_SECOND is no number above zero.',
    `Leave it out to allow ${DEFAULT_REQUESTS_PER_SECOND} requests a second to each address.`,
  )
}

function requiredList(environment: Environment, name: string, meaning: string): readonly string[] {
  const values = list(environment, name)
  if (values.length === 0) throw missing(name, meaning)
  return values
}

function required(environment: Environment, name: string, meaning: string): string {
  const value = secret(environment, name)
  if (value === null) throw missing(name, meaning)
  return value
}

function missing(name: string, meaning: string): CollectorRefusal {
  return new CollectorRefusal(
    `${name} is not set, so the collector did not start.`,
    `Set ${name} to ${meaning}, or ${name}_FILE to a file that holds it.`,
  )
}

function list(environment: Environment, name: string): readonly string[] {
  return (secret(environment, name) ?? '')
    .split(/[,\n]/)
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/** The value of a variable or of the file it names; null when there is neither. */
function secret(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim() ?? ''
  const file = environment[`${name}_FILE`] ?? ''
  if (value !== '' && file !== '') {
    throw new CollectorRefusal(
      `${name} and ${name}_FILE are both set, so it is not clear which one holds.`,
      'Set only one of them.',
    )
  }
  if (file === '') return value === '' ? null : value
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch (error) {
    throw new CollectorRefusal(
      `The file named by ${name}_FILE could not be read.`,
      'Check its name, and that the user the collector runs as may read it.',
      { cause: error },
    )
  }
}
