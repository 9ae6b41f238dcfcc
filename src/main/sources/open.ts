import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { assertNever } from '../../shared/assertNever.ts'
import type { NewSource } from '../../shared/contract.ts'
import { createRecordsSource } from './records/source.ts'
import { createSampleSource } from './sample/sample.ts'
import { Refusal, type Source, type SourcePorts } from './source.ts'
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
        throw new Refusal('invalid', 'A records file is named by its full path.', {
          hint: 'Nothing was added. Give the path from the root of the disk, for example /home/ana/export.ndjson.',
        })
      for (const file of source.files)
        if (!existsSync(file))
          throw new Refusal('invalid', `There is no file ${file}.`, {
            hint: 'Nothing was added. Check the path and try again.',
          })
      return
    case 'whatsapp-cloud':
      checkAddress(source.collector, 'The collector')
      checkToken(source.token, 'The collector')
      if (source.graph) {
        checkAddress(source.graph.url, 'Graph')
        checkToken(source.graph.token, 'Graph')
      }
      return
    default:
      assertNever(source)
  }
}

/** A token may travel over https, or over http to this machine alone. */
function checkAddress(address: string, what: string): void {
  const url = URL.canParse(address) ? new URL(address) : null
  const loopback = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback)) {
    if (url.username === '' && url.password === '') return
    throw new Refusal('invalid', `${what}’s address holds a name or password.`, {
      hint: 'Nothing was added. Leave them out: the token goes in its own field.',
    })
  }
  throw new Refusal(
    'invalid',
    `${what}’s address must begin with https:// (or be http:// on this machine).`,
    {
      hint: 'Nothing was added. Check the address with whoever runs the collector.',
    },
  )
}

function checkToken(token: string, what: string): void {
  // A header cannot carry anything else, and a pasted line break would only fail later and less clearly.
  if (/^[\x21-\x7e]{8,4096}$/.test(token)) return
  throw new Refusal('invalid', `${what}’s token is missing or holds blanks or line breaks.`, {
    hint: 'Nothing was added. Paste the token alone.',
  })
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
