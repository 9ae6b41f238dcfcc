/** Flags as people see them: with the names of what they are about, what people did about them, and whether they came late. */
import { flagRuleKinds, type Flag, type FlagSubject } from '../../shared/flags.ts'
import type { Named } from '../../shared/contract.ts'
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import { conversationName } from '../store/names.ts'
import type { RowNames } from '../store/rowNames.ts'
import { wordText } from '../store/words.ts'
import { noCare, type Cares } from './care.ts'
import type { RawFlag, RawSubject } from './rawFlag.ts'

export interface ViewPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly names: RowNames
  readonly cares: Cares
  readonly now: number
}

export function viewFlag(ports: ViewPorts, flag: RawFlag): Flag {
  const { names, now } = ports
  const about = subjectOf(ports, flag.subject)
  const care = ports.cares.get(flag.id) ?? noCare
  // Facts may know of an end that lies ahead of the clock; until then the cause holds.
  const goesOn = flag.endedAt === null || flag.endedAt > now
  return {
    id: flag.id,
    rule: flag.rule,
    severity: flag.severity,
    madeBy: flagRuleKinds[flag.rule].madeBy,
    subject: about.subject,
    conversation: about.subject.kind === 'conversation' ? about.subject.id : null,
    contact: about.contact,
    agent: names.agent(flag.agent),
    from: flag.from,
    raisedAt: flag.raisedAt,
    endedAt: goesOn ? null : flag.endedAt,
    seconds: goesOn ? (secondsSoFar(flag, now) ?? flag.seconds) : flag.seconds,
    target: flag.target,
    code: flag.code,
    text: flag.text,
    message: flag.message,
    messages: flag.messages,
    late: isLate(ports.workspaceDb, flag.id),
    owner: care.owner,
    snoozedUntil: care.snoozedUntil,
    decision: care.decision,
    reason: care.reason,
  }
}

/** A wait that goes on. Null for flags that are no waits. */
function secondsSoFar({ rule, target, from }: RawFlag, now: number): number | null {
  if (target === null || flagRuleKinds[rule].unit !== 'seconds') return null
  return Math.round((now - from) / 1000)
}

function isLate(workspace: ReadableDb, flag: string): boolean {
  return value<number>(workspace, 'SELECT late FROM flag_sightings WHERE flag = ?', flag) === 1
}

const nothing: Named = { id: '', name: '–' }

/** What a flag is about, by the ids and names screens use. */
export function subjectOf(
  { cache, workspaceDb, names }: Pick<ViewPorts, 'cache' | 'workspaceDb' | 'names'>,
  subject: RawSubject,
): { readonly subject: FlagSubject; readonly contact: Named | null } {
  switch (subject.kind) {
    case 'conversation': {
      const row = rawSql<[number, string, number]>(
        cache,
        'SELECT source, rid, contact FROM conversations WHERE id = ?',
      ).get(subject.row)
      if (row === undefined) return { subject: { kind: 'conversation', ...nothing }, contact: null }
      const [source, rid, contactRow] = row
      const contact = names.contact(contactRow)
      return {
        subject: { kind: 'conversation', id: conversationName(cache, source, rid), name: contact.name },
        contact,
      }
    }
    case 'agent': {
      const agent = names.dictionary.agents.find(({ row }) => row === subject.row)
      return named({ kind: 'agent', ...(agent ? { id: agent.id, name: agent.name } : nothing) })
    }
    case 'channel':
      return named({ kind: 'channel', ...names.channel(subject.row) })
    case 'template': {
      const text = wordText(cache, subject.row) ?? nothing.name
      return named({ kind: 'template', id: text, name: text })
    }
    case 'source': {
      const name = value<string>(workspaceDb, 'SELECT name FROM sources WHERE id = ?', subject.id)
      return named({ kind: 'source', id: subject.id, name: name ?? subject.id })
    }
  }
}

function named(subject: FlagSubject): { readonly subject: FlagSubject; readonly contact: null } {
  return { subject, contact: null }
}
