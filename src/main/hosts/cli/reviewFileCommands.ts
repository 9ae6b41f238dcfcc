/** Queues and reviews as files: taken along, and merged. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { MergeRequest, MergeResult } from '../../../shared/audits.ts'
import { type AuditOptions, type AuditRunner, scoreText } from './auditRunner.ts'
import { readTextFile } from './files.ts'
import { addCommonOptions } from './options.ts'
import { UsageError } from './output.ts'
import { listOf } from './scope.ts'

export function addReviewFileCommands(audit: Command, run: AuditRunner): void {
  addCommonOptions(
    audit.command('take').description('a reviewer’s queue, chats included, or reviews as a file'),
  )
    .requiredOption('--reviewer <NAME>', 'whose')
    .requiredOption('--out <FILE>', 'where it is written')
    .option('--reviews', 'the reviews, to bring back')
    .action((options: TakeOptions) => {
      const target = resolve(options.out)
      const content = options.reviews ? 'reviews' : 'queue'
      return run(
        options,
        'write',
        async (api) => {
          const value = await api.saveQueueFile({ reviewer: options.reviewer, content })
          return { value, words: `Written to ${value.saved ?? target}.` }
        },
        target,
      )
    })

  addCommonOptions(audit.command('merge <file>').description('brings a file of a queue or of reviews in'))
    .option('--dry', 'only says what would happen')
    .option('--choose <CHOICES>', 'for conflicts: REVIEW=mine, theirs or both, with commas between')
    .action((file: string, options: MergeOptions) => {
      const choices = choicesOf(options.choose)
      return run(options, 'write', async (api) => {
        const text = await readTextFile(file)
        const value = await api.mergeReviews({ file: text, dry: options.dry ?? false, choices })
        return { value, words: mergeWords(value) }
      })
    })
}

interface TakeOptions extends AuditOptions {
  readonly reviewer: string
  readonly out: string
  readonly reviews?: boolean
}

interface MergeOptions extends AuditOptions {
  readonly dry?: boolean
  readonly choose?: string
}

type Choices = MergeRequest['choices']

function choicesOf(text: string | undefined): Choices {
  return Object.fromEntries(
    listOf(text).map((part) => {
      const [, review, choice] = /^(.+)=(mine|theirs|both)$/u.exec(part) ?? []
      if (review === undefined || choice === undefined)
        throw new UsageError(`--choose ${part}: give REVIEW=mine, REVIEW=theirs or REVIEW=both.`)
      return [review, choice as Choices[string]]
    }),
  )
}

function mergeWords({ added, same, updated, conflicts, missing }: MergeResult): string {
  return [
    `${added} added, ${same} the same, ${updated} updated, ${conflicts.length} in conflict, ${missing} of chats that are not here.`,
    ...conflicts.map(
      ({ review, conversation, mine, theirs }) =>
        `In conflict: ${review} of ${conversation}, mine ${mine.state} ${scoreText(mine.score)}, theirs ${theirs.state} ${scoreText(theirs.score)}; nothing of it was changed. Choose with --choose ${review}=mine, theirs or both.`,
    ),
  ].join('\n')
}
