/** Questions an agent asked the customer that another agent had asked before: who took over did not read on. */
import { askingPart } from '../consistency/exchanges.ts'
import { nearlyEqual } from '../consistency/likeness.ts'
import { similarity, termsOf, type Terms } from '../consistency/terms.ts'
import { tellsEnough } from '../consistency/clusters.ts'
import { authorOf, contentOf, directionOf, firstK } from '../store/bits.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'

/** Agents are rows. */
export interface AskedQuestion {
  readonly message: string
  readonly at: number
  readonly agent: number
  readonly text: string
}

export interface RepeatedQuestion extends AskedQuestion {
  readonly earlier: AskedQuestion
}

/** Questions of one conversation that are compared: the newest, should there be more. */
const mostCompared = 200

/** By the time they were asked again. Only what agents wrote themselves: no templates, no bots. */
export function repeatedQuestions(cache: ReadableDb, conversation: number): readonly RepeatedQuestion[] {
  const asked = questionsOf(cache, conversation)
  return asked.flatMap(({ question, terms }, index) => {
    // The likest of those before; of equals the latest.
    let best: AskedQuestion | null = null
    let likeness = nearlyEqual
    for (const earlier of asked.slice(0, index)) {
      if (earlier.question.agent === question.agent) continue
      const found = similarity(terms, earlier.terms)
      if (found < likeness) continue
      likeness = found
      best = earlier.question
    }
    return best === null ? [] : [{ ...question, earlier: best }]
  })
}

function questionsOf(
  cache: ReadableDb,
  conversation: number,
): readonly { readonly question: AskedQuestion; readonly terms: Terms }[] {
  return rawSql<[string, number, number, number | null, string, string | null]>(
    cache,
    `SELECT m.rid, m.at, m.flags, m.agent, m.text, w.text FROM messages m LEFT JOIN words w ON w.id = m.language
     WHERE m.k >= ? AND m.k < ? AND m.agent IS NOT NULL AND m.text IS NOT NULL AND m.template IS NULL ORDER BY m.at, m.rid`,
  )
    .all(firstK(conversation), firstK(conversation + 1))
    .flatMap(([message, at, flags, agent, text, language]) => {
      if (agent === null || !isWritten(flags)) return []
      const part = askingPart(text, language)
      if (part === null) return []
      const terms = termsOf(part, language)
      return tellsEnough(terms) ? [{ question: { message, at, agent, text }, terms }] : []
    })
    .slice(-mostCompared)
}

function isWritten(flags: number): boolean {
  return directionOf(flags) === 'out' && authorOf(flags) === 'agent' && !echoes.has(contentOf(flags))
}

const echoes: ReadonlySet<string> = new Set(['reaction', 'edit', 'revoke', 'system', 'template'])
