/** Questions somebody saved, in workspace.db. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Api } from '../../shared/contract.ts'
import type { SavedQuestion } from '../../shared/questions.ts'
import { problem, problemOf } from '../../shared/problems.ts'
import { failed } from '../engine/failure.ts'
import { rawSql, sql, value, type ReadableDb, type WritableDb } from '../store/database.ts'

const most = 1000
const shape = z.object({
  id: z.string().min(1).max(100).nullable(),
  name: z
    .string()
    .trim()
    .min(1, problem('questions.problem.noName'))
    .max(200, problem('questions.problem.longName')),
  sql: z
    .string()
    .min(1, problem('questions.problem.empty'))
    .max(100_000, problem('questions.problem.longer')),
})

/** By name. */
export function readQuestions(db: ReadableDb): readonly SavedQuestion[] {
  return rawSql<[string, string, string, number]>(
    db,
    'SELECT id, name, sql, changed_at FROM saved_questions ORDER BY name COLLATE NOCASE, id',
  )
    .all()
    .map(([id, name, text, changedAt]) => ({ id, name, sql: text, changedAt }))
}

/** Saves and removes questions. A saved question may be taken back under the id it had. Throws `Failed` (`invalid`). */
export function createQuestionWrites({
  workspaceDb,
  now,
}: {
  readonly workspaceDb: WritableDb
  readonly now: () => number
}): Pick<Api, 'saveQuestion' | 'removeQuestion'> {
  return {
    saveQuestion(question) {
      const read = shape.safeParse(question)
      if (!read.success)
        throw failed('invalid', 'questions.wrong', {
          problem: problemOf(read.error.issues[0]?.message ?? problem('questions.problem.unreadable')),
        })
      if ((value<number>(workspaceDb, 'SELECT count(*) FROM saved_questions') ?? 0) >= most)
        throw failed('invalid', 'questions.tooManySaved', { most })
      const saved = { ...read.data, id: read.data.id ?? randomUUID(), changedAt: now() }
      sql(
        workspaceDb,
        `INSERT INTO saved_questions(id, name, sql, changed_at) VALUES (?, ?, ?, ?)
         ON CONFLICT(id) DO UPDATE SET name = excluded.name, sql = excluded.sql, changed_at = excluded.changed_at`,
      ).run(saved.id, saved.name, saved.sql, saved.changedAt)
      return Promise.resolve(saved)
    },
    removeQuestion(id) {
      sql(workspaceDb, 'DELETE FROM saved_questions WHERE id = ?').run(id)
      return Promise.resolve()
    },
  }
}
