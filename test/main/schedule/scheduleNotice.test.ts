import { describe, expect, it } from 'vitest'
import type { ScheduleNews } from '../../../src/main/schedule/scheduleDesk.ts'
import { scheduleNotice } from '../../../src/main/schedule/scheduleNotice.ts'
import { type Language, languages } from '../../../src/shared/contract.ts'
import type { ScheduleRun } from '../../../src/shared/reporting.ts'
import { weeklyDraft } from '../../support/scheduleDraft.ts'

const now = Date.parse('2026-05-12T08:00Z')

function newsOf(name: string, change: Partial<ScheduleRun> = {}): ScheduleNews {
  const due = Date.parse('2026-05-11T05:00Z')
  return {
    schedule: { ...weeklyDraft('/reports', { name, patience: 0 }), id: name, since: 0 },
    run: {
      schedule: name,
      from: Date.parse('2026-05-03T22:00Z'),
      to: Date.parse('2026-05-10T22:00Z'),
      dueAt: due,
      state: 'done',
      tries: 1,
      triedAt: due,
      madeAt: due,
      files: [],
      completeTo: null,
      reason: null,
      told: true,
      ...change,
    },
  }
}

describe('what is told of reports', () => {
  it('says why one was not made in the language of the person, where the reason has words', () => {
    const reasonWords = { key: 'files.exportFull.message', values: { file: '/a {{file}}.pdf' } }
    const failed = newsOf('Weekly', { state: 'failed', reason: 'The disk is full.', reasonWords })
    const body = (language: Language) => scheduleNotice([failed], language, now).body
    expect(body('en')).toBe('The disk is full: /a {{file}}.pdf was not written.')
    expect(new Set(languages.map(body)).size).toBe(languages.length)
    for (const language of languages) expect(body(language)).toContain('/a {{file}}.pdf')
  })

  it('says of one what it is, where it lies, and how far its data went', () => {
    expect(scheduleNotice([newsOf('Weekly')], 'en', now)).toMatchObject({
      title: 'Weekly: the report is there',
      body: '4–10 May, in /reports',
      place: 'reports',
    })
    const partial = newsOf('Weekly', { completeTo: Date.parse('2026-05-09T10:00Z') })
    expect(scheduleNotice([partial], 'en', now).body).toContain('Data was complete only to Sat 9 May 12:00.')
    expect(scheduleNotice([newsOf('Weekly', { recomputed: 0.42 })], 'en', now).body).toBe(
      '4–10 May, in /reports · figures were still being recomputed, 42% done',
    )
    const failed = newsOf('Weekly', { state: 'failed', reason: 'The disk is full.' })
    expect(scheduleNotice([failed], 'de', now)).toMatchObject({
      title: 'Weekly: Der Bericht konnte nicht erstellt werden',
      body: 'The disk is full.',
    })
  })

  it('counts several in one line, made and not made apart, and names each schedule once', () => {
    const several = ['A', 'B', 'B', 'C', 'D'].map((name) => newsOf(name))
    const failed = newsOf('E', { state: 'failed', triedAt: now })
    expect(scheduleNotice([...several, failed], 'en', now)).toMatchObject({
      title: '5 reports are there · 1 report could not be made',
      body: 'Since Mon 11 May 07:00: A · B · C · and 2 more',
    })
    expect(scheduleNotice([failed, failed], 'en', now).title).toBe('2 reports could not be made')
  })

  it('is the same notice in two windows, and another one the next time', () => {
    const ids = [now, now, now + 1].map((moment) => scheduleNotice([newsOf('A')], 'en', moment).id)
    expect(new Set(ids).size).toBe(2)
  })

  it.each(languages)('has words for it in %s', (language) => {
    const { title, body } = scheduleNotice(
      [newsOf('A'), newsOf('B'), newsOf('C'), newsOf('D', { state: 'failed' })],
      language,
      now,
    )
    expect(`${title} ${body}`).not.toMatch(/\{\{|undefined|notMade|schedule\./u)
    if (language !== 'en') expect(title).not.toContain('report ')
  })
})
