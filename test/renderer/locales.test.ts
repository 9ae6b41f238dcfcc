import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages } from '../../src/shared/contract.ts'

const folder = join(import.meta.dirname, '../../src/renderer/locales')
const namespaces = readdirSync(join(folder, 'en'))

/** `a.b` to its text. */
function flat(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flat(value, `${path}${key}.`)
      : [[path + key, String(value)] as const],
  )
}

function wordsOf(language: string, namespace: string) {
  return new Map(flat(JSON.parse(readFileSync(join(folder, language, namespace), 'utf8')) as object))
}

const values = (text: string | undefined) => (text?.match(/\{\{\w+\}\}|<\/?\w+\/?>/g) ?? []).toSorted()

describe('the words', () => {
  it('are read', () => expect(namespaces).toContain('frame.json'))

  // The catalogue in English is src/shared/metrics.ts, so its file holds more in the other languages.
  const compared = namespaces.filter((namespace) => namespace !== 'metrics.json')
  describe.each(compared)('%s', (namespace) => {
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
