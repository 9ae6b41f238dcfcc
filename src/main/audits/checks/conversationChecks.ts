/** The automatic checks of a scorecard over a conversation of the workspace. */
import type { CheckResult } from '../../../shared/audits.ts'
import type { Api, Conversation, TimelineItem } from '../../../shared/contract.ts'
import type { ReadableDb } from '../../store/database.ts'
import { readConversation } from '../../store/conversationView.ts'
import type { WorkspaceDictionary } from '../../store/dictionary.ts'
import { readScorecard } from '../scorecards.ts'
import { answersElsewhere } from './answersElsewhere.ts'
import type { Chat, ChatMessage } from './chat.ts'
import { runCheck } from './checks.ts'
import type { Surroundings } from './finding.ts'
import { ownHosts } from './ownHosts.ts'
import { responsesOf } from './responses.ts'

export interface CheckPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly dictionary: () => WorkspaceDictionary
  readonly now: () => number
}

/**
 * One result for each criterion that has a check, in the scorecard's order. Throws a `StoreFailure` (`invalid`) when there
 * is no such conversation or scorecard.
 */
export function checkConversation(
  ports: CheckPorts,
  query: Parameters<Api['checkConversation']>[0],
): readonly CheckResult[] {
  const { cache, workspaceDb } = ports
  const scorecard = readScorecard(workspaceDb, query.scorecard.id, query.scorecard.version)
  const conversation = readConversation(cache, workspaceDb, query.conversation, ports.now())
  const chat = chatOf(conversation)
  const around = surroundingsOf(ports, conversation)
  return scorecard.sections
    .flatMap(({ criteria }) => criteria)
    .flatMap(({ id, check }) =>
      check === null ? [] : [{ criterion: id, check: check.check, ...runCheck(chat, check, around) }],
    )
}

function surroundingsOf(ports: CheckPorts, conversation: Conversation): Surroundings {
  const { cache } = ports
  return {
    responses: () => responsesOf(ports, conversation),
    answersElsewhere: (agent) => answersElsewhere(cache, ports.dictionary(), conversation, agent),
    ownHosts: ownHosts(cache),
  }
}

/** The conversation as the checks look at it. */
export function chatOf({ timeline, language, contact, episodes }: Conversation): Chat {
  return {
    language: language ?? contact.language,
    customer: nameOf(contact),
    messages: timeline.flatMap((item) => (item.kind === 'message' ? (messageOf(item) ?? []) : [])),
    closedAt: episodes.flatMap(({ closedAt }) => closedAt ?? []),
  }
}

/** A contact nobody named is called by their number or id. */
function nameOf({ name, id, phone }: Conversation['contact']): string | null {
  return name === id || name === phone || !/\p{L}/u.test(name) ? null : name
}

function messageOf(item: Extract<TimelineItem, { kind: 'message' }>): ChatMessage | null {
  if (item.type === 'system' || item.direction === 'internal') return null
  return {
    id: item.id,
    at: item.at,
    from: authorOf(item),
    agent: item.author.agent,
    text: item.revoked ? null : (item.text ?? item.caption),
    isTemplate: item.template !== null,
    inWindow: item.inWindow,
  }
}

function authorOf({ direction, author }: Extract<TimelineItem, { kind: 'message' }>): ChatMessage['from'] {
  if (direction === 'in') return 'customer'
  switch (author.type) {
    case 'agent':
    case 'app':
      return 'agent'
    case 'bot':
      return 'bot'
    case 'automation':
    case 'campaign':
    case 'system':
      return 'automatic'
    case 'contact':
    case 'unknown':
      return 'other'
  }
}
