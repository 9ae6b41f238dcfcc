/** What the engine refuses, over the web console's own transport, as the page says it: in each language while it is shown. */
import { QueryClientProvider } from '@tanstack/react-query'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { failed } from '../../../src/main/engine/failure.ts'
import { checkSchedule } from '../../../src/main/schedule/scheduleSchema.ts'
import type { Api, Failure, Language } from '../../../src/shared/contract.ts'
import { listed, phrase } from '../../../src/shared/phrases.ts'
import type { ScheduleDraft } from '../../../src/shared/reporting.ts'
import { wordsOf } from '../../support/localeFiles.ts'
import { weeklyDraft } from '../../support/scheduleDraft.ts'
import { openWebConsole } from '../../support/openWebConsole.ts'

// What hangs on the bar above the screens, which is not there.
vi.mock('../../../src/renderer/selection.ts', () => ({ useZone: () => 'UTC', useNow: () => 0 }))

const untold: Failure = { kind: 'invalid', message: 'An older sentence.', hint: 'As it is.' }
const engine = {
  saveSchedule: async (draft: ScheduleDraft) => checkSchedule(draft),
  saveSettings: async () => {
    throw failed('invalid', 'flags.tooLong', {
      what: phrase('flags.what.reason'),
      length: 12_345,
      most: 2000,
    })
  },
  actOnReview: async () => {
    throw failed('invalid', 'reviews.disputeTooLate', { until: { at: Date.UTC(2026, 4, 3, 12) } })
  },
  acknowledge: async () => {
    throw failed('invalid', 'reviews.unrated', { count: 2, names: listed(['<b>A</b>', '{{count}} $t(gap)']) })
  },
} as unknown as Api

let page: typeof import('../../../src/renderer/api.ts')
let text: typeof import('../../../src/renderer/ui/text.ts')
let parts: typeof import('../../../src/renderer/ui/failureText.tsx')
let end: () => Promise<void>

beforeAll(async () => {
  const { transport, origin, close } = await openWebConsole({ api: engine, listen: () => () => undefined })
  vi.stubGlobal('window', { transport })
  vi.stubGlobal('location', { hash: '#', search: '', pathname: '/', origin })
  vi.stubGlobal('history', { replaceState: () => undefined })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('document', { documentElement: {} })
  page = await import('../../../src/renderer/api.ts')
  text = await import('../../../src/renderer/ui/text.ts')
  parts = await import('../../../src/renderer/ui/failureText.tsx')
  end = async () => {
    vi.unstubAllGlobals()
    await close()
  }
})
afterAll(() => end())

describe('a request that is refused', () => {
  it('is said in German, and in French once the language is another', async () => {
    const failure = await refusalOf(page.api.saveSchedule({ ...draft, name: '', formats: [] }))
    const said: string[] = []
    for (const language of ['de', 'fr', 'zh-TW'] as const) {
      await text.setLanguage(language)
      const words = wordsIn(language)
      const reasons = [words('schedules.reason.noName'), words('schedules.reason.noFormat')]
      const reason = reasons.join(language === 'fr' ? '\u202F; ' : language === 'de' ? '; ' : '；')
      const message = words('schedules.wrong.message').replace('{{reasons}}', reason)
      const gap = language === 'zh-TW' ? '' : ' '
      said.push(`<strong>${message}</strong>${gap}${words('schedules.wrong.hint')}`)
      expect(markup(failure)).toBe(said.at(-1))
    }
    expect(new Set(said).size).toBe(3)
  })

  it('keeps its English for the command line and logs', async () => {
    await text.setLanguage('de')
    expect(await refusalOf(page.api.saveSchedule({ ...draft, name: '' }))).toMatchObject({
      kind: 'invalid',
      message: 'The schedule was not kept: a schedule needs a name.',
      hint: 'Correct it, and save it again.',
    })
  })

  it('has numbers and dates as the language writes them', async () => {
    const long = await refusalOf(page.api.saveSettings({}))
    const late = await refusalOf(page.api.actOnReview('r', { kind: 'submit' }))
    await text.setLanguage('de')
    expect(markup(long)).toContain('12.345')
    expect(markup(late)).toContain('3. Mai 2026')
    await text.setLanguage('fr')
    expect(markup(long)).toContain('12\u202F345')
    expect(markup(late)).toContain('3 mai 2026')
  })

  it('takes nothing in a value for markup or words', async () => {
    const { acknowledge } = page.api as unknown as { readonly acknowledge: () => Promise<void> }
    const failure = await refusalOf(acknowledge())
    await text.setLanguage('de')
    expect(markup(failure)).toContain('&lt;b&gt;A&lt;/b&gt;, {{count}} $t(gap)')
  })

  it('is said in English where there are no words, or none that are known here', async () => {
    await text.setLanguage('de')
    const newer: Failure = { ...untold, words: { key: 'of.a.newer.engine' } }
    for (const failure of [untold, newer])
      expect(markup(failure)).toBe('<strong>An older sentence.</strong> As it is.')
  })
})

it('what breaks on the page is said in the language as well', async () => {
  const failure = page.failureOf(new TypeError('x is undefined'))
  await text.setLanguage('es')
  const words = wordsIn('es')
  expect(markup(failure)).toBe(`<strong>${words('page.broken.message')}</strong> x is undefined`)
})

const draft = weeklyDraft('/reports')

async function refusalOf(asked: Promise<unknown>): Promise<Failure> {
  return asked.then(
    () => expect.unreachable('nothing was refused'),
    (error: unknown) => page.failureOf(error),
  )
}

function markup(failure: Failure): string {
  return renderToStaticMarkup(inPage(createElement(parts.FailureLine, { failure })))
}

function inPage(children: ReactNode): ReactNode {
  return createElement(QueryClientProvider, { client: page.answers }, children)
}

function wordsIn(language: Language): (key: string) => string {
  const folder = new URL('../../../src/shared/locales', import.meta.url).pathname
  const words = wordsOf(language, { file: 'failures.json', name: 'failures', folder })
  return (key) => words.get(key) ?? expect.unreachable(`no ${key} in ${language}`)
}
