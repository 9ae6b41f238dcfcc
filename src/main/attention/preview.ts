/** What a rule would have flagged in the last week if it were changed; nothing is kept. */
import { addDays, dayKey, isZone, startOfDay } from '../../shared/period.ts'
import {
  flagRuleKinds,
  type Flag,
  type FlagPreview,
  type FlagPreviewQuery,
  type FlagRule,
  type FlagRuleId,
  type FlagRules,
} from '../../shared/flags.ts'
import type { Settings } from '../../shared/contract.ts'
import { phrase, type Phrase } from '../../shared/phrases.ts'
import { problemOf } from '../../shared/problems.ts'
import { deriveFacts } from '../metrics/derive.ts'
import type { FlagFact } from '../metrics/facts.ts'
import { rawSql, value } from '../store/database.ts'
import { storeFailed, type StoreFailure } from '../store/errors.ts'
import { choiceSchemas } from '../store/settingSchemas.ts'
import { factSettings } from '../store/surroundings.ts'
import { timelinesOf } from '../store/timeline.ts'
import type { ListPorts } from './flagList.ts'
import { viewFlag } from './flagView.ts'
import { allHandFlags } from './handFlags.ts'
import type { RawFlag } from './rawFlag.ts'

const week = 7 * 86_400_000
/** More conversations than this are not derived for a preview: then it is of the latest part of the week they lie in. */
const mostConversations = 20_000
/** Conversations between two of which others may speak. */
const slice = 100
const shownExamples = 5
const nearlyEverything = 0.9

export interface PreviewPorts {
  readonly list: ListPorts
  readonly settings: Settings
  /** Flags about subjects from a moment on, under other rules than those that are set. */
  readonly ofSubjects: (since: number, rules: FlagRules) => Promise<readonly RawFlag[]>
}

/** What was looked at, and what came of it. */
interface Found {
  readonly from: number
  readonly raised: readonly RawFlag[]
  readonly raisedNow: number
  readonly of: number
}

/** What is asked for, as any caller may write it. Throws a `StoreFailure` (`invalid`) with what is wrong, in one sentence. */
export function checkPreview(query: unknown): FlagPreviewQuery {
  const { rule, change, zone } = Object(query) as Readonly<Record<keyof FlagPreviewQuery, unknown>>
  if (!isFlagRule(rule)) throw storeFailed('invalid', 'flags.noRule', { name: String(rule).slice(0, 80) })
  if (typeof zone !== 'string' || !isZone(zone)) throw unasked('zone', phrase('problem.noZone'))
  const read = choiceSchemas.flagRules[rule].safeParse(change)
  if (read.success) return { rule, change: read.data, zone }
  const { path = [], message } = read.error.issues[0] ?? {}
  throw unasked(
    [rule, ...path].join('.'),
    message === undefined ? phrase('problem.unreadable') : problemOf(message),
  )
}

function isFlagRule(rule: unknown): rule is FlagRuleId {
  return typeof rule === 'string' && Object.hasOwn(flagRuleKinds, rule)
}

function unasked(setting: string, problem: Phrase | string): StoreFailure {
  return storeFailed('invalid', 'flags.wrongRule', { setting, problem })
}

export async function previewRule(
  ports: PreviewPorts,
  { rule, change, zone }: FlagPreviewQuery,
): Promise<FlagPreview> {
  const to = ports.list.now
  const found = await findings(ports, rule, change, to)
  const raised = found.raised.toSorted((a, b) => b.raisedAt - a.raisedAt || (a.id < b.id ? 1 : -1))
  const flagged = new Set(raised.map(({ subject }) => JSON.stringify(subject))).size
  return {
    from: found.from,
    to,
    raised: raised.length,
    raisedNow: found.raisedNow,
    flagged,
    of: found.of,
    byDay: byDay(raised, found.from, to, zone),
    matchesEverything: found.of > 0 && flagged > found.of * nearlyEverything,
    examples: raised.slice(0, shownExamples).map((flag): Flag => viewFlag(ports.list, flag)),
  }
}

function findings(ports: PreviewPorts, rule: FlagRuleId, change: FlagRule, to: number): Promise<Found> {
  if (rule === 'by_hand') return Promise.resolve(byHand(ports, change, to))
  return flagRuleKinds[rule].about === 'conversation'
    ? ofConversations(ports, rule, change, to)
    : ofSubjects(ports, rule, change, to)
}

