import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { assertNever } from '../../shared/assertNever.ts'
import type { NewSource } from '../../shared/contract.ts'
import { phrase } from '../../shared/phrases.ts'
import { createRecordsSource } from './records/source.ts'
import { createSampleSource } from './sample/sample.ts'
import { refused, type Source, type SourcePorts } from './source.ts'
import { createWhatsAppCloudSource } from './whatsapp-cloud/source.ts'

/** A source as workspace.db keeps it: secrets are named here and kept by the host. */
export type StoredSource =
  | { readonly kind: 'sample'; readonly seed: number; readonly until: number; readonly live: boolean }
  | { readonly kind: 'records'; readonly files: readonly string[] }
  | {
      readonly kind: 'whatsapp-cloud'
      readonly collector: string
      readonly tokenSecret: string
      readonly graph: { readonly url: string; readonly tokenSecret: string; readonly waba: string } | null
    }

/** Refuses what cannot work before anything is stored: a wrong address, a missing token, a relative path. */
export function checkSource(source: NewSource): void {
  switch (source.kind) {
    case 'sample':
      return
    case 'records':
      if (source.files.length === 0 || !source.files.every((file) => isAbsolute(file)))
        throw refused('invalid', 'sources.relativePath')
      for (const file of source.files)
        if (!existsSync(file)) throw refused('invalid', 'sources.noFile', { file })
      return
    case 'whatsapp-cloud':
      checkAddress(source.collector, 'sources.service.collector')
      checkToken(source.token, 'sources.service.collector')
      if (source.graph) {
        checkAddress(source.graph.url, 'sources.service.graph')
        checkToken(source.graph.token, 'sources.service.graph')
      }
      return
    default:
      assertNever(source)
  }
}

type AskedService = `sources.service.${'collector' | 'graph'}`

/** A token may travel over https, or over http to this machine alone. */
function checkAddress(address: string, service: AskedService): void {
  const url = URL.canParse(address) ? new URL(address) : null
  const loopback = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback)) {
    if (url.username === '' && url.password === '') return
    throw refused('invalid', 'sources.passwordInAddress', { service: phrase(service) })
  }
  throw refused('invalid', 'sources.insecureAddress', { service: phrase(service) })
}

function checkToken(token: string, service: AskedService): void {
  // A header cannot carry anything else, and a pasted line break would only fail later and less clearly.
  if (/^[\x21-\x7e]{8,4096}$/.test(token)) return
  throw refused('invalid', 'sources.badToken', { service: phrase(service) })
}

/** Parts a new source into what may be stored and what the host must keep secret. `id` is the source's own; a sample ends now. */
export function separateSecrets(
  source: NewSource,
  id: string,
  now: number,
): { readonly stored: StoredSource; readonly secrets: Readonly<Record<string, string>> } {
  switch (source.kind) {
    case 'sample':
      return {
        stored: {
          kind: 'sample',
          seed: source.seed ?? 1,
          until: source.until ?? now,
          live: source.live ?? true,
        },
        secrets: {},
      }
    case 'records':
      return { stored: { kind: 'records', files: source.files }, secrets: {} }
    case 'whatsapp-cloud': {
      const tokenSecret = `source:${id}:collector`
      const graphSecret = `source:${id}:graph`
      return {
        stored: {
          kind: 'whatsapp-cloud',
          collector: source.collector,
          tokenSecret,
          graph: source.graph
            ? { url: source.graph.url, tokenSecret: graphSecret, waba: source.graph.waba }
            : null,
        },
        secrets: {
          [tokenSecret]: source.token,
          ...(source.graph ? { [graphSecret]: source.graph.token } : {}),
        },
      }
    }
    default:
      return assertNever(source)
  }
}

/** The secrets a stored source needs, by name. */
export function secretsOf(source: StoredSource): readonly string[] {
  if (source.kind !== 'whatsapp-cloud') return []
  return source.graph ? [source.tokenSecret, source.graph.tokenSecret] : [source.tokenSecret]
}

export function openSource(
  source: StoredSource,
  secrets: Readonly<Record<string, string>>,
  ports: SourcePorts,
): Source {
  switch (source.kind) {
    case 'sample':
      return createSampleSource({ seed: source.seed, until: source.until, live: source.live }, ports)
    case 'records':
      return createRecordsSource(source.files)
    case 'whatsapp-cloud':
      return createWhatsAppCloudSource(
        {
          collector: source.collector,
          token: secrets[source.tokenSecret] ?? '',
          ...(source.graph
            ? {
                graph: {
                  url: source.graph.url,
                  token: secrets[source.graph.tokenSecret] ?? '',
                  waba: source.graph.waba,
                },
              }
            : {}),
        },
        ports,
      )
    default:
      return assertNever(source)
  }
}
