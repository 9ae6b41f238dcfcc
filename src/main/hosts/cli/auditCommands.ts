import type { Command } from 'commander'
import { createAuditRunner } from './auditRunner.ts'
import type { CommandContext } from './main.ts'
import { addReviewActCommands } from './reviewActCommands.ts'
import { addReviewCommands } from './reviewCommands.ts'
import { addReviewFileCommands } from './reviewFileCommands.ts'
import { addSampleCommands } from './sampleCommands.ts'

/** `floorwalker audit …`: scorecards, samples, queues, reviews, results, and the files that carry them. */
export function addAuditCommands(program: Command, context: CommandContext): void {
  const audit = program.command('audit').description('message audits: draw a sample, review, see results')
  const run = createAuditRunner(context)
  addSampleCommands(audit, run, context.now)
  addReviewCommands(audit, run, context.now)
  addReviewActCommands(audit, run, context.now)
  addReviewFileCommands(audit, run)
}
