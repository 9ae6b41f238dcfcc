/** What becomes of reviews: acknowledged, disputed, answered, voided; sessions and scorecards put away; what agents learn. */
import type { Command } from 'commander'
import type {
  Agreement,
  Coaching,
  Dispute,
  DisputeAnswer,
  Rating,
  ReviewAction,
} from '../../../shared/audits.ts'
import { type AuditOptions, type AuditRunner, figureCells, scoreText } from './auditRunner.ts'
import { readJsonObject } from './files.ts'
import { addCommonOptions, addScopeOptions } from './options.ts'
import { table, UsageError } from './output.ts'
import { reviewWords } from './reviewCommands.ts'
import { known, listOf, scopeOf } from './scope.ts'

const answers = ['accepted', 'partly', 'rejected'] as const satisfies readonly DisputeAnswer[]

interface ActOptions extends AuditOptions {
  readonly by: string
  readonly comment: string
}

export function addReviewActCommands(audit: Command, run: AuditRunner, now: () => number): void {
  addActs(audit, run)
  addClosing(audit, run)
  addComparing(audit, run, now)
}

function addActs(audit: Command, run: AuditRunner): void {
  const act = (
    id: string,
    options: AuditOptions,
    actionOf: () => ReviewAction | Promise<ReviewAction>,
  ): Promise<void> =>
    run(options, 'write', async (api) => {
      const value = await api.actOnReview(id, await actionOf())
      return { value, words: reviewWords(value) }
    })
  const command = (name: string, description: string) =>
    addCommonOptions(audit.command(`${name} <review>`).description(description)).requiredOption(
      '--by <NAME>',
      'who does it',
    )

  command('acknowledge', 'the agent has seen their review')
    .option('--reply <TEXT>', 'what they say to it', '')
    .action((id: string, options: ActOptions & { readonly reply: string }) =>
      act(id, options, () => ({ kind: 'acknowledge', by: options.by, reply: options.reply })),
    )

  command('dispute', 'the agent disagrees')
    .requiredOption('--comment <TEXT>', 'why')
    .option(
      '--propose <LEVELS>',
      'CRITERION=LEVEL with commas between; a level counts from 0, - is not applicable',
    )
    .action((id: string, options: ActOptions & { readonly propose?: string }) =>
      act(id, options, () => ({
        kind: 'dispute',
        by: options.by,
        comment: options.comment,
        proposed: proposalsOf(options.propose),
      })),
    )

  command('answer', 'a dispute is answered')
    .requiredOption('--answer <ANSWER>', answers.join(', '))
    .option('--comment <TEXT>', 'why', '')
    .option('--ratings <FILE>', 'JSON with the ratings as they shall stand; default: as they are')
    .action((id: string, options: ActOptions & { readonly answer: string; readonly ratings?: string }) =>
      run(options, 'write', async (api) => {
        const answer = known(options.answer, answers, '--answer')
        const { by, comment } = options
        const ratings = await ratingsOf(options.ratings, async () => {
          return (await api.review({ id, asker: by })).ratings
        })
        const value = await api.actOnReview(id, { kind: 'answer', by, answer, comment, ratings })
        return { value, words: reviewWords(value) }
      }),
    )

  command('void', 'a review that shall not count; it is kept')
    .requiredOption('--comment <TEXT>', 'why')
    .action((id: string, options: ActOptions) =>
      act(id, options, () => ({ kind: 'void', by: options.by, comment: options.comment })),
    )
}

