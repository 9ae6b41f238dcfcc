import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesInEnglish, inEnglish } from '../../src/shared/english.ts'
import words from '../../src/shared/locales/en/failures.json' with { type: 'json' }
import { inline, phrase, phraseOf, quoted } from '../../src/shared/phrases.ts'
import { slots } from '../../src/shared/phraseSlots.ts'
import { problem, problemInEnglish, problemOf } from '../../src/shared/problems.ts'
import { sentencesOf, spoken, type Voice } from '../../src/shared/speaking.ts'
import { hole, readSources } from '../support/sourceKeys.ts'

describe('the words of failures', () => {
  const keys = new Map(entriesOf(words))

  it('have the places the engine fills, and no other', () => {
    const placed = [...keys].filter(([, places]) => places.length > 0)
    const filled = Object.entries(slots).map(([key, kinds]) => [key, Object.keys(kinds).toSorted()])
    expect(Object.fromEntries(placed)).toEqual(Object.fromEntries(filled))
  })

  it('are each asked for somewhere', () => {
    const strings = new Set(
      readSources()
        .filter(({ path }) => !path.startsWith('shared/phraseSlots'))
        .flatMap((source) => source.strings)
        .filter((text) => /^[\w.\0]+$/.test(text)),
    )
    const patterns = [...strings].filter((text) => text.includes(hole)).map(patternOf)
    const unused = [...keys.keys()].filter(
      (key) => !strings.has(key) && !patterns.some((pattern) => pattern.test(key)),
    )
    expect(unused).toEqual([])
  })

  it('are the only way to make a failure: none is made of a text in the code', () => {
    const makers = ['main/engine/failure.ts', 'main/sources/source.ts', 'main/store/errors.ts']
    const made = readSources().filter(
      ({ path, code }) =>
        !makers.includes(path) &&
        /\bnew (?:Failed|StoreFailure|Refusal)\(|\bkind: '\w+',\s+message: ['"`]/.test(code),
    )
    expect(made.map(({ path }) => path)).toEqual([])
  })
})

it('no screen reads a failure’s English itself: ui/failureText.tsx says it', () => {
  const reads =
    /[fF]ailure\??\.(?:message|hint)\b|\brefused\.(?:message|hint)\b|failureOf\(\w+\)\.|\{ (?:message|hint)[^}]*\} = failureOf/
  const readers = readSources().filter(
    ({ path, code }) =>
      path.startsWith('renderer/') && path !== 'renderer/ui/failureText.tsx' && reads.test(code),
  )
  expect(readers.map(({ path }) => path)).toEqual([])
})

describe('a phrase', () => {
  it('is said in English as the engine writes it: digits, ISO times, quotation marks', () => {
    expect(sentencesInEnglish(phraseOf('reviews.disputeTooLate', { until: { at: 0 } }))).toEqual({
      message: 'This review could be disputed until 1970-01-01T00:00:00.000Z; nothing was changed.',
      hint: 'Speak with the reviewer, who can void it.',
    })
    expect(inEnglish(phrase('problem.longer', { most: 20_000 }))).toBe('is longer than 20000 characters')
    expect(inEnglish(quoted('a "b"\n'))).toBe(String.raw`"a \"b\"\n"`)
  })

  it('chooses the plural, and writes a count with separators', () => {
    const unrated = (count: number) => {
      const names = { of: ['A', 'B'], by: 'list' } as const
      return sentencesInEnglish(phraseOf('reviews.unrated', { count, names })).message
    }
    expect(unrated(1)).toContain('One criterion is not rated yet (A, B)')
    expect(unrated(1200)).toContain('1,200 criteria are not rated yet')
  })

  it('says phrases within phrases, and lists as the language does', () => {
    const said = phrase('questions.todo.meant', { names: { of: ['agents', quoted('x')], by: 'or' } })
    expect(spoken(said, voice)).toBe('questions.todo.meant<agents<or>quoted<x>>')
    const day = phrase('hours.place.start', { day: phrase('hours.weekday.mon'), number: 1200 })
    expect(spoken(day, voice)).toBe('hours.place.start<hours.weekday.mon|№1200>')
    expect(spoken(phrase('problem.noneOf', { values: { of: ['a', 'b'], by: 'list' } }), voice)).toBe(
      'problem.noneOf<a、b>',
    )
  })

  it('takes nothing a value holds for words, a key or markup', () => {
    const odd = fc.constantFrom(
      '{{path}}',
      '$t(gap)',
      '$t(engine.bug.message)',
      '<b>',
      '$&',
      '%s',
      '{{- why}}',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, fc.string()), { maxLength: 4 }), (parts) => {
        const path = parts.join('')
        const { message } = sentencesInEnglish(phraseOf('files.unwritten', { path, why: path }))
        expect(message).toBe(`${path} could not be written: ${path}; nothing was changed.`)
      }),
    )
  })

  it('of a foreign text stays on one line and short', () => {
    expect(inline('a\nb\u0000')).toBe(String.raw`a\nb\u0000`)
    expect(inline('x'.repeat(500))).toHaveLength(80)
  })
})

describe('a problem in a schema', () => {
  it('comes back as the phrase it was', () => {
    const message = problem('problem.longer', { most: 5 })
    expect(problemOf(message)).toEqual({ key: 'problem.longer', values: { most: 5 } })
    expect(problemInEnglish(message)).toBe('is longer than 5 characters')
  })
  it('leaves the library’s own words as they are', () =>
    expect(problemOf('Invalid input: expected string')).toBe('Invalid input: expected string'))
})

it('both sentences are filled with the same values', () => {
  expect(sentencesOf({ key: 'k', values: { a: 1 } }, voice)).toEqual({
    message: 'k.message<№1>',
    hint: 'k.hint<№1>',
  })
})

// ── types: a wrong key, a missing value or one of the wrong kind does not compile ────────────────────────────────

// @ts-expect-error there is no such key
phrase('problem.no_such')
// @ts-expect-error its value is missing
phrase('problem.longer')
// @ts-expect-error a number is wanted
phrase('problem.longer', { most: '5' })
// @ts-expect-error there is no such place
phrase('problem.empty', { most: 5 })
// @ts-expect-error both sentences of a failure are no part of one
phrase('transcripts.none')

/** Shows what it is asked. */
const voice: Voice = {
  words: (key, values) => {
    const given = Object.values(values)
    return key === 'or' ? '<or>' : given.length === 0 ? key : `${key}<${given.join('|')}>`
  },
  number: (value) => `№${value}`,
  moment: (at) => `at ${at}`,
  signs: { list: '、', part: '；' },
}

/** Each key with its places; both sentences of a failure are one. */
function entriesOf(tree: object, before = ''): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(tree).flatMap(([name, words]: [string, unknown]) => {
    const key = before + name
    if (typeof words === 'string') return [[key, placesIn([words])] as const]
    const within = words as Readonly<Record<string, unknown>>
    return typeof within['hint'] === 'string'
      ? [[key, placesIn(Object.values(within) as string[])] as const]
      : entriesOf(within, `${key}.`)
  })
}

function placesIn(texts: readonly string[]): readonly string[] {
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))),
  ].toSorted()
}

function patternOf(text: string): RegExp {
  return new RegExp(
    `^${text
      .split(hole)
      .map((part) => part.replaceAll('.', String.raw`\.`))
      .join(String.raw`[\w]+`)}$`,
  )
}
