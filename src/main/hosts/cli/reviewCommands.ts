/** Reviews as they are begun, written and read, and what comes of all of them. */
import type { Command } from 'commander'
import type { Review, ReviewContent } from '../../../shared/audits.ts'
import { criteriaOf } from '../../../shared/scoring.ts'
import { type AuditOptions, type AuditRunner, figureCells, newestOf, scoreText } from './auditRunner.ts'
import { readJsonObject } from './files.ts'
import { addCommonOptions, addScopeOptions } from './options.ts'
import { table, UsageError } from './output.ts'
import { countOf, scopeOf } from './scope.ts'

export function addReviewCommands(audit: Command, run: AuditRunner, now: () => number): void {
  addCommonOptions(
    audit.command('begin <conversation>').description('begins a review, or finds the one begun'),
  )
    .requiredOption('--reviewer <NAME>', 'who reviews')
    .option('--scorecard <ID>', 'default: the newest')
    .option('--sample <ID>', 'the sample it was drawn in')
    .action((conversation: string, options: BeginOptions) =>
      run(options, 'write', async (api) => {
        const value = await api.beginReview({
          conversation,
          scorecard: options.scorecard === undefined ? null : await newestOf(api, options.scorecard),
          sample: options.sample ?? null,
          reviewer: options.reviewer,
        })
        return { value, words: reviewWords(value) }
      }),
    )

  addCommonOptions(audit.command('show <review>').description('one review, criterion by criterion'))
    .option('--reviewer <NAME>', asksFor)
    .action((id: string, options: AskingOptions) =>
      run(options, 'read', async (api) => {
        const value = await api.review({ id, asker: options.reviewer ?? null })
        return { value, words: `${reviewWords(value)}\n${ratingsTable(value)}` }
      }),
    )

  addCommonOptions(
    audit
      .command('write <review> <file>')
      .description('ratings, notes, tags, comment from a JSON file; what it does not name stays'),
  )
    .option('--reviewer <NAME>', asksFor)
    .option('--submit', 'and hands it in')
    .action((id: string, file: string, options: AskingOptions & { readonly submit?: boolean }) =>
      run(options, 'write', async (api) => {
        const read = await readJsonObject(file, 'ratings, notes, tags or comment')
        const before = await api.review({ id, asker: options.reviewer ?? null })
        const saved = await api.saveReview(id, contentIn(read, file, before))
        const value = options.submit ? await api.actOnReview(id, { kind: 'submit' }) : saved
        return { value, words: reviewWords(value) }
      }),
    )

  addScopeOptions(audit.command('reviews').description('reviews of conversations in the period'))
    .option('--limit <N>', 'how many', '50')
    .option('--after <CURSOR>', 'the "next" of the page before')
    .action((options: AuditOptions & { readonly limit: string; readonly after?: string }) =>
      run(options, 'read', async (api) => {
        const value = await api.reviews({
          scope: scopeOf(options, await api.workspace(), now()),
          states: [],
          reviewers: [],
          agents: [],
          conversation: null,
          after: options.after ?? null,
          limit: countOf('--limit', options.limit),
        })
        const cells = value.rows.map((row) => [
          row.id,
          row.conversation,
          row.agent ?? '–',
          row.reviewer,
          row.state,
          scoreText(row.score),
        ])
        const more = value.next === null ? [] : [`More: --after ${value.next}`]
        const columns = ['review', 'conversation', 'agent', 'reviewer', 'state', 'score']
        return { value, words: [table(columns, cells), ...more].join('\n') }
      }),
    )

  addScopeOptions(audit.command('results').description('scores with their intervals'))
    .option('--scorecard <ID>', 'default: all of them')
    .option('--include-picked', 'also reviews of chats that were not drawn at random')
    .action((options: ResultOptions) =>
      run(options, 'read', async (api) => {
        const value = await api.auditResults({
          scope: scopeOf(options, await api.workspace(), now()),
          scorecard: options.scorecard === undefined ? null : (await newestOf(api, options.scorecard)).id,
          reviewers: [],
          includePicked: options.includePicked ?? false,
        })
        const cells = value.byAgent.map((row) => [row.key ?? '–', ...figureCells(row.score)])
        const total = ['all', ...figureCells(value.total)]
        return { value, words: table(['agent', 'n', 'score', 'interval'], [...cells, total]) }
      }),
    )
}

/** Reviewers of a calibration score blind: who asks decides what of it is shown. */
const asksFor = 'who asks; of a calibration that is open, one’s own is shown'

interface AskingOptions extends AuditOptions {
  readonly reviewer?: string
}

interface BeginOptions extends AuditOptions {
  readonly reviewer: string
  readonly scorecard?: string
  readonly sample?: string
}

interface ResultOptions extends AuditOptions {
  readonly scorecard?: string
  readonly includePicked?: boolean
}

/**
 * What a file says of a review, over what the review holds; a whole review as `show --json` prints it will do. Throws
 * `UsageError` for a name that no review has: a slip of the pen shall not leave a rating out unseen.
 */
function contentIn(read: object, file: string, before: Review): ReviewContent {
  const strange = Object.keys(read).find((name) => !Object.hasOwn(before, name))
  if (strange !== undefined)
    throw new UsageError(
      `${file}: a review has no ${JSON.stringify(strange.slice(0, 80))}; give ratings, notes, tags or comment. Nothing was changed.`,
    )
  const { ratings, notes, tags, comment } = { ...before, ...read }
  return { ratings, notes, tags, comment }
}

export function reviewWords({ id, conversation, state, score, scorecard, changedSince }: Review): string {
  const said = `${id}: ${conversation}, ${scorecard.name} version ${scorecard.version}, ${state}, score ${scoreText(score.value)}`
  if (changedSince === null) return `${said}; the chat was erased since, the review is kept`
  return changedSince ? `${said}; the chat has changed since` : said
}

function ratingsTable({ scorecard, ratings }: Review): string {
  const cells = criteriaOf(scorecard.sections).flatMap(({ id, name, scale }) =>
    ratings
      .filter(({ criterion }) => criterion === id)
      .map(({ level, message, note }) => [
        name,
        level === null ? 'not applicable' : (scale[level] ?? '–'),
        message ?? '–',
        note,
      ]),
  )
  return table(['criterion', 'rating', 'message', 'note'], cells)
}
