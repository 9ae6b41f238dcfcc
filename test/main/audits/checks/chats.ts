/** Chats for the tests of single checks. */
import type { Chat, ChatMessage } from '../../../../src/main/audits/checks/chat.ts'
import { runCheck } from '../../../../src/main/audits/checks/checks.ts'
import type { Finding, Surroundings } from '../../../../src/main/audits/checks/finding.ts'
import type { CheckId, CheckSettings } from '../../../../src/shared/audits.ts'

type Line = readonly [from: ChatMessage['from'], text: string | null, change?: Partial<ChatMessage>]

/** A message a second, `m0` the first; closed after the last. */
export function chat(lines: readonly Line[], change: Partial<Chat> = {}): Chat {
  return {
    language: null,
    customer: null,
    messages: lines.map(([from, text, more = {}], index) => ({
      id: `m${index}`,
      at: index * 1000,
      from,
      agent: from === 'agent' ? 'a1' : null,
      text,
      isTemplate: false,
      inWindow: true,
      ...more,
    })),
    closedAt: [lines.length * 1000],
    ...change,
  }
}

export function run(
  check: CheckId,
  of: Chat,
  settings: Omit<CheckSettings, 'check'> = {},
  around: Partial<Surroundings> = {},
): Finding {
  return runCheck(
    of,
    { check, ...settings },
    { responses: () => [], answersElsewhere: () => [], ownHosts: [], ...around },
  )
}
