import { writtenByAgents, type Chat, type Written } from './chat.ts'
import { failed, notApplicable, passed, type Check } from './finding.ts'
import { firstHit, languageOf } from './reading.ts'
import { greetings } from './words/greetings.ts'

/**
 * An agent greets in what they write before the customer answers them. A bot's greeting is not the agent's; a template an
 * agent sends is.
 */
export const greeting: Check = (chat) => {
  const opening = openingOf(chat)
  const [first] = opening
  if (first === undefined) return notApplicable('no_agent_message')
  const detected = languageOf(chat, opening)
  const hit = firstHit(greetings, detected, chat, opening)
  if (hit !== null) return passed('greeted', hit.phrase, [hit.message])
  const isKnown = detected.language === null || greetings.has(detected.language)
  if (!isKnown) return notApplicable('language_unknown', detected.language)
  return failed('no_greeting', null, [first.id])
}

/** From an agent's first message to the customer's next one; three messages at most. */
function openingOf(chat: Chat): readonly Written[] {
  const [first] = writtenByAgents(chat)
  if (first === undefined) return []
  const from = chat.messages.indexOf(first)
  const answered = chat.messages.findIndex(({ from: author }, index) => index > from && author === 'customer')
  const messages = chat.messages.slice(from, answered < 0 ? undefined : answered)
  return writtenByAgents({ ...chat, messages }).slice(0, longestOpening)
}

const longestOpening = 3
