/** Questions somebody saved, in workspace.db. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Api } from '../../shared/contract.ts'
import type { SavedQuestion } from '../../shared/questions.ts'
import { Failed } from '../engine/failure.ts'
import { rawSql, sql, value, type ReadableDb, type WritableDb } from '../store/database.ts'

const most = 1000
const shape = z.object({
  id: z.string().min(1).max(100).nullable(),
  name: z.string().trim().min(1, 'has no name').max(200, 'has a name of more than 200 characters'),
  sql: z.string().min(1, 'is empty').max(100_000, 'is longer than 100,000 characters'),
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
        throw new Failed(
          'invalid',
          `The question ${read.error.issues[0]?.message ?? 'cannot be read'}; it was not saved.`,
          'Change it and save it again.',
        )
      if ((value<number>(workspaceDb, 'SELECT count(*) FROM saved_questions') ?? 0) >= most)
        throw new Failed(
          'invalid',
          `There are ${most} saved questions already; this one was not saved.`,
          'Remove one first.',
        )
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
