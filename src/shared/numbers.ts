/** Numbers and times in words, after the table in design/mock/look.md. Pure: language, zone and now are given. */
import type { MetricUnit } from './metrics.ts'
import type { Language } from './contract.ts'
import { type LocaleFormat, localeFormats, type Signs } from './languages.ts'

export interface Format {
  /** `41,208` */
  readonly count: (value: number | null | undefined) => string
  /** A share of 1: `1.7%` under ten per cent, `88%` above; `digits` fixes the places. */
  readonly rate: (value: number | null | undefined, digits?: number) => string
  /** A mean such as `4.3`. */
  readonly score: (value: number | null | undefined) => string
  /** A sum of money to the hundredth, `1,204.50`; from ten thousand on whole. Its currency stands beside it, where one is known. */
  readonly money: (value: number | null | undefined) => string
  /** Seconds in the two largest units: `1 h 12 min`. */
  readonly duration: (seconds: number | null | undefined) => string
  /** Minutes in hours, however many: `40 h 30 min`. Nobody counts a week's work in days of 24. */
  readonly hours: (minutes: number | null | undefined) => string
  /** The difference with its sign: points for rates, per cent for counts, time for seconds. */
  readonly change: (
    now: number | null | undefined,
    before: number | null | undefined,
    unit: MetricUnit | 'difference',
  ) => string
  /** `Mon 11 May`, with the year when it is not this one. */
  readonly date: (ms: number | null | undefined) => string
  /** `14:32` in the zone. */
  readonly time: (ms: number | null | undefined) => string
  /** `14:32:09`, as proof. */
  readonly exactTime: (ms: number | null | undefined) => string
  /** `Mon 11 May 14:32` */
  readonly dateTime: (ms: number | null | undefined) => string
  /** How long ago, under a day (`9 min`); the date otherwise. */
  readonly relative: (ms: number | null | undefined) => string
  /** 1…7 to `Mon`…`Sun`. */
  readonly weekday: (day: number) => string
  /**
   * 1 (Monday) … 7 (Sunday) in the order the language's calendars show them. Only how days are laid out: a week that is
   * counted ("last week", `2026-W19`) runs from Monday to Sunday in every language, as design/metrics.md has it.
   */
  readonly weekdays: readonly number[]
  /** What stands between words that are put together: names, clauses, sentences. */
  readonly signs: Signs
  /** The words with the sign that ends a sentence; those that end in one (German units do) have it already. */
  readonly sentence: (words: string) => string
  /** `2026-05-11` to `11 May`, in Chinese `5/11`. */
  readonly dayLabel: (key: string) => string
  /** `14 Apr–11 May`, both included; months, days and years named once. `to` is exclusive. */
  readonly period: (from: number, to: number) => string
  readonly bytes: (value: number | null | undefined) => string
  /** A number beside a chart's axis: as many places as it needs, two at most. */
  readonly axis: (value: number) => string
}

const none = '–'
const minus = '−'
/** Between a number and its unit: narrow, and never broken. */
const thin = '\u202f'
/** Two units are two words, but one value: it does not break either. */
const unbroken = '\u00a0'
/** Between the ends of a range: spaced dashes, and Chinese's word for "to". */
const rangeSign = /\s*[–至]\s*/

// Intl's formats cost tens of microseconds to make and a page uses hundreds: each is made once.
const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function numberFormat(locale: string, digits: number, least = digits): Intl.NumberFormat {
  const key = `${locale} ${least} ${digits}`
  const known = numberFormats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: digits })
  numberFormats.set(key, made)
  return made
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = dateFormats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
  dateFormats.set(key, made)
  return made
}

