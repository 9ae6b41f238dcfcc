/** Flags as notices: one sentence for one, one line for many, the danger first. Names only where they are wished for. */
import type { Language, Settings } from '../../shared/contract.ts'
import { flagReason } from '../../shared/flagReason.ts'
import { flagRuleIds, flagRuleKinds, type Flag, type FlagRuleId } from '../../shared/flags.ts'
import { formatFor, type Format } from '../../shared/numbers.ts'
import type { Notice } from '../../shared/telling.ts'
import { failureWords, flagWords, tellingWords, type Words } from '../print/words.ts'

/** In which words, and by which settings, something is told at a moment. */
export interface Telling {
  readonly settings: Settings
  readonly words: Words
  readonly flagWords: Words
  readonly language: Language
  readonly format: Format
  readonly now: number
  /** IANA name. */
  readonly zone: string
}

/** `zone`: the workspace's, where the settings name none. */
export function tellingAt(
  now: number,
  settings: Settings & { readonly language: Language },
  zone: string,
): Telling {
  const { language } = settings
  const chosen = settings.zone ?? zone
  return {
    settings,
    words: tellingWords(language),
    flagWords: flagWords(language),
    language,
    format: formatFor(language, chosen, now),
    now,
    zone: chosen,
  }
}

const mostParts = 4
const longestText = 200

/** Flags that are told together, at least one. */
export function noticeOf(flags: readonly Flag[], telling: Telling): Notice {
  const [first] = flags
  const about = {
    id: idOf(telling.now, first?.id ?? ''),
    severity: severityOf(flags),
    sound: sounds(flags, telling),
  }
  if (first !== undefined && flags.length === 1)
    return { ...about, ...sentenceOf(first, telling), flag: first.id }
  const [title = '', ...others] = partsOf(flags, ({ rule, count }) =>
    telling.words(`several.${rule}`, {
      count,
      shown: telling.format.count(count),
      limit: limitOf(rule, telling),
    }),
  )
  const body = others.length > 0 ? joined(others, telling) : telling.words('look')
  return { ...about, title, body, flag: null }
}

/** Why notices were held back: quiet hours and pauses, or no page of the web console was open. */
export type Held = 'quiet' | 'away'

/** What came while notices were held back, told once when that is over. */
export function heldNotice(flags: readonly Flag[], stillOpen: number, why: Held, telling: Telling): Notice {
  const { words, format } = telling
  return {
    id: idOf(telling.now, 'held'),
    title: words(why === 'quiet' ? 'held' : 'away', {
      count: flags.length,
      shown: format.count(flags.length),
    }),
    body: joined(
      [...countedRules(flags, telling), words('stillOpen', { shown: format.count(stillOpen) })],
      telling,
    ),
    severity: severityOf(flags),
    sound: sounds(flags, telling),
    flag: null,
  }
}

/** The first look at a workspace: none is told one by one. */
export function firstNotice(open: number, telling: Telling): Notice {
  const { words, format } = telling
  return {
    id: idOf(telling.now, 'first'),
    title: words('first', { count: open, shown: format.count(open) }),
    body: words('firstBody'),
    severity: 'warning',
    sound: false,
    flag: null,
  }
}

export function testNotice(telling: Telling): Notice {
  const { words, settings } = telling
  return {
    id: idOf(telling.now, 'test'),
    title: words('test'),
    body: words('testBody'),
    severity: 'warning',
    sound: settings.telling.sound,
    flag: null,
  }
}

/** One flag in words: title and sentence. A name or a text is in it only where `withText` says so. */
export function sentenceOf(
  flag: Flag,
  telling: Telling,
  withText = telling.settings.telling.withText,
): { readonly title: string; readonly body: string } {
  const rule = telling.flagWords(`rule.${flag.rule}`)
  const reason = flagReason(flag, {
    say: telling.flagWords,
    failure: (code) => failureWords(telling.language, String(code)),
    format: telling.format,
  })
  if (!withText) return { title: rule, body: reason }
  const subject = flag.contact?.name ?? flag.subject.name
  const body = flag.text === null ? reason : `${reason}: ${cut(flag.text)}`
  return { title: telling.words('about', { rule, subject: cut(subject) }), body }
}

/** "Unresolved 12", the rules with danger first and then by their number. */
export function countedRules(
  flags: readonly Pick<Flag, 'rule' | 'severity'>[],
  telling: Telling,
): readonly string[] {
  return partsOf(flags, ({ rule, count }) => ruleCount(rule, count, telling))
}

export function ruleCount(
  rule: FlagRuleId,
  count: number,
  { words, flagWords: say, format }: Telling,
): string {
  return words('counted', { rule: say(`rule.${rule}`), shown: format.count(count) })
}

/** Parts of one line, the last of too many as a number. */
export function joined(parts: readonly string[], { words, format }: Telling): string {
  if (parts.length <= mostParts) return parts.join(' · ')
  const more = parts.length - mostParts + 1
  return [...parts.slice(0, mostParts - 1), words('more', { count: more, shown: format.count(more) })].join(
    ' · ',
  )
}

interface Part {
  readonly rule: FlagRuleId
  readonly count: number
  readonly danger: boolean
}

function partsOf(
  flags: readonly Pick<Flag, 'rule' | 'severity'>[],
  say: (part: Part) => string,
): readonly string[] {
  return flagRuleIds
    .map((rule): Part => {
      const of = flags.filter((flag) => flag.rule === rule)
      return { rule, count: of.length, danger: of.some(({ severity }) => severity === 'danger') }
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(b.danger) - Number(a.danger) || b.count - a.count)
    .map(say)
}

function limitOf(rule: FlagRuleId, { settings, format }: Telling): string {
  const { threshold } = settings.flagRules[rule]
  return flagRuleKinds[rule].unit === 'seconds' ? format.duration(threshold) : ''
}

function severityOf(flags: readonly Flag[]): Notice['severity'] {
  return flags.some(({ severity }) => severity === 'danger') ? 'danger' : 'warning'
}

function sounds(flags: readonly Flag[], { settings }: Telling): boolean {
  return settings.telling.sound && flags.some(({ rule }) => settings.flagRules[rule].telling === 'sounded')
}

function idOf(now: number, what: string): string {
  return `${now}:${what}`
}

/** One line, and not all of a long text. */
function cut(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > longestText ? `${line.slice(0, longestText - 1).toWellFormed()}…` : line
}
