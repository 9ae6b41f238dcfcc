/** Numbers and times in words, after the table in design/mock/look.md. Pure: language, zone and now are given. */
import type { MetricUnit } from './metrics.ts'
import type { Language } from './contract.ts'

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
  /** `2026-05-11` to `11 May`. */
  readonly dayLabel: (key: string) => string
  /** `14 Apr–11 May`, both included; months, days and years named once. `to` is exclusive. */
  readonly period: (from: number, to: number) => string
  readonly bytes: (value: number | null | undefined) => string
}

const none = '–'
const minus = '−'
/** Between a number and its unit: narrow, and never broken. */
const thin = '\u202f'

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' }
const units: Readonly<Record<Language, Readonly<Record<'d' | 'h' | 'min' | 's' | 'pt', string>>>> = {
  en: { d: 'd', h: 'h', min: 'min', s: 's', pt: 'pt' },
  de: { d: 'Tg.', h: 'Std.', min: 'Min.', s: 'Sek.', pt: 'Pkt.' },
}

// Intl's formats cost tens of microseconds to make and a page uses hundreds: each is made once.
const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`
  const known = numberFormats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
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
  const locale = locales[language]
  const number = (value: number, digits: number) =>
    numberFormat(locale, digits).format(value).replace(/^-/, minus)
  const percent = (value: number, digits: number) =>
    number(value * 100, digits) + (language === 'de' ? `${thin}%` : '%')
  const stamp = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options })
  const year = stamp({ year: 'numeric' })
  const day = stamp({ weekday: 'short', day: 'numeric', month: 'short' })
  const dayAndYear = stamp({ day: 'numeric', month: 'short', year: 'numeric' })
  const clock = stamp({ hour: '2-digit', minute: '2-digit' })
  const exactClock = stamp({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
  const range = stamp({ day: 'numeric', month: 'short' })

  const count = orNone((value: number) => number(Math.round(value), 0))
  const duration = orNone((seconds: number) =>
    durationIn(seconds, units[language], (part) => number(part, 0)),
  )
  const date = orNone((ms: number) =>
    (year.format(ms) === year.format(now) ? day : dayAndYear).format(ms).replace(',', ''),
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
    change: (after, before, unit) => {
      if (after === null || after === undefined || before === null || before === undefined) return none
      const difference = after - before
      switch (unit) {
        case 'seconds':
          return signed(Math.round(difference), (size) => duration(size))
        case 'rate': {
          const points = Math.round(difference * 1000) / 10
          return signed(
            points,
            (size) => `${number(size, size % 1 === 0 ? 0 : 1)}${thin}${units[language].pt}`,
          )
        }
        case 'score':
          return signed(Math.round(difference * 10) / 10, (size) => number(size, 1))
        case 'difference':
          return signed(Math.round(difference), (size) => number(size, 0))
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
    dayLabel: (key) => {
      const ms = Date.parse(`${key}T00:00:00Z`)
      if (Number.isNaN(ms)) return key
      return dateFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(ms)
    },
    period: (from, to) => {
      const last = Math.max(from, to - 1)
      const thisYear = year.format(from) === year.format(now) && year.format(last) === year.format(now)
      const words = (thisYear ? range : dayAndYear).formatRange(from, last)
      return words.replace(/\s*–\s*/, '–')
    },
    bytes: orNone((value: number) => bytesIn(value, number)),
  }
}

function orNone(format: (value: number) => string): (value: number | null | undefined) => string {
  return (value) => (value === null || value === undefined || Number.isNaN(value) ? none : format(value))
}

function signed(value: number, size: (value: number) => string): string {
  const sign = value > 0 ? '+' : value < 0 ? minus : '±'
  return sign + size(Math.abs(value))
}

type UnitWords = (typeof units)[Language]

/** The two largest units; what is below is rounded away, never cut. */
function durationIn(seconds: number, words: UnitWords, number: (value: number) => string): string {
  const negative = seconds < 0 ? minus : ''
  const whole = Math.round(Math.abs(seconds))
  const part = (value: number, unit: string) => `${number(value)}${thin}${unit}`
  const pair = (large: number, largeUnit: string, small: number, smallUnit: string) =>
    // Two units are two words, but one value: it does not break either.
    negative + part(large, largeUnit) + (small === 0 ? '' : `\u00a0${part(small, smallUnit)}`)
  if (whole < 60) return negative + part(whole, words.s)
  if (whole < 3600) return pair(Math.floor(whole / 60), words.min, whole % 60, words.s)
  const minutes = Math.round(whole / 60)
  if (minutes < 1440) return pair(Math.floor(minutes / 60), words.h, minutes % 60, words.min)
  const hours = Math.round(whole / 3600)
  return pair(Math.floor(hours / 24), words.d, hours % 24, words.h)
}

function bytesIn(bytes: number, number: (value: number, digits: number) => string): string {
  const names = ['B', 'kB', 'MB', 'GB', 'TB']
  let size = bytes
  let step = 0
  while (size >= 1000 && step < names.length - 1) {
    size /= 1000
    step += 1
  }
  return `${number(size, step > 0 && size < 10 ? 1 : 0)}${thin}${names[step] ?? ''}`
}
