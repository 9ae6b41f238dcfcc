import { onTestFinished, describe, expect, it } from 'vitest'
import { createQuestionWrites, readQuestions } from '../../../src/main/questions/questionStore.ts'
import { openWorkspaceDb } from '../../../src/main/store/open.ts'
import { temporaryFolder } from '../../support/database.ts'

function openStore() {
  const workspaceDb = openWorkspaceDb(temporaryFolder(), 'writer')
  onTestFinished(() => void workspaceDb.close())
  let now = 1000
  const writes = createQuestionWrites({ workspaceDb, now: () => (now += 1) })
  return { ...writes, list: () => readQuestions(workspaceDb) }
}

describe('saved questions', () => {
  it('are kept by name, changed under their id, removed, and taken back as they were', async () => {
    const { saveQuestion, removeQuestion, list } = openStore()
    const late = await saveQuestion({ id: null, name: '  Late  ', sql: 'SELECT 1' })
    const early = await saveQuestion({ id: null, name: 'early', sql: 'SELECT 2' })
    expect(list()).toEqual([early, late])
    expect(late).toMatchObject({ name: 'Late', sql: 'SELECT 1', changedAt: 1001 })
    await saveQuestion({ ...late, name: 'A late one' })
    expect(list().map(({ id, name }) => [id, name])).toEqual([
      [late.id, 'A late one'],
      [early.id, 'early'],
    ])
    await removeQuestion(early.id)
    await removeQuestion('nobody')
    expect(list()).toHaveLength(1)
    await saveQuestion(early)
    expect(list().map(({ id }) => id)).toEqual([late.id, early.id])
  })

  it.each([
    [{ id: null, name: ' ', sql: 'SELECT 1' }, 'has no name'],
    [{ id: null, name: 'x', sql: '' }, 'is empty'],
    [{ id: null, name: 'x'.repeat(201), sql: 'SELECT 1' }, 'more than 200'],
    [{ id: null, name: 'x', sql: 'x'.repeat(100_001) }, 'longer than 100,000'],
  ])('are refused with a sentence where they are wrong', (question, reason) => {
    const { saveQuestion, list } = openStore()
    expect(() => saveQuestion(question)).toThrow(reason)
    expect(list()).toEqual([])
  })
})
