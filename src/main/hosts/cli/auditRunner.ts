/** What the commands of `floorwalker audit` have in common. */
import type { Scorecard, ScoreFigure } from '../../../shared/audits.ts'
import type { Api } from '../../../shared/contract.ts'
import { failed } from '../../engine/failure.ts'
import type { CommandContext } from './main.ts'
import type { ScopeOptions } from './scope.ts'
import { withEngine } from './session.ts'
import { workspaceFolder } from './workspaceFolder.ts'

export interface AuditOptions extends ScopeOptions {
  readonly workspace?: string
  readonly json?: boolean
}

/** What a command answers: to a program, and to a person. */
export interface Answer {
  readonly value: unknown
  readonly words: string
}

/** Opens the workspace of a call, does its work and tells what came of it. `target`: where a file it makes goes. */
export type AuditRunner = (
  options: AuditOptions,
  mode: 'read' | 'write',
  work: (api: Api) => Promise<Answer>,
  target?: string,
) => Promise<void>

export function createAuditRunner(context: CommandContext): AuditRunner {
  return async (options, mode, work, target) => {
    const output = context.output(options.json ?? false)
    const dir = workspaceFolder(options.workspace)
    const written = target === undefined ? {} : { target }
    await withEngine({ dir, mode, sync: false, ...written }, async ({ api }) => {
      const { value, words } = await work(api)
      output.result(value, () => words)
    })
  }
}

/** The newest version of a scorecard. Throws `Failed` (`invalid`) when there is none of this id. */
export async function newestOf(api: Api, id: string): Promise<Pick<Scorecard, 'id' | 'version'>> {
  const scorecards = await api.scorecards()
  const found = scorecards.find((one) => one.id === id && one.newest)
  if (found === undefined) throw failed('invalid', 'command.noScorecard', { id })
  return { id: found.id, version: found.version }
}

/** A score with one decimal; a dash where nothing was scored. */
export function scoreText(score: number | null): string {
  return score === null ? '–' : score.toFixed(1)
}

/** How many reviews, their score, and the interval it lies in. */
export function figureCells({ n, mean, low, high }: ScoreFigure): readonly string[] {
  const interval = low === null || high === null ? '–' : `${scoreText(low)}–${scoreText(high)}`
  return [String(n), scoreText(mean), interval]
}
