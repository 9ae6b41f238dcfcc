/** Workspaces to ask, closed again, so that only one program holds their files. */
import { onTestFinished } from 'vitest'
import { startNodeChild, type Child } from '../../../src/main/questions/child.ts'
import type { Told } from '../../../src/main/questions/protocol.ts'
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

/** A desk with real processes, which end with the test. `began` resolves when a question with this many before it runs. */
export function openDesk(context: QuestionContext): QuestionDesk & {
  readonly children: readonly Child[]
  began(before: number): Promise<void>
} {
  const children: Child[] = []
  const runs: PromiseWithResolvers<void>[] = []
  const runOf = (index: number) => (runs[index] ??= Promise.withResolvers<void>())
  let next = 0
  const desk = createQuestionDesk({
    context: () => Promise.resolve(context),
    start(program) {
      const child = startNodeChild(program)
      children.push(child)
      child.onMessage((told) => {
        if ((told as Told).kind === 'began') runOf(next++).resolve()
      })
      return child
    },
  })
  onTestFinished(() => desk.close())
  return { ...desk, children, began: (before) => runOf(before).promise }
}
