/** What a report is called, and what it is about in one line. */
import type { Language, Scope } from '../../shared/contract.ts'
import { monthKey, startOfWeek, weekKey } from '../../shared/period.ts'
import { localeFormats } from '../../shared/languages.ts'
import type { ComposeContext } from './context.ts'
import { daysIn, monthOf, unitOf } from './moment.ts'

type Told = Pick<ComposeContext, 'query' | 'words' | 'format'>

/** "Week 19", "May 2026", "Q2 2026", "Mon 4 May", or the days themselves; before it the agent a report is about. */
export function titleOf(context: ComposeContext): string {
  const { scope } = context.query
  const period = periodName(context, scope)
  const [agent] = scope.agents
  if (!context.template.needsAgent || agent === undefined) return asHead(period, context.query.language)
  return context.words('titleOf', { name: context.names.of('agent', agent), period })
}

/** Months and weekdays are small in a French or Spanish sentence, not at the head of a page. */
function asHead(text: string, language: Language): string {
  const { locale } = localeFormats[language]
  return text.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(locale))
}

export function subtitleOf(context: ComposeContext): string {
  const { query, words, format, dated, ports } = context
  const { scope } = query
  const some = filterNames(context)
  const subtitle = words('subtitle', {
    period: dated.period(scope.from, scope.to),
    against: against(context),
    scope: some.length === 0 ? words('allTeams') : words('someOf', { names: some.join(', ') }),
    hours: words(`hours.${scope.hours ?? 'calendar'}`),
    zone: scope.zone,
  })
  const { recomputed } = ports
  return recomputed === null
    ? subtitle
    : `${subtitle} ${words('recomputing', { share: format.rate(recomputed, 0) })}`
}

/** Everything the filters let through, by name. */
export function filterNames({ query, names, words }: ComposeContext): readonly string[] {
  const { scope } = query
  return [
    ...scope.teams.map((id) => names.of('team', id)),
    ...scope.channels.map((id) => names.of('channel', id)),
    ...scope.agents.map((id) => names.of('agent', id)),
    ...scope.categories,
    ...(scope.authors ?? []).map((author) => words(`key.author.${author}`)),
    ...(scope.openers ?? []).map((opener) => words(`key.opened-by.${opener}`)),
  ]
}

/** "against week 18", "against as much of week 18" while the period is not over, or why it is not compared. */
export function against(context: ComposeContext): string {
  const { query, previous, words, dated, isComparable, ports } = context
  const { span } = ports.workspace
  if (!isComparable && span !== null) return words('againstNothing', { date: dated.date(span.from) })
  const unit = unitOf(query.scope)
  const isUnfinished = context.at > query.scope.from && context.at < query.scope.to
  return words(`${isUnfinished ? 'againstSoFar' : 'against'}.${unit}`, {
    ...(unit === 'days' ? { count: daysIn(query.scope) } : {}),
    name: unit === 'days' || unit === 'day' ? '' : unitName(context, previous, unit),
    week: Number(weekKey(previous.from, previous.zone).slice(-2)),
  })
}

function periodName(context: Told, scope: Scope): string {
  const unit = unitOf(scope)
  if (unit === 'days') return context.format.period(scope.from, scope.to)
  if (unit === 'day') return dayName(context.query.language, scope)
  return unitName(context, scope, unit)
}

function unitName(
  { query, words }: Told,
  { from, zone }: Pick<Scope, 'from' | 'zone'>,
  unit: 'week' | 'month' | 'quarter' | 'year',
): string {
  const [year = ''] = monthKey(from, zone).split('-')
  switch (unit) {
    case 'week':
      return words('title.week', { week: Number(weekKey(startOfWeek(from, zone), zone).slice(-2)) })
    case 'month':
      return monthName(query.language, from, zone)
    case 'quarter':
      return words('title.quarter', { quarter: Math.floor(monthOf(from, zone) / 3) + 1, year })
    case 'year':
      return words('title.year', { year })
  }
}

function dayName(language: Language, { from, zone }: Pick<Scope, 'from' | 'zone'>): string {
  const { locale } = localeFormats[language]
  return new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'full' }).format(from)
}

function monthName(language: Language, ms: number, zone: string): string {
  const { locale } = localeFormats[language]
  return new Intl.DateTimeFormat(locale, { timeZone: zone, month: 'long', year: 'numeric' }).format(ms)
}
