import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const source = readFileSync(new URL('../../../../src/main/audits/checks/finding.ts', import.meta.url), 'utf8')
/** Codes of checks that passed or failed: only these become proposals. */
const codes = [...source.slice(source.indexOf('// it passed or failed')).matchAll(/^ {2}\| '(\w+)'$/gmu)].map(
  ([, code]) => code ?? '',
)

function wordsIn(language: string): Readonly<Record<string, string>> {
  const file = new URL(`../../../../src/renderer/locales/${language}/audits.json`, import.meta.url)
  const { because } = JSON.parse(readFileSync(file, 'utf8')) as { because: Record<string, string> }
  return because
}

describe('why a check proposes a level', () => {
  it.each(['en', 'de'])('has words for each code, and for nothing else (%s)', (language) => {
    expect(codes).toContain('iban')
    expect(Object.keys(wordsIn(language)).sort()).toEqual([...codes].sort())
  })
})
