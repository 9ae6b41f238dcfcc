/** A message as clauses of folded words: what patterns are matched against. */
import { tokenize } from './tokens.ts'

export interface Clause {
  /** Folded words with a space before, between and after them; none between Chinese characters. */
  readonly text: string
  /** Ends in a question mark. */
  readonly asks: boolean
}

/** The clauses of a message, those of more than one word or character. Marks part them; emoji are left out. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = []
  let words = ''
  let before: 'han' | 'word' | null = null
  const end = (asks: boolean) => {
    if (words !== '') clauses.push({ text: `${words} `, asks })
    words = ''
    before = null
  }
  for (const { kind, text: word } of tokenize(text)) {
    if (kind === 'emoji') continue
    if (kind === 'mark') {
      end(asking.test(word))
      continue
    }
    const isHan = kind === 'han'
    // A number stands close to the Chinese around it: "3点".
    words += before !== null && (isHan || before === 'han') ? word : ` ${word}`
    before = isHan ? 'han' : 'word'
  }
  end(false)
  return clauses
}

const asking = /[?？؟]/u