/** One formatter for a language and a zone. `now` (epoch milliseconds) decides what is "this year" and how long ago. */
export function formatFor(language: Language, zone: string, now: number): Format {
  const { locale, units, bytes, signs, spacedPercent, firstWeekday } = localeFormats[language]
  const number = (value: number, digits: number) =>
    numberFormat(locale, digits).format(value).replace(/^-/, minus)
  const whole = (value: number) => number(value, 0)
  const percent = (value: number, digits: number) =>
    number(value * 100, digits) + (spacedPercent ? `${thin}%` : '%')
  const stamp = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options })
  const year = stamp({ year: 'numeric' })
  const day = stamp({ weekday: 'short', day: 'numeric', month: 'short' })
  const dayAndYear = stamp({ day: 'numeric', month: 'short', year: 'numeric' })
  const clock = stamp({ hour: '2-digit', minute: '2-digit' })
  const exactClock = stamp({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
  const range = stamp({ day: 'numeric', month: 'short' })

  const count = orNone((value: number) => whole(Math.round(value)))
  const duration = orNone((seconds: number) => durationIn(seconds, units, whole))
  const date = orNone((ms: number) =>
    year.format(ms) === year.format(now) ? dayWords(day, ms) : dayAndYear.format(ms),
  )
  const time = orNone((ms: number) => clock.format(ms))
  const dateTime = orNone((ms: number) => `${date(ms)} ${time(ms)}`)

  return {
    count,
    rate: (value, digits) =>
      value === null || value === undefined
        ? none
        : percent(value, digits ?? (Math.abs(value) < 0.0995 ? 1 : 0)),
    score: orNone((value: number) => number(value, 1)),
    money: orNone((value: number) => number(value, Math.abs(value) < 10_000 ? 2 : 0)),
    duration,
    hours: orNone((minutes: number) =>
      joined(
        [
          [Math.floor(minutes / 60), 'h'],
          [Math.round(minutes % 60), 'min'],
        ],
        units,
        whole,
      ),
    ),
    change: (after, before, unit) => {
      if (after === null || after === undefined || before === null || before === undefined) return none
      const difference = after - before
      switch (unit) {
        case 'seconds':
          return signed(Math.round(difference), (size) => duration(size))
        case 'rate': {
          const points = Math.round(difference * 1000) / 10
          return signed(points, (size) => `${number(size, size % 1 === 0 ? 0 : 1)}${thin}${units.pt}`)
        }
        case 'score':
          return signed(Math.round(difference * 10) / 10, (size) => number(size, 1))
        case 'difference':
          return signed(Math.round(difference), whole)
        case 'money':
        case 'count': {
          if (before === 0) return after === 0 ? signed(0, (size) => percent(size, 1)) : none
          const share = Math.round((difference / before) * 1000) / 1000
          return signed(share, (size) => percent(size, size >= 1 ? 0 : 1))
        }
      }
    },
    date,
    time,
    exactTime: orNone((ms: number) => exactClock.format(ms)),
    dateTime,
    relative: orNone((ms: number) => {
      const seconds = Math.round((now - ms) / 1000)
      if (seconds < 0 || seconds >= 86_400) return date(ms)
      if (seconds < 60) return duration(seconds)
      const minutes = Math.round(seconds / 60)
      return duration(minutes < 60 ? minutes * 60 : Math.round(minutes / 60) * 3600)
    }),
    weekday: (weekday) =>
      // 1 January 2024 was a Monday.
      dateFormat(locale, { weekday: 'short', timeZone: 'UTC' })
        .format(Date.UTC(2024, 0, weekday))
        .replace('.', ''),
    weekdays: Array.from({ length: 7 }, (_, day) => ((day + firstWeekday - 1) % 7) + 1),
    signs,
    sentence: (words) => (words.endsWith(signs.stop) ? words : words + signs.stop),
    dayLabel: (key) => {
      const ms = Date.parse(`${key}T00:00:00Z`)
      if (Number.isNaN(ms)) return key
      const month = language === 'zh-TW' ? 'numeric' : 'short'
      return dateFormat(locale, { day: 'numeric', month, timeZone: 'UTC' }).format(ms)
    },
    period: (from, to) => {
      const last = Math.max(from, to - 1)
      const thisYear = year.format(from) === year.format(now) && year.format(last) === year.format(now)
      const words = (thisYear ? range : dayAndYear).formatRange(from, last)
      return words.replace(rangeSign, '–')
    },
    axis: (value) => numberFormat(locale, 2, 0).format(value).replace(/^-/, minus),
    bytes: orNone((value: number) => bytesIn(value, bytes, number)),
  }
}

function orNone(format: (value: number) => string): (value: number | null | undefined) => string {
  return (value) => (value === null || value === undefined || Number.isNaN(value) ? none : format(value))
}

function signed(value: number, size: (value: number) => string): string {
  const sign = value > 0 ? '+' : value < 0 ? minus : '±'
  return sign + size(Math.abs(value))
}

/** Weekday and day with one space between them and no comma: Chinese writes none by itself, German and Spanish a comma. */
function dayWords(format: Intl.DateTimeFormat, ms: number): string {
  const words = format.formatToParts(ms).map(({ type, value }) => (type === 'weekday' ? ` ${value} ` : value))
  return words
    .join('')
    .replaceAll(/[\s,]+/g, ' ')
    .trim()
}

/** The two largest units; what is below is rounded away, never cut. */
function durationIn(
  seconds: number,
  words: LocaleFormat['units'],
  number: (value: number) => string,
): string {
  const negative = seconds < 0 ? minus : ''
  const whole = Math.round(Math.abs(seconds))
  const parts = (...pairs: Parts) => negative + joined(pairs, words, number)
  if (whole < 60) return parts([whole, 's'])
  if (whole < 3600) return parts([Math.floor(whole / 60), 'min'], [whole % 60, 's'])
  const minutes = Math.round(whole / 60)
  if (minutes < 1440) return parts([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min'])
  const hours = Math.round(whole / 3600)
  return parts([Math.floor(hours / 24), 'd'], [hours % 24, 'h'])
}

type Parts = readonly (readonly [value: number, unit: keyof LocaleFormat['units']])[]

/** Numbers with their units; what is nothing after the first is left out. */
function joined(parts: Parts, words: LocaleFormat['units'], number: (value: number) => string): string {
  return parts
    .filter(([value], index) => index === 0 || value !== 0)
    .map(([value, unit]) => `${number(value)}${thin}${words[unit]}`)
    .join(unbroken)
}

function bytesIn(
  bytes: number,
  names: LocaleFormat['bytes'],
  number: (value: number, digits: number) => string,
): string {
  let size = bytes
  let step = 0
  while (size >= 1000 && step < names.length - 1) {
    size /= 1000
    step += 1
  }
  return `${number(size, step > 0 && size < 10 ? 1 : 0)}${thin}${names[step] ?? ''}`
}
