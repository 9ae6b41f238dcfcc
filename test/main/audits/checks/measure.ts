/** How well the labelled chats are judged: the same count for the printed table and the test. */
import type { Chat, ChatMessage } from '../../../../src/main/audits/checks/chat.ts'
import { runCheck } from '../../../../src/main/audits/checks/checks.ts'
import type { Finding } from '../../../../src/main/audits/checks/finding.ts'
import type { CheckId } from '../../../../src/shared/audits.ts'
import type { LabelledCase } from './labelled/cases.ts'
import { data } from './labelled/data.ts'
import { de } from './labelled/de.ts'
import { en } from './labelled/en.ts'
import { es } from './labelled/es.ts'
import { fr } from './labelled/fr.ts'
import { others } from './labelled/others.ts'
import { ownHosts, settingsFor } from './labelled/settings.ts'
import { zh } from './labelled/zh.ts'

export const allCases: readonly LabelledCase[] = [...en, ...de, ...fr, ...es, ...zh, ...data, ...others]

/** Checks that pass where what they look for is there. */
const lookForGood: ReadonlySet<CheckId> = new Set(['greeting', 'closing', 'name_used', 'required_phrase'])

export interface Measure {
  readonly total: number
  readonly there: number
  readonly found: number
  readonly right: number
}

export function measure(cases: readonly LabelledCase[]): Measure {
  const judged = cases.map((one) => ({ there: one.there, found: isFound(one) }))
  return {
    total: cases.length,
    there: judged.filter(({ there }) => there).length,
    found: judged.filter(({ found }) => found).length,
    right: judged.filter(({ there, found }) => there && found).length,
  }
}

export function isFound(labelled: LabelledCase): boolean {
  const { passed } = judge(labelled)
  return lookForGood.has(labelled.check) ? passed === true : passed === false
}

export function judge(labelled: LabelledCase): Finding {
  return runCheck(chatOf(labelled), settingsFor(labelled.check), {
    responses: () => [],
    answersElsewhere: () => [],
    ownHosts,
  })
}

const authors: Readonly<Record<string, Pick<ChatMessage, 'from' | 'isTemplate'>>> = {
  A: { from: 'agent', isTemplate: false },
  B: { from: 'bot', isTemplate: false },
  C: { from: 'customer', isTemplate: false },
  T: { from: 'agent', isTemplate: true },
}

/** The chat a line says, closed after its last message. */
function chatOf({ chat, check }: LabelledCase): Chat {
  const [name, line] =
    check === 'name_used' ? [chat.split(' # ')[0] ?? null, chat.split(' # ')[1] ?? ''] : [null, chat]
  const messages = line.split(' | ').map((part, index): ChatMessage => {
    const author = /^([ABCT]): /.exec(part)
    return {
      id: `m${index}`,
      at: index * 1000,
      ...(authors[author?.[1] ?? 'A'] ?? { from: 'agent', isTemplate: false }),
      agent: 'a1',
      text: author === null ? part : part.slice(3),
      inWindow: true,
    }
  })
  return { language: null, customer: name, messages, closedAt: [messages.length * 1000] }
}
