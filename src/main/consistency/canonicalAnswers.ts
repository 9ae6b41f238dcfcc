/** How a question is to be answered, as somebody laid it down. Kept in workspace.db. */
import { randomUUID } from 'node:crypto'
import type { CanonicalAnswer } from '../../shared/audits.ts'
import { sql, type ReadableDb, type WritableDb } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'

const longest = 4000

/** Newest first. */
export function listCanonicalAnswers(db: ReadableDb): readonly CanonicalAnswer[] {
  return sql<CanonicalAnswer>(
    db,
    'SELECT id, question, answer, by, at FROM canonical_answers ORDER BY at DESC, id',
  ).all()
}

/** Keeps an answer; of two for one question the newer holds, the older stays. Throws a `StoreFailure` (`invalid`). */
export function saveCanonicalAnswer(
  db: WritableDb,
  answer: Pick<CanonicalAnswer, 'question' | 'answer' | 'by'>,
  now: number,
): CanonicalAnswer {
  for (const [name, text] of [
    ['question', answer.question],
    ['answer', answer.answer],
  ] as const) {
    if (text.trim() === '') throw storeFailed('invalid', `answers.${name}Empty`)
    if (text.length > longest) throw storeFailed('invalid', `answers.${name}Longer`, { most: longest })
  }
  const kept: CanonicalAnswer = { id: randomUUID(), ...answer, at: now }
  sql(
    db,
    'INSERT INTO canonical_answers(id, question, answer, by, at) VALUES (@id, @question, @answer, @by, @at)',
  ).run(kept)
  return kept
}
