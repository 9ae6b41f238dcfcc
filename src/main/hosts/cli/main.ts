import { Command, CommanderError } from 'commander'
import { version } from '../../version.ts'
import { addAssignmentCommands } from './assignmentCommands.ts'
import { addAuditCommands } from './auditCommands.ts'
import { addDataCommands } from './dataCommands.ts'
import { addLiveCommands } from './liveCommands.ts'
import { addNumberCommands } from './numberCommands.ts'
import { addFlagCommands } from './flagCommands.ts'
import { createOutput, explainError, type Output } from './output.ts'
import { addPlanningCommands } from './planningCommands.ts'
import { addQuestionCommands } from './questionCommands.ts'
import { addReportCommands } from './reportCommands.ts'
import { addRowCommands } from './rowCommands.ts'
import { addSearchCommands } from './searchCommands.ts'
import { addServerCommands } from './serverCommands.ts'
import { addSourceCommands } from './sourceCommands.ts'

/** What every command is given: where to write, and the clock. */
export interface CommandContext {
  output(json: boolean): Output
  readonly now: () => number
}

/** Runs one call; resolves to its exit code: 0 done, 1 the work failed, 2 the call is wrong. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const outputs: { end(): void }[] = []
  const context: CommandContext = {
    now: Date.now,
    output(json) {
      const output = createOutput({ out: process.stdout, err: process.stderr }, json, Date.now)
      outputs.push(output)
      return output
    },
  }
  const program = new Command('floorwalker')
    .description('Supervisor console for teams that serve customers on WhatsApp')
    .version(version)
    .exitOverride()
    // What stands behind a command is the command's: `search -Vienna` asks for no version.
    .enablePositionalOptions()
    .showHelpAfterError('(see --help)')
  for (const add of [
    addSourceCommands,
    addDataCommands,
    addAssignmentCommands,
    addNumberCommands,
    addLiveCommands,
    addSearchCommands,
    addFlagCommands,
    addAuditCommands,
    addPlanningCommands,
    addReportCommands,
    addQuestionCommands,
    addRowCommands,
    addServerCommands,
  ])
    add(program, context)
  try {
    await program.parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const { text, code } = explainError(error)
    process.stderr.write(`${text}\n`)
    return code
  } finally {
    for (const output of outputs) output.end()
  }
}
