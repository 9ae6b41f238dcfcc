/** Spans of time, times of the day and dates that an answer names. */
import { foldWord } from '../text/fold.ts'
import { tokenize, type Token } from '../text/tokens.ts'
import { hanNumber, numerals } from './numerals.ts'
import type { Statement } from './statement.ts'

type Unit = 'min' | 'h' | 'd' | 'wd' | 'w' | 'mo' | 'y'

const words: Readonly<Record<Unit, string>> = {
  min: 'minute minutes min mins minuten minuto minutos minuti minuut',
  h: 'h hour hours hrs hr stunde stunden std heure heures hora horas ora ore uur uren',
  d: 'day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen',
  wd: 'werktag werktage werktagen arbeitstag arbeitstage arbeitstagen werkdag werkdagen',
  w: 'week weeks woche wochen semaine semaines semana semanas settimana settimane weken',
  mo: 'month months monat monate monaten mois mes meses mês mese mesi maand maanden',
  y: 'year years jahr jahre jahren an ans année années año años ano anos anno anni jaar',
}
const units: ReadonlyMap<string, Unit> = new Map(
  (Object.entries(words) as [Unit, string][]).flatMap(([unit, list]) =>
    list.split(' ').map((word): readonly [string, Unit] => [foldWord(word), unit]),
  ),
)
/** Beside a day they make it a working day: "working days", "jours ouvrés", "días hábiles". */
const working: ReadonlySet<string> = new Set(
  'working business ouvres ouvre ouvrables ouvrable habiles habil laborables laboral uteis util lavorativi lavorativo'.split(
    ' ',
  ),
)
const hanUnits: readonly (readonly [written: string, unit: Unit])[] = [
  ['分钟', 'min'],
  ['个小时', 'h'],
  ['小时', 'h'],
  ['钟头', 'h'],
  ['个工作天', 'wd'],
  ['个工作日', 'wd'],
  ['工作天', 'wd'],
  ['工作日', 'wd'],
  ['个星期', 'w'],
  ['星期', 'w'],
  ['个礼拜', 'w'],
  ['礼拜', 'w'],
  ['周', 'w'],
  ['个月', 'mo'],
  ['天', 'd'],
  ['日内', 'd'],
  ['年', 'y'],
]
const between: ReadonlySet<string> = new Set(
  'to bis a or oder ou o until und and y et tot of - – — ~'.split(' '),
)

/** Everything in a text that says how long, until when or on which day. */
export function spansIn(text: string): readonly Statement[] {
  const tokens = tokenize(text.replaceAll(/[–—~～〜]/gu, '-'))
  const found: Statement[] = []
  tokens.forEach((token, at) => {
    const statement = unitAt(tokens, at) ?? hanUnitAt(tokens, at)
    if (statement !== null) found.push(statement)
    if (token.kind === 'number') found.push(...dateOf(token))
  })
  return [...found, ...clockTimes(text)]
}

// ── how long ─────────────────────────────────────────────────────────────────────────────────────────────────────

function unitAt(tokens: readonly Token[], at: number): Statement | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const unit = units.get(token.text)
  if (unit === undefined) return null
  // "à 18 h" is a time of the day.
  if (token.text === 'h' && beforeTimes.has(tokens[at - 2]?.text ?? '')) return null
  const isWorking = working.has(tokens[at - 1]?.text ?? '')
  const numbers = numbersBefore(tokens, isWorking ? at - 2 : at - 1)
  if (numbers === null) return null
  const worked = isWorking || working.has(tokens[at + 1]?.text ?? '')
  return span(numbers, worked && unit === 'd' ? 'wd' : unit)
}

/** Words of French before a time of the day, folded. */
const beforeTimes: ReadonlySet<string> = new Set('a jusqu de des avant entre et vers'.split(' '))

type Numbers = readonly [from: number, to: number]

/** "14", "2-3", "2 to 3", "two or three", "fourteen (14)", ending at a token. */
function numbersBefore(tokens: readonly Token[], at: number): Numbers | null {
  const closing = tokens[at]?.text === ')' ? 1 : 0
  const last = numberOf(tokens[at - closing])
  if (last === null) return null
  if (last[0] !== last[1]) return last
  const joint = tokens[at - closing - 1]
  if (joint !== undefined && between.has(joint.text)) {
    const first = numberOf(tokens[at - closing - 2])
    if (first !== null && first[0] <= last[1]) return [first[0], last[1]]
  }
  return last
}

/** A token's number or range; "3-5" is one token. Not the halves of dates and decimals. */
function numberOf(token: Token | undefined): Numbers | null {
  if (token === undefined) return null
  if (token.kind === 'word') {
    const value = numerals.get(token.text)
    return value === undefined ? null : [value, value]
  }
  const match = token.kind === 'number' ? /^(\d{1,3})(?:-(\d{1,3}))?$/u.exec(token.text) : null
  if (match === null) return null
  const from = Number(match[1])
  const to = match[2] === undefined ? from : Number(match[2])
  return from <= to ? [from, to] : null
}

