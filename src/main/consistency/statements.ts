/** What an answer commits to. */
import { detectLanguage } from '../text/language.ts'
import { amountsIn } from './amounts.ts'
import { policiesIn } from './policies.ts'
import { spansIn } from './spans.ts'
import type { Statement } from './statement.ts'
import { yesNoIn } from './yesNo.ts'

/** An answer's beginning, which holds what it commits to. */
const longestAnswer = 2000

/** Prices, deadlines, rules and yes or no, each once, in that order. `language`: the question's, for an answer too short to tell. */
export function statementsIn(answer: string, language: string | null): readonly Statement[] {
  const text = answer.slice(0, longestAnswer)
  const own = detectLanguage(text)
  const spoken = own.sure || language === null ? own.language : language
  const yesNo = yesNoIn(text, spoken)
  const all = [
    ...amountsIn(text, spoken),
    ...spansIn(text),
    ...policiesIn(text, spoken),
    ...(yesNo === null ? [] : [yesNo]),
  ]
  return [...new Map(all.map((statement) => [`${statement.kind} ${statement.value}`, statement])).values()]
}
