import { writtenByAgents } from './chat.ts'
import { failed, notApplicable, passed, type Check } from './finding.ts'
import { searchPhrases } from './phraseSearch.ts'

/** No agent wrote one of the phrases set for the language they wrote in. */
export const forbiddenPhrase: Check = (chat, { phrases = {} }) => {
  if (writtenByAgents(chat).length === 0) return notApplicable('no_agent_message')
  const { messages, hits } = searchPhrases(chat, phrases)
  const [first] = hits
  if (first !== undefined)
    return failed('forbidden_phrase', first.phrase, [...new Set(hits.map(({ message }) => message))])
  return messages.length === 0 ? notApplicable('no_phrases') : passed('no_forbidden_phrase')
}
