/** The changes of hand of a period, newest first, as the columns hold them: found, filtered and counted without a row read. */
import { foldWord } from '../text/fold.ts'
import type { AssignmentKind, AssignmentQuery, AssignmentSource } from '../../shared/assigning.ts'
import type { Scope } from '../../shared/contract.ts'
import { assignmentBits, reasonOf } from '../metrics/bits.ts'
import { viewOf } from '../metrics/view.ts'
import { commentNear, ruleOf } from '../store/assignmentRows.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import type { RowNames } from '../store/rowNames.ts'
import { agentRows } from '../store/scopeFilter.ts'
import { placeOnly, subjectOf, type SpanPorts } from './openSpans.ts'

/** Rows; agents 0 for nobody. */
export interface LogChange {
  readonly conversation: number
  readonly at: number
  readonly kind: AssignmentKind
  readonly from: number
  readonly to: number
  readonly source: AssignmentSource
  /** Tells apart what happened to one conversation at one instant. */
  readonly turn: number
}

export interface LogPorts extends SpanPorts {
  readonly cache: ReadableDb
}

/** Everything the query asks for, newest first; of one instant in a fixed order. */
export function changesOf(ports: LogPorts, names: RowNames, query: AssignmentQuery): readonly LogChange[] {
  const found = [...handChanges(ports, names, query), ...openings(ports, query)]
  const { kinds = [], sources = [] } = query
  const tests = [
    ...(kinds.length === 0 ? [] : [(one: LogChange) => kinds.includes(one.kind)]),
    ...(sources.length === 0 ? [] : [(one: LogChange) => sources.includes(one.source)]),
    ...(query.flaggedOnly ? [flaggedSince(ports, query.scope)] : []),
    ...(query.commentedOnly === true ? [isCommented(ports)] : []),
    ...textTests(ports, names, query.text ?? ''),
  ]
  const wanted = tests.length === 0 ? found : found.filter((one) => tests.every((test) => test(one)))
  return wanted.sort(newestFirst)
}

export function newestFirst(a: LogChange, b: LogChange): number {
  return b.at - a.at || b.conversation - a.conversation || b.turn - a.turn
}

function handChanges(ports: LogPorts, names: RowNames, { scope }: AssignmentQuery): readonly LogChange[] {
  const rows = viewOf(subjectOf(ports, placeOnly(scope)), 'assignments')
  const shown = agentRows(scope, names.dictionary)
  const agents = shown && new Set(shown)
  const found: { -readonly [Key in keyof LogChange]: LogChange[Key] }[] = []
  // The columns go by time mostly: read from their end, they are almost in order.
  for (let index = rows.length - 1; index >= 0; index--) {
    if (rows.passes[index] !== 1) continue
    const [from, to, bits] = [rows.other[index] ?? 0, rows.agent[index] ?? 0, rows.bits[index] ?? 0]
    found.push({
      conversation: rows.slot[index] ?? 0,
      at: rows.at[index] ?? 0,
      kind: to === 0 ? 'unassigned' : from === 0 || from === to ? 'assigned' : 'passed_on',
      from,
      to,
      source: sourceOf(bits),
      turn: index,
    })
  }
  found.sort(newestFirst)
  // What happened to one conversation at one instant now lies together, the first of it last.
  for (let index = found.length - 1; index >= 0; index--) {
    const [one, before] = [found[index], found[index + 1]]
    if (one === undefined) continue
    const isNext = before?.at === one.at && before.conversation === one.conversation
    one.turn = isNext ? before.turn + 1 : 1
  }
  return agents === null ? found : found.filter(({ from, to }) => agents.has(from) || agents.has(to))
}

function sourceOf(bits: number): AssignmentSource {
  if ((bits & assignmentBits.noticed) !== 0) return 'diffed'
  if ((bits & assignmentBits.inferred) !== 0) return 'inferred'
  return (bits & assignmentBits.unsaid) !== 0 ? 'unknown' : 'stated'
}

/** Conversations nobody is known to have been given, where nobody in particular is asked for. */
function openings(ports: LogPorts, { scope }: AssignmentQuery): readonly LogChange[] {
  if (scope.agents.length > 0 || scope.teams.length > 0) return []
  const rows = viewOf(subjectOf(ports, scope), 'pickups')
  const found: LogChange[] = []
  for (let index = rows.length - 1; index >= 0; index--)
    if (rows.passes[index] === 1 && reasonOf(rows.bits[index] ?? 0) === 'never_assigned')
      found.push({
        conversation: rows.slot[index] ?? 0,
        at: rows.at[index] ?? 0,
        kind: 'opened',
        from: 0,
        to: 0,
        source: 'stated',
        turn: 0,
      })
  return found
}

// ── filters that read rows ───────────────────────────────────────────────────────────────────────────────────────

type Test = (one: LogChange) => boolean

/** A flag was raised in the conversation at that moment or after it. */
function flaggedSince(ports: LogPorts, { from, zone }: Scope): Test {
  const since = { from, to: ports.now() + 1, zone, agents: [], teams: [], channels: [], categories: [] }
  const rows = viewOf(subjectOf(ports, since), 'flags')
  const raised = new Map<number, number>()
  for (let index = 0; index < rows.length; index++) {
    const [conversation, at] = [rows.slot[index] ?? 0, rows.at[index] ?? 0]
    if (at > (raised.get(conversation) ?? Number.NEGATIVE_INFINITY)) raised.set(conversation, at)
  }
  return ({ conversation, at }) => (raised.get(conversation) ?? Number.NEGATIVE_INFINITY) >= at
}

function isCommented({ cache }: LogPorts): Test {
  return ({ conversation, at }) => commentNear(cache, conversation, at) !== null
}

/** The piece of text in the contact's or an agent's name, in the comment, or in the name of the rule. */
function textTests({ cache }: LogPorts, names: RowNames, text: string): readonly Test[] {
  const wanted = spellings(text.trim())
  if (wanted[0] === '') return []
  const holds = (other: string | null | undefined): boolean =>
    other !== null &&
    other !== undefined &&
    spellings(other).some((spelling, index) => spelling.includes(wanted[index] ?? text))
  const agents = new Set(names.dictionary.agents.filter(({ name }) => holds(name)).map(({ row }) => row))
  const contacts = new Map<number, boolean>()
  const contactOf = rawSql<[number]>(cache, 'SELECT contact FROM conversations WHERE id = ?')
  const ofContact = (conversation: number) => {
    const contact = contactOf.get(conversation)?.[0] ?? 0
    const known = contacts.get(contact) ?? holds(names.contact(contact).name)
    contacts.set(contact, known)
    return known
  }
  return [
    ({ conversation, at, from, to, source }) =>
      agents.has(from) ||
      agents.has(to) ||
      ofContact(conversation) ||
      holds(commentNear(cache, conversation, at)?.text) ||
      (source !== 'inferred' && holds(ruleOf(cache, conversation, at, to === 0 ? null : to))),
  ]
}

/** As the lexicons spell it ("ü" as "ue"), and with the accents left out: people look for both. */
function spellings(text: string): readonly [string, string] {
  return [foldWord(text), text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()]
}
