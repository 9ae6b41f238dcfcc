/** The automatic checks by the names scorecards know them by. */
import type { CheckId, CheckSettings } from '../../../shared/audits.ts'
import type { Chat } from './chat.ts'
import { closing } from './closing.ts'
import { copiedAnswer } from './copiedAnswer.ts'
import type { Check, Finding, Surroundings } from './finding.ts'
import { forbiddenPhrase } from './forbiddenPhrase.ts'
import { foreignLink } from './foreignLink.ts'
import { greeting } from './greeting.ts'
import { inTarget } from './inTarget.ts'
import { leftUnanswered } from './leftUnanswered.ts'
import { nameUsed } from './nameUsed.ts'
import { personalData } from './personalData.ts'
import { requiredPhrase } from './requiredPhrase.ts'
import { shouting } from './shouting.ts'
import { templateOutsideWindow } from './templateOutsideWindow.ts'

const checks: Readonly<Record<CheckId, Check>> = {
  greeting,
  closing,
  name_used: nameUsed,
  in_target: inTarget,
  forbidden_phrase: forbiddenPhrase,
  required_phrase: requiredPhrase,
  personal_data: personalData,
  foreign_link: foreignLink,
  shouting,
  left_unanswered: leftUnanswered,
  template_outside_window: templateOutsideWindow,
  copied_answer: copiedAnswer,
}

export function runCheck(chat: Chat, settings: CheckSettings, around: Surroundings): Finding {
  return checks[settings.check](chat, settings, around)
}
