import { writtenByAgents } from './chat.ts'
import { failed, notApplicable, passed, type Check } from './finding.ts'
import { firstHit, languageOf } from './reading.ts'
import { farewells } from './words/farewells.ts'

/**
 * One of the agents' last two messages of a closed chat ends it politely. A customer's good-bye is not the agent's, and a
 * chat that is open has not been ended.
 */
export const closing: Check = (chat) => {
  const ending = writtenByAgents(chat).slice(-longestEnding)
  const last = ending.at(-1)
  if (last === undefined) return notApplicable('no_agent_message')
  if (chat.closedAt.length === 0) return notApplicable('not_closed')
  const detected = languageOf(chat, ending)
  const hit = firstHit(farewells, detected, chat, ending.toReversed())
  if (hit !== null) return passed('farewell', hit.phrase, [hit.message])
  const isKnown = detected.language === null || farewells.has(detected.language)
  if (!isKnown) return notApplicable('language_unknown', detected.language)
  return failed('no_farewell', null, [last.id])
}

const longestEnding = 2
