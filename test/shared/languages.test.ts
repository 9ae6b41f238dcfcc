import { describe, expect, it } from 'vitest'
import { languages } from '../../src/shared/contract.ts'
import { languageAmong, languageFor, languageNames } from '../../src/shared/languages.ts'

describe('the language for a reader', () => {
  it.each([
    ['en-US', 'en'],
    ['de', 'de'],
    ['de-CH', 'de'],
    ['fr_CA', 'fr'],
    ['es-419', 'es'],
    ['zh-TW', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-HK', 'zh-TW'],
    ['ZH-hk', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['zh_TW.UTF-8', 'zh-TW'],
    // Simplified characters are another script: English is read more easily than half a guess.
    ['zh', null],
    ['zh-CN', null],
    ['zh-Hans-TW', null],
    ['eng', null],
    ['dex-DE', null],
    ['', null],
    ['C', null],
  ] as const)('%s is %s', (tag, language) => expect(languageFor(tag)).toBe(language))

  it('is the first that is spoken here, English where none is', () => {
    expect(languageAmong(['it-IT', 'fr-CH', 'de'])).toBe('fr')
    expect(languageAmong(['zh-CN', 'zh-HK'])).toBe('zh-TW')
    expect(languageAmong(['ja'])).toBe('en')
    expect(languageAmong([])).toBe('en')
  })
})

it('every language stands under its own name, the tags it is known by lead to it', () => {
  expect(new Set(Object.values(languageNames)).size).toBe(languages.length)
  for (const language of languages) expect(languageFor(language)).toBe(language)
})
