import type { QuestionView } from '../../../shared/questions.ts'

/** Those whose name or meaning holds every word. */
export function columnsLike(columns: QuestionView['columns'], wanted: string): QuestionView['columns'] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  return columns.filter(({ name, about }) => {
    const text = `${name} ${about}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
