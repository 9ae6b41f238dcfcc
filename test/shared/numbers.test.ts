import { describe, expect, it } from 'vitest'
import { type Language, languages } from '../../src/shared/contract.ts'
import { localeFormats } from '../../src/shared/languages.ts'
import { formatFor } from '../../src/shared/numbers.ts'

const now = Date.parse('2026-05-11T12:00:00Z')
const nextMonth = Date.parse('2026-06-10T00:00:00Z')
const yearBefore = Date.parse('2025-04-14T00:00:00Z')
const formats = new Map(languages.map((language) => [language, formatFor(language, 'UTC', now)]))
const said = (say: (format: ReturnType<typeof formatFor>) => string) =>
  Object.fromEntries(
    [...formats].map(([language, format]) => [language, say(format).replaceAll(spaces, '_')]),
  )
/** Those that do not break; an ordinary one shows where a line may end. */
const spaces = /[\u00A0\u202F]/g

describe('in every language', () => {
  it('a count has its separators', () => {
    expect(said(({ count }) => count(41_208))).toEqual({
      en: '41,208',
      de: '41.208',
      fr: '41_208',
      es: '41.208',
      'zh-TW': '41,208',
    })
  })
  it('a rate keeps its sign on the line', () => {
    expect(said(({ rate }) => rate(0.017))).toEqual({
      en: '1.7%',
      de: '1,7_%',
      fr: '1,7_%',
      es: '1,7_%',
      'zh-TW': '1.7%',
    })
  })
  it('a duration has its two largest units', () => {
    expect(said(({ duration }) => duration(4320))).toEqual({
      en: '1_h_12_min',
      de: '1_Std._12_Min.',
      fr: '1_h_12_min',
      es: '1_h_12_min',
      'zh-TW': '1_小時_12_分',
    })
    expect(said(({ duration }) => duration(2 * 86_400 + 3 * 3600))).toMatchObject({
      de: '2_Tg._3_Std.',
      fr: '2_j_3_h',
      'zh-TW': '2_天_3_小時',
    })
  })
  it('hours of a week are not told in days', () => {
    expect(said(({ hours }) => hours(40 * 60 + 30))).toEqual({
      en: '40_h_30_min',
      de: '40_Std._30_Min.',
      fr: '40_h_30_min',
      es: '40_h_30_min',
      'zh-TW': '40_小時_30_分',
    })
    expect(said(({ hours }) => hours(2400))).toMatchObject({ en: '40_h' })
  })
  it('a change between rates is in points', () => {
    expect(said(({ change }) => change(0.412, 0.4, 'rate'))).toEqual({
      en: '+1.2_pt',
      de: '+1,2_Pkt.',
      fr: '+1,2_pt',
      es: '+1,2_pp',
      'zh-TW': '+1.2_百分點',
    })
  })
  it('a day has its weekday and no comma', () => {
    expect(said(({ date }) => date(now))).toEqual({
      en: 'Mon 11 May',
      de: 'Mo. 11. Mai',
      fr: 'lun. 11 mai',
      es: 'lun 11 may',
      'zh-TW': '5月11日 週一',
    })
  })
  it('the clock has 24 hours, midnight 00', () => {
    for (const format of formats.values()) {
      expect(format.time(Date.parse('2026-05-11T00:05:00Z'))).toBe('00:05')
      expect(format.exactTime(Date.parse('2026-05-11T14:32:09Z'))).toBe('14:32:09')
    }
  })
  it('a range has a dash and no spaces around it', () => {
    expect(said(({ period }) => period(now, nextMonth))).toEqual({
      en: '11 May–9 Jun',
      de: '11. Mai–9. Juni',
      fr: '11 mai–9 juin',
      es: '11 may–9 jun',
      'zh-TW': '5/11–6/9',
    })
    expect(said(({ period }) => period(yearBefore, now))).toMatchObject({
      fr: '14 avr. 2025–11 mai 2026',
      'zh-TW': '2025/4/14–2026/5/11',
    })
  })
  it('bytes have the language’s unit', () => {
    expect(said(({ bytes }) => bytes(1_400_000))).toEqual({
      en: '1.4_MB',
      de: '1,4_MB',
      fr: '1,4_Mo',
      es: '1,4_MB',
      'zh-TW': '1.4_MB',
    })
  })
  it('what is not known is a dash', () => {
    for (const {
      count,
      rate,
      duration,
      hours,
      date,
      period,
      weekday,
      weekdays,
      dayLabel,
      ...rest
    } of formats.values()) {
      for (const say of [count, rate, duration, hours, date, rest.time, rest.bytes, rest.score, rest.money])
        expect(say(null)).toBe('–')
      expect([period(now, now), dayLabel('2026-05-11'), ...weekdays.map(weekday)].join('')).not.toMatch(
        /NaN|Invalid|undefined/,
      )
    }
  })
})

describe('a week', () => {
  it('is laid out as calendars of the language show it', () => {
    expect(formats.get('en')?.weekdays).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(formats.get('zh-TW')?.weekdays).toEqual([7, 1, 2, 3, 4, 5, 6])
    expect(
      formats
        .get('zh-TW')
        ?.weekdays.map((day) => formats.get('zh-TW')?.weekday(day))
        .join(' '),
    ).toBe('週日 週一 週二 週三 週四 週五 週六')
  })
  it.each(languages)('begins in %s where Intl says it does', (language) => {
    expect(localeFormats[language].firstWeekday).toBe(firstDayByIntl(language))
  })
})

/** The types of the platform do not know it yet. */
function firstDayByIntl(language: Language): number {
  const locale = new Intl.Locale(localeFormats[language].locale) as Intl.Locale & {
    getWeekInfo(): { readonly firstDay: number }
  }
  return locale.getWeekInfo().firstDay
}