function addClosing(audit: Command, run: AuditRunner): void {
  addCommonOptions(
    audit
      .command('close <sample>')
      .description('a sample leaves the queues; a calibration shows its results'),
  ).action((id: string, options: AuditOptions) =>
    run(options, 'write', async (api) => {
      await api.closeSample(id)
      return { value: { closed: id }, words: `${id} is closed.` }
    }),
  )

  addCommonOptions(audit.command('archive <scorecard>').description('no new reviews by this scorecard'))
    .option('--undo', 'it is used again')
    .action((id: string, options: AuditOptions & { readonly undo?: boolean }) =>
      run(options, 'write', async (api) => {
        const archived = options.undo !== true
        await api.archiveScorecard(id, archived)
        return {
          value: { scorecard: id, archived },
          words: `${id} is ${archived ? 'archived' : 'in use again'}.`,
        }
      }),
    )
}

function addComparing(audit: Command, run: AuditRunner, now: () => number): void {
  addCommonOptions(
    audit.command('agreement <sample>').description('how alike the reviewers of a calibration score'),
  )
    .requiredOption('--reviewer <NAME>', 'who asks; while it is open, only chats they scored are shown')
    .action((sample: string, options: AuditOptions & { readonly reviewer: string }) =>
      run(options, 'read', async (api) => {
        const value = await api.agreement({ sample, asker: options.reviewer })
        return { value, words: agreementWords(value) }
      }),
    )

  addScopeOptions(
    audit.command('coaching <agent>').description('what an agent’s reviews say, beside the others’'),
  ).action((agent: string, options: AuditOptions) =>
    run(options, 'read', async (api) => {
      const value = await api.coaching({ agent, scope: scopeOf(options, await api.workspace(), now()) })
      return { value, words: coachingWords(value) }
    }),
  )
}

/** Throws `UsageError` for a part that names no level. */
function proposalsOf(text: string | undefined): Dispute['proposed'] {
  return listOf(text).map((part) => {
    const [, criterion, level] = /^(.+)=(\d+|-)$/u.exec(part) ?? []
    if (criterion === undefined || level === undefined)
      throw new UsageError(`--propose ${part}: give CRITERION=LEVEL, or CRITERION=- for not applicable.`)
    return { criterion, level: level === '-' ? null : Number(level) }
  })
}

/** The engine says what is wrong with a rating; here it is only that there are some. */
async function ratingsOf(
  file: string | undefined,
  asTheyAre: () => Promise<readonly Rating[]>,
): Promise<readonly Rating[]> {
  if (file === undefined) return asTheyAre()
  const { ratings } = (await readJsonObject(file, 'ratings')) as { readonly ratings?: readonly Rating[] }
  if (Array.isArray(ratings)) return ratings
  throw new UsageError(`${file} holds no list of ratings; nothing was changed.`)
}

function agreementWords({ alpha, low, high, units, byCriterion, items, reviewers }: Agreement): string {
  const interval = low === null || high === null ? '' : ` (${low.toFixed(2)}–${high.toFixed(2)})`
  return [
    `Krippendorff’s alpha ${alphaText(alpha)}${interval} over ${units} chats.`,
    table(
      ['criterion', 'alpha', 'chats'],
      byCriterion.map(({ name, alpha: own, units: chats }) => [name, alphaText(own), String(chats)]),
    ),
    table(
      ['conversation', ...reviewers, 'spread'],
      items.map(({ conversation, scores, spread }) => [
        conversation,
        ...reviewers.map((name) =>
          scoreText(scores.find(({ reviewer }) => reviewer === name)?.score ?? null),
        ),
        scoreText(spread),
      ]),
    ),
  ].join('\n\n')
}

function coachingWords({ agent, score, team, criteria, praise }: Coaching): string {
  const cells = [{ name: 'all', own: score, others: team }, ...criteria].map(({ name, own, others }) => [
    name,
    ...figureCells(own),
    scoreText(others.mean),
  ])
  return [
    `${agent}, beside the others`,
    table(['criterion', 'n', 'score', 'interval', 'others'], cells),
    ...praise.map(({ conversation, note }) => `Praised in ${conversation}: ${note}`),
  ].join('\n')
}

function alphaText(alpha: number | null): string {
  return alpha === null ? '–' : alpha.toFixed(2)
}
