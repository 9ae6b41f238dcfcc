/** The words of every language as files: namespaces, and a namespace's keys with their texts. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Language } from '../../src/shared/contract.ts'
import { metrics } from '../../src/shared/metrics.ts'

export interface Namespace {
  /** Its file, `frame.json`. */
  readonly file: string
  /** `renderer/frame.json`, as a test names it. */
  readonly name: string
  readonly folder: string
}

const folders = ['renderer', 'shared'].map((side) =>
  join(import.meta.dirname, '..', '..', 'src', side, 'locales'),
)

/** All that English has. */
export const namespaces: readonly Namespace[] = folders.flatMap((folder) =>
  readdirSync(join(folder, 'en')).map((file) => ({
    folder,
    file,
    name: `${basename(dirname(folder))}/${file}`,
  })),
)

/** `a.b` to its text. English's metrics include the catalogue, whose English stands in the code. */
export function wordsOf(language: Language, { folder, file }: Namespace): ReadonlyMap<string, string> {
  const words = JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as object
  const fromCode = language === 'en' && file === 'metrics.json' ? catalogue() : {}
  return new Map(flat({ ...fromCode, ...words }))
}

function flat(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flat(value, `${path}${key}.`)
      : [[path + key, String(value)] as const],
  )
}

function catalogue(): object {
  const fieldOf = (field: 'name' | 'definition' | 'credit') =>
    Object.fromEntries(Object.entries(metrics).map(([id, metric]) => [id, metric[field]]))
  return { name: fieldOf('name'), definition: fieldOf('definition'), credit: fieldOf('credit') }
}

/** A key without its plural form, where English has forms of it: `count_one` → `count`. */
export function pluralBase(key: string, words: ReadonlyMap<string, string>): string | null {
  const base = /^(.*)_(?:one|other)$/.exec(key)?.[1]
  return base !== undefined && words.has(`${base}_one`) && words.has(`${base}_other`) ? base : null
}
