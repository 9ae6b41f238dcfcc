import { typedByAgents, type Written } from './chat.ts'
import { failed, notApplicable, passed, type AnswerElsewhere, type Check } from './finding.ts'
import { likeness, shinglesOf } from './shingles.ts'

/**
 * No agent sent a long answer that they sent, word for word but for a name or a number, in three other conversations too.
 * Short answers are alike by nature, and templates are meant to be.
 */
export const copiedAnswer: Check = (chat, _settings, around) => {
  const long = typedByAgents(chat).filter(({ text, agent }) => agent !== null && weight(text) >= longAnswer)
  if (long.length === 0) return notApplicable('no_long_answer')
  const elsewhere = new Map<string, readonly Prepared[]>()
  let most = 0
  const copied = long.filter((message) => {
    const others = othersOf(message, elsewhere, around.answersElsewhere)
    const conversations = conversationsLike(message, others)
    most = Math.max(most, conversations)
    return conversations >= fewestCopies
  })
  if (copied.length === 0) return passed('not_copied', most)
  return failed(
    'copied',
    most,
    copied.map(({ id }) => id),
  )
}

const longAnswer = 120
const fewestCopies = 3
/** One changed word in some twenty lowers the likeness to about this. */
const alike = 0.7

/** Characters; a Chinese one says about as much as three letters. */
function weight(text: string): number {
  let sum = 0
  for (const character of text)
    sum += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character) ? 3 : 1
  return sum
}

interface Prepared {
  readonly conversation: string
  readonly shingles: ReadonlySet<string>
}

function othersOf(
  { agent }: Written,
  known: Map<string, readonly Prepared[]>,
  ask: (agent: string) => readonly AnswerElsewhere[],
): readonly Prepared[] {
  if (agent === null) return []
  const found = known.get(agent)
  if (found !== undefined) return found
  const prepared = ask(agent)
    .filter(({ text }) => weight(text) >= longAnswer)
    .map(({ conversation, text }) => ({ conversation, shingles: shinglesOf(text) }))
  known.set(agent, prepared)
  return prepared
}

function conversationsLike({ text }: Written, others: readonly Prepared[]): number {
  const shingles = shinglesOf(text)
  return new Set(
    others
      .filter((other) => likeness(shingles, other.shingles) >= alike)
      .map(({ conversation }) => conversation),
  ).size
}
