/** What a check says of a chat, and what it may look at beside it. */
import type { CheckSettings } from '../../../shared/audits.ts'
import type { Chat } from './chat.ts'

/** Why a check passed, failed or does not apply; the words for each are in docs/checks.md. */
export type BecauseCode =
  // it does not apply
  | 'no_agent_message'
  | 'language_unknown'
  | 'not_closed'
  | 'no_name'
  | 'no_response'
  | 'no_target'
  | 'no_phrases'
  | 'no_allow_list'
  | 'no_question'
  | 'inside_window'
  | 'no_long_answer'
  // it passed or failed
  | 'greeted'
  | 'no_greeting'
  | 'farewell'
  | 'no_farewell'
  | 'name_used'
  | 'name_not_used'
  | 'in_target'
  | 'late'
  | 'forbidden_phrase'
  | 'no_forbidden_phrase'
  | 'required_phrase'
  | 'no_required_phrase'
  | 'card'
  | 'iban'
  | 'email'
  | 'no_personal_data'
  | 'foreign_link'
  | 'no_foreign_link'
  | 'capitals'
  | 'exclamation_marks'
  | 'no_shouting'
  | 'unanswered'
  | 'answered'
  | 'free_text_outside'
  | 'template_outside'
  | 'copied'
  | 'not_copied'

/** `CheckResult` without the criterion it is for. `messages` are ids, in the order of the chat. */
export interface Finding {
  /** null: the check does not apply. */
  readonly passed: boolean | null
  readonly messages: readonly string[]
  readonly because: { readonly code: BecauseCode; readonly value: string | number | null }
}

/** One response that a target is for. */
export interface Response {
  readonly kind: 'first' | 'next'
  /** The reply; null: none is known. */
  readonly message: string | null
  /** Whole seconds, in the hours the workspace measures by. */
  readonly seconds: number
  /** null: no target is in force. */
  readonly inTarget: boolean | null
}

/** What an agent wrote to other customers. */
export interface AnswerElsewhere {
  readonly conversation: string
  readonly text: string
}

/** What lies beside a chat; asked only by the checks that need it. */
export interface Surroundings {
  readonly responses: () => readonly Response[]
  /** Recent messages of an agent in other conversations, templates left out. */
  readonly answersElsewhere: (agent: string) => readonly AnswerElsewhere[]
  /** Hosts of the company's own mailboxes, in lower case. */
  readonly ownHosts: readonly string[]
}

/** Pure: the same chat, settings and surroundings give the same finding. */
export type Check = (chat: Chat, settings: CheckSettings, around: Surroundings) => Finding

export function passed(
  code: BecauseCode,
  value: string | number | null = null,
  messages: readonly string[] = [],
): Finding {
  return { passed: true, messages, because: { code, value } }
}

export function failed(
  code: BecauseCode,
  value: string | number | null = null,
  messages: readonly string[] = [],
): Finding {
  return { passed: false, messages, because: { code, value } }
}

export function notApplicable(code: BecauseCode, value: string | null = null): Finding {
  return { passed: null, messages: [], because: { code, value } }
}