/** A Chinese unit beginning at a token, with digits or numerals before it: 14天, 十四天, 两到三個工作天, 7-10天. */
function hanUnitAt(tokens: readonly Token[], at: number): Statement | null {
  if (tokens[at]?.kind !== 'han') return null
  const ahead = tokens
    .slice(at, at + 4)
    .map(({ kind, text }) => (kind === 'han' ? text : ' '))
    .join('')
  const unit = hanUnits.find(([written]) => ahead.startsWith(written))?.[1]
  const before = tokens[at - 1]
  if (unit === undefined || before === undefined) return null
  // "第三天", "星期三" and "三月" are no spans; "年" behind four digits is a date.
  if (before.kind === 'number') {
    const numbers = numberOf(before)
    if (numbers === null || (unit === 'y' && before.text.length > 2)) return null
    const joint = tokens[at - 2]
    const first = joint !== undefined && /^[至到]$/u.test(joint.text) ? numberOf(tokens[at - 3]) : null
    return span(first === null ? numbers : [first[0], numbers[1]], unit)
  }
  const numerals = hanNumeralsBefore(tokens, at)
  return numerals === null ? null : span(numerals, unit)
}

function hanNumeralsBefore(tokens: readonly Token[], at: number): Numbers | null {
  let from = at
  while (from > 0 && /^[一二两三四五六七八九十至到]$/u.test(tokens[from - 1]?.text ?? '')) from -= 1
  if (from === at || tokens[from - 1]?.text === '第') return null
  const parts = tokens
    .slice(from, at)
    .map(({ text }) => text)
    .join('')
    .split(/[至到]/u)
  const values = parts.map(hanNumber)
  const [first, last = first] = values
  if (values.length > 2 || first == null || last == null) return null
  return [first, last]
}

const hoursOf: Readonly<Record<Exclude<Unit, 'wd'>, number>> = {
  min: 1 / 60,
  h: 1,
  d: 24,
  w: 168,
  mo: 730,
  y: 8760,
}

function span([from, to]: Numbers, unit: Unit): Statement {
  const [factor, shown] = shownAs(unit, from, to)
  const [low, high] = [from * factor, to * factor]
  const value = `${low === high ? low : `${low}–${high}`} ${shown}`
  // n working days are n days and up to two of each weekend they may touch.
  const hours: Numbers =
    unit === 'wd'
      ? [from * 24, (to + 2 * Math.ceil(to / 5)) * 24]
      : [from * hoursOf[unit], to * hoursOf[unit]]
  return { kind: 'deadline', value, range: { scale: 'span', from: hours[0], to: hours[1] } }
}

/** Weeks as days, years as months, whole days of hours as days. */
function shownAs(unit: Unit, from: number, to: number): readonly [factor: number, unit: string] {
  switch (unit) {
    case 'w':
      return [7, 'd']
    case 'y':
      return [12, 'mo']
    case 'h':
      return from % 24 === 0 && to % 24 === 0 ? [1 / 24, 'd'] : [1, 'h']
    case 'min':
    case 'd':
    case 'wd':
    case 'mo':
      return [1, unit]
  }
}

// ── until when ───────────────────────────────────────────────────────────────────────────────────────────────────

/** 18:00, 6 pm, 18 Uhr, à 18 h, 下午6點. In French "18 h" is a time behind a preposition of place in time, else a span. */
const clock =
  /(?<![\d:.,])(?<hour>[01]?\d|2[0-4])(?:[:.](?<minute>[0-5]\d))?[ \u00a0]?(?<half>[ap]\.?m\b\.?|uhr\b)|(?<![\d:.,])(?<hour2>[01]?\d|2[0-4]):(?<minute2>[0-5]\d)(?![\d:])|(?<=(?:^|\s)(?:à|a|jusqu['’]à|de|dès|avant|entre|et|vers)\s)(?<hour3>[01]?\d|2[0-3])[ \u00a0]?h(?<minute3>[0-5]\d)?(?![\p{L}\d])|(?<noon>上午|早上|中午|下午|晚上|晚間)?(?<hour4>[01]?\d|2[0-4])[點点時](?!間|间)(?<minute4>半|[0-5]\d分?)?/giu

function clockTimes(text: string): readonly Statement[] {
  return [...text.matchAll(clock)].map(({ groups = {} }) => {
    const hour = Number(groups['hour'] ?? groups['hour2'] ?? groups['hour3'] ?? groups['hour4'])
    const written = groups['minute'] ?? groups['minute2'] ?? groups['minute3'] ?? groups['minute4'] ?? ''
    const minute = written === '半' ? 30 : Number.parseInt(written || '0', 10)
    const half = `${groups['half'] ?? ''}${groups['noon'] ?? ''}`.toLowerCase()
    return timeOf(hourOf(hour, half), minute)
  })
}

function hourOf(hour: number, half: string): number {
  const isAfternoon = half.startsWith('p') || /下午|晚/u.test(half)
  if (isAfternoon && hour < 12) return hour + 12
  return half.startsWith('a') && hour === 12 ? 0 : hour
}

function timeOf(hour: number, minute: number): Statement {
  const value = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return {
    kind: 'deadline',
    value,
    range: { scale: 'clock', from: hour * 60 + minute, to: hour * 60 + minute },
  }
}

/** 2026-05-12, 12.05.2026, 12.5., 12/05/2026: days before months but in ISO. */
function dateOf({ text }: Token): readonly Statement[] {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text)
  if (iso !== null) return date(iso[1] ?? null, Number(iso[2]), Number(iso[3]))
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u.exec(text)
  return local === null ? [] : date(local[3] ?? null, Number(local[2]), Number(local[1]))
}

function date(year: string | null, month: number, day: number): readonly Statement[] {
  if (month < 1 || month > 12 || day < 1 || day > 31) return []
  const value = `${year === null ? '' : `${year}-`}${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return [
    { kind: 'deadline', value, range: { scale: 'date', from: Date.parse(value), to: Date.parse(value) } },
  ]
}
