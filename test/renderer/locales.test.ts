import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages } from '../../src/shared/contract.ts'

const folders = ['../../src/renderer/locales', '../../src/shared/locales'].map((path) =>
  join(import.meta.dirname, path),
)
const namespaces = folders.flatMap((folder) =>
  readdirSync(join(folder, 'en')).map((file) => ({
    folder,
    file,
    name: `${basename(dirname(folder))}/${file}`,
  })),
)

/** `a.b` to its text. */
function flat(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flat(value, `${path}${key}.`)
      : [[path + key, String(value)] as const],
  )
}

function wordsOf(language: string, { folder, file }: (typeof namespaces)[number]) {
  return new Map(flat(JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as object))
}

const values = (text: string | undefined) => (text?.match(/\{\{\w+\}\}|<\/?\w+\/?>/g) ?? []).toSorted()

describe('the words', () => {
  it('are read', () => expect(namespaces.map(({ name }) => name)).toContain('renderer/frame.json'))

  // The catalogue in English is src/shared/metrics.ts, so its file holds more in the other languages.
  const compared = namespaces.filter(({ file }) => file !== 'metrics.json')
  describe.each(compared)('$name', (namespace) => {
    it.each(languages.filter((language) => language !== 'en'))(
      'says in %s all that English says',
      (language) => {
        const english = wordsOf('en', namespace)
        const other = wordsOf(language, namespace)
        expect([...other.keys()].toSorted()).toEqual([...english.keys()].toSorted())
        for (const [key, text] of english) expect([key, values(other.get(key))]).toEqual([key, values(text)])
        for (const [key, text] of other) expect([key, text.trim()]).not.toEqual([key, ''])
      },
    )
  })
})
