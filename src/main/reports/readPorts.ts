import type { Settings, Workspace } from '../../shared/contract.ts'
import type { Numbers } from '../engine/numbers.ts'
import { readCompleteTo } from '../store/cursors.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import { readRecomputed } from '../store/derivation.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { conversationName } from '../store/names.ts'
import { countRejected } from '../store/rejected.ts'
import { createRowNames, type RowNames } from '../store/rowNames.ts'
import { workingHoursInForce } from '../store/workingHours.ts'
import type { ChatKey, ChatNames, ReportPorts } from './ports.ts'

/** The ports of one report, over an open workspace. */
export function readReportPorts(parts: {
  readonly cache: ReadableDb
  readonly dictionary: WorkspaceDictionary
  readonly numbers: Pick<Numbers, 'asOf'>
  readonly flags: ReportPorts['flags']
  readonly audits: ReportPorts['audits']
  readonly coverage: ReportPorts['coverage']
  readonly workspace: Workspace
  readonly settings: Settings
}): ReportPorts {
  const { cache, settings, workspace, flags, audits, coverage } = parts
  const names = createRowNames(cache, parts.dictionary)
  return {
    numbers: (moment) => parts.numbers.asOf(moment),
    flags,
    audits,
    coverage,
    conversation: createConversationNames(cache),
    chat: createChatNames(cache, names),
    workspace,
    settings,
    hours: workingHoursInForce(cache, settings),
    completeTo: readCompleteTo(cache),
    recomputed: readRecomputed(cache),
    rejected: countRejected(cache),
    clock: workspace.now,
  }
}

function createConversationNames(cache: ReadableDb): ReportPorts['conversation'] {
  const one = rawSql<[number, string]>(cache, 'SELECT source, rid FROM conversations WHERE id = ?')
  return (row) => {
    const [source, rid] = one.get(row) ?? [0, '']
    return rid === '' ? '' : conversationName(cache, source, rid)
  }
}

function createChatNames(cache: ReadableDb, names: RowNames): (row: ChatKey) => ChatNames {
  const conversation = rawSql<[number, string, number, number | null]>(
    cache,
    'SELECT source, rid, channel, category FROM conversations WHERE id = ?',
  )
  return (row) => {
    const [source, rid, channel, category] = conversation.get(row.conversation) ?? [0, '', 0, null]
    return {
      conversation: rid === '' ? '' : conversationName(cache, source, rid),
      contact: names.contact(row.contact),
      agent: names.agent(row.agent < 0 ? null : row.agent),
      channel: names.channel(channel).name,
      category: names.category(category),
    }
  }
}
