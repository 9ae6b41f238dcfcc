/** Workspaces to ask, closed again, so that only one program holds their files. */
import { onTestFinished } from 'vitest'
import { createQuestionDesk, type QuestionDesk } from '../../../src/main/questions/questionDesk.ts'
import type { QuestionContext } from '../../../src/main/questions/viewSources.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import type { QuestionQuery } from '../../../src/shared/questions.ts'
import { defaultRules } from '../../../src/shared/rules.ts'
import { benchmarkTargets } from '../../../src/shared/targets.ts'

/** Makes a workspace without anything in it. */
export function bareContext(dir: string): QuestionContext {
  openCache(dir, 'writer').close()
  openWorkspaceDb(dir, 'writer').close()
  return {
    dir,
    zone: 'Europe/Berlin',
    now: Date.UTC(2026, 4, 11, 12),
    settings: { rules: defaultRules, targets: benchmarkTargets, targetOverrides: [] },
    dictionary: { agents: [], teams: [], channels: [], categories: [] },
  }
}

export function query(sql: string, more: Partial<QuestionQuery> = {}): QuestionQuery {
  return { id: sql, sql, rows: 1000, seconds: 30, ...more }
}

/** A desk with a real process, which ends with the test. */
export function openDesk(context: QuestionContext): QuestionDesk {
  const desk = createQuestionDesk({ context: () => Promise.resolve(context) })
  onTestFinished(() => desk.close())
  return desk
}
