import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { namespaces, pluralBase, wordsOf } from '../support/localeFiles.ts'
import { hole, readSources, type Source, sourceOf } from '../support/sourceKeys.ts'

const sources = readSources()
/** Namespace to its keys in English, a plural as one key. */
const words = new Map(
  namespaces.map((namespace) => {
    const english = wordsOf('en', namespace)
    const keys = [...english.keys()].map((key) => pluralBase(key, english) ?? key.replace(/_zero$/, ''))
    return [basename(namespace.file, '.json'), new Set(keys)] as const
  }),
)
/** Keys here are what the data says, codes of the platform; and what `test/shared/phrases.test.ts` holds to the engine. */
const keyedByData = new Set(['codes', 'failures'])
/** Looked into where a screen's own words lack a key: `fallbackNS`. */
const fallback = 'conversation'

describe('a key', () => {
  it('that a source asks for has words', () => {
    const missing = sources.flatMap(({ path, asked }) =>
      asked.flatMap(({ namespaces: spoken, keys }) =>
        keys
          .filter((key) => key !== hole && !isSaid(key, [...spoken, fallback]))
          .map((key) => `${path}: ${spoken.join('|')}:${key.replaceAll(hole, '${}')}`),
      ),
    )
    expect(missing).toEqual([])
  })

  it.each([...words].filter(([namespace]) => !keyedByData.has(namespace)))(
    'of %s is asked for by a source',
    (namespace, keys) => {
      const asking = patternsOf(sources.filter((source) => mayAsk(source, namespace)))
      expect([...keys].filter((key) => !asking.some((pattern) => pattern.test(key)))).toEqual([])
    },
  )
})

describe('the search for keys', () => {
  const found = (code: string) => sourceOf('x.tsx', code).asked.map(({ keys }) => keys)
  it('sees both sides of a choice and not what it is made by', () =>
    expect(found("const text = useText('now')\ntext(kind === 'a' ? 'one' : 'two', { name: 'x' })")).toEqual([
      ['one', 'two'],
    ]))
  it('sees what a template with a choice in it can be', () => {
    expect(sourceOf('x.ts', "text(`${soFar ? 'soFar' : 'whole'}.${unit}`)").strings).toEqual(
      expect.arrayContaining([`soFar.${hole}`, `whole.${hole}`]),
    )
  })
  it('sees calls within templates and within tags, and none in comments', () => {
    const code =
      "const say = useText('now') // say('comment')\n<p title={`${say('a')} b`}>it’s {say(`k.${x}`)}</p>"
    expect(found(code)).toEqual([['a'], [`k.${hole}`]])
  })
})

function isSaid(key: string, spoken: readonly string[]): boolean {
  const [, named, rest = ''] = /^(\w+):(.*)$/.exec(key) ?? []
  if (named !== undefined) return isSaid(rest, [named])
  const pattern = patternOf(key)
  return spoken.some((namespace) => [...(words.get(namespace) ?? [])].some((one) => pattern.test(one)))
}

/** A file whose functions are handed in may ask for anything; every file may, of what is looked into at last. */
function mayAsk(source: Source, namespace: string): boolean {
  return (
    namespace === fallback ||
    source.namespaces.size === 0 ||
    source.namespaces.has(namespace) ||
    namesOf(source).has(namespace)
  )
}

/** Namespaces named before a colon. */
function namesOf({ strings }: Source): ReadonlySet<string> {
  return new Set(strings.flatMap((text) => /^(\w+):/.exec(text)?.[1] ?? []))
}

function patternsOf(from: readonly Source[]): readonly RegExp[] {
  const strings = new Set(from.flatMap((source) => source.strings.map((text) => text.replace(/^\w+:/, ''))))
  return [...strings].filter((text) => /[a-z]/i.test(text) && /^[\w.\0-]+$/.test(text)).map(patternOf)
}

/** What stands in a template's hole may be anything. */
function patternOf(key: string): RegExp {
  return new RegExp(
    `^${key
      .split(hole)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`))
      .join('.+')}$`,
  )
}