/** People flag what they flag. */
function byHand({ list }: PreviewPorts, change: FlagRule, to: number): Found {
  const from = to - week
  const made = allHandFlags(list.cache, list.workspaceDb, list.cares).filter(
    ({ raisedAt }) => raisedAt >= from && raisedAt <= to,
  )
  return { from, raised: change.on ? made : [], raisedNow: made.length, of: active(list, from).length }
}

async function ofSubjects(
  { list, settings, ofSubjects: flagsUnder }: PreviewPorts,
  rule: FlagRuleId,
  change: FlagRule,
  to: number,
): Promise<Found> {
  const from = to - week
  const raisedUnder = async (changed: FlagRule) => {
    const flags = changed.on ? await flagsUnder(from, onlyRule(settings.flagRules, rule, changed)) : []
    return flags.filter((flag) => flag.rule === rule && flag.raisedAt >= from && flag.raisedAt <= to)
  }
  const { agents, channels, words = [] } = list.names.dictionary
  const of = {
    agent: agents.filter(({ active: isActive }) => isActive).length,
    channel: channels.length,
    template: words.filter(({ kind }) => kind === 'template').length,
    source: value<number>(list.workspaceDb, 'SELECT count(*) FROM sources') ?? 0,
    conversation: 0,
  }
  return {
    from,
    raised: await raisedUnder(change),
    raisedNow: (await raisedUnder(settings.flagRules[rule])).length,
    of: of[flagRuleKinds[rule].about],
  }
}

/** Derives the conversations in which anything happened in that week with the changed rule alone. */
async function ofConversations(
  { list, settings }: PreviewPorts,
  rule: FlagRuleId,
  change: FlagRule,
  to: number,
): Promise<Found> {
  const { cache } = list
  const newest = active(list, to - week)
  const shown = newest.slice(0, mostConversations)
  const from = newest.length > shown.length ? (shown.at(-1)?.[1] ?? to - week) : to - week
  const changed = factSettings(cache, {
    ...settings,
    flagRules: onlyRule(settings.flagRules, rule, change),
  })
  const stored = rawSql<[number]>(
    cache,
    'SELECT count(*) FROM flags WHERE conversation = ? AND rule = ? AND raised_at >= ? AND raised_at <= ?',
  )
  const raised: RawFlag[] = []
  let [raisedNow, of] = [0, 0]
  for (let start = 0; start < shown.length; start += slice) {
    if (start > 0) await new Promise<void>((resolve) => setImmediate(resolve))
    const ids = shown.slice(start, start + slice).map(([id]) => id)
    for (const [id, timeline] of timelinesOf(cache, ids)) {
      if (timeline === null) continue
      of += 1
      raisedNow += stored.get(id, rule, from, to)?.[0] ?? 0
      for (const flag of deriveFacts(timeline, changed).flags)
        if (flag.rule === rule && flag.raisedAt >= from && flag.raisedAt <= to) raised.push(rawOf(id, flag))
    }
  }
  return { from, raised, raisedNow, of }
}

/** Conversations active since then and when they last were, the latest first; one more than may be looked at. */
function active({ cache }: ListPorts, since: number): readonly (readonly [id: number, lastAt: number])[] {
  return rawSql<[number, number]>(
    cache,
    'SELECT id, last_at FROM conversations WHERE last_at >= ? ORDER BY last_at DESC, id DESC LIMIT ?',
  ).all(since, mostConversations + 1)
}

/** All others off: they take time, and nobody asks. */
function onlyRule(rules: FlagRules, rule: FlagRuleId, change: FlagRule): FlagRules {
  const off = Object.entries(rules).map(([id, one]) => [id, { ...one, on: false }])
  return { ...(Object.fromEntries(off) as FlagRules), [rule]: change }
}

function rawOf(conversation: number, flag: FlagFact): RawFlag {
  return {
    ...flag,
    subject: { kind: 'conversation', row: conversation },
    agent: flag.agent < 0 ? null : flag.agent,
  }
}

/** Every local day of the period, those without a flag too. */
function byDay(flags: readonly RawFlag[], from: number, to: number, zone: string): FlagPreview['byDay'] {
  const counts = new Map<string, number>()
  for (let day = startOfDay(from, zone); day <= to; day = addDays(day, 1, zone))
    counts.set(dayKey(day, zone), 0)
  for (const { raisedAt } of flags) {
    const key = dayKey(raisedAt, zone)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([day, raised]) => ({ day, raised }))
}
