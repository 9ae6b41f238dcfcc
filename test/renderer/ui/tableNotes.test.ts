import { describe, expect, it } from 'vitest'
import { type Shown, tableNotes } from '../../../src/renderer/ui/tableNotes.ts'
import { localeFormats } from '../../../src/shared/languages.ts'
import type { Text } from '../../../src/renderer/ui/text.ts'

/** The key, then the values: what is said, without how. */
const text: Text = (key, values) => [key, ...Object.values(values ?? {})].join(' ')
const metricText = {
  name: (metric: string) => metric,
  inSentence: (metric: string) => metric,
  definition: () => 'Defined so.',
  bucket: String,
}
const { signs } = localeFormats.en
const shown: Shown = {
  workspace: 'Nordlicht',
  period: '4–10 May',
  zone: 'Europe/Berlin',
  before: '27 Apr–3 May',
  filters: [
    { what: 'Teams', names: ['Orders', 'Returns'] },
    { what: 'Agents', names: [] },
  ],
  hours: 'business',
  metrics: ['csat_score'],
}

describe('what is printed under a saved table', () => {
  it('says of whom, when, against what, filtered how, measured how, and what the figures are', () => {
    expect(tableNotes(shown, text, metricText, signs)).toEqual([
      'export.about Nordlicht 4–10 May Europe/Berlin',
      'export.before 27 Apr–3 May',
      'export.filters Teams Orders, Returns',
      'export.hours.business',
      'csat_score: Defined so.',
    ])
  })

  it('says that nothing is filtered, and nothing of a comparison there is not', () => {
    expect(tableNotes({ ...shown, before: null, filters: [] }, text, metricText, signs).slice(1, 2)).toEqual([
      'export.unfiltered',
    ])
  })
})
