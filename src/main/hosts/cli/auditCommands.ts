import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import {
  type Review,
  type ReviewContent,
  type SampleRecipe,
  type ScoreFigure,
  type Scorecard,
  strataDimensions,
} from '../../../shared/audits.ts'
import type { Api } from '../../../shared/contract.ts'
import { Failed } from '../../engine/failure.ts'
import type { CommandContext } from './main.ts'
import { addCommonOptions, addScopeOptions } from './options.ts'
import { table, UsageError } from './output.ts'
import { countOf, known, listOf, scopeOf, type ScopeOptions } from './scope.ts'
import { withEngine } from './session.ts'
import { workspaceFolder } from './workspaceFolder.ts'

interface AuditOptions extends ScopeOptions {
  readonly workspace?: string
  readonly json?: boolean
}

/** `floorwalker audit …`: scorecards, samples, queues, reviews, results, and the files that carry them. */
export function addAuditCommands(program: Command, context: CommandContext): void {
  const audit = program.command('audit').description('message audits: draw a sample, review, see results')
  const run = async (
    options: AuditOptions & { readonly out?: string },
    mode: 'read' | 'write',
    work: (api: Api) => Promise<{ readonly value: unknown; readonly words: string }>,
  ) => {
    const output = context.output(options.json ?? false)
    const dir = workspaceFolder(options.workspace)
    const target = options.out === undefined ? {} : { target: resolve(options.out) }
    await withEngine({ dir, mode, sync: false, ...target }, async ({ api }) => {
      const { value, words } = await work(api)
      output.result(value, () => words)
    })
  }

  addCommonOptions(audit.command('scorecards').description('every version of every scorecard')).action(
    (options: AuditOptions) =>
      run(options, 'read', async (api) => {
        const value = await api.scorecards()
        return {
          value,
          words: table(['id', 'version', 'name', 'reviews', 'archived'], value.map(scorecardCells)),
        }
      }),
  )

  addCommonOptions(audit.command('scorecard').description('makes a scorecard of a template'))
    .option('--template <KEY>', 'service, sales or complaints', 'service')
    .option('--language <L>', 'en, de, fr, es or zh-TW', 'en')
    .action((options: AuditOptions & { readonly template: string; readonly language: string }) =>
      run(options, 'write', async (api) => {
        const templates = await api.scorecardTemplates()
        const found = templates.find(
          ({ key, language }) => key === options.template && language === options.language,
        )
        if (found === undefined)
          throw new UsageError(
            `There is no template ${options.template} in ${options.language}; there are ${templates.map(({ key, language }) => `${key} ${language}`).join(', ')}.`,
          )
        const value = await api.saveScorecard(found.draft)
        return { value, words: `${value.name}, version ${value.version}: ${value.id}` }
      }),
    )

  addScopeOptions(audit.command('draw').description('draws a sample; the same recipe draws the same'))
    .requiredOption('--scorecard <ID>')
    .requiredOption('--reviewer <NAMES>', 'who reviews, with commas between')
    .option('--name <NAME>', 'what the sample is called', 'Sample')
    .option('--size <N>', 'how many conversations', '20')
    .option('--seed <N>', 'any whole number', '1')
    .option('--method <M>', sampleMethods.join(', '), 'stratified')
    .option('--strata <DIMENSIONS>', strataDimensions.join(', '), 'agent')
    .option('--allocation <A>', 'every or proportional', 'every')
    .option('--cycle <NAME>', 'in a cycle no conversation is drawn twice')
    .option('--calibration', 'everybody scores the same conversations, kept out of results')
    .option('--dry', 'shows what would be drawn')
    .action((options: AuditOptions & DrawOptions) =>
      run(options, options.dry ? 'read' : 'write', async (api) => {
        const recipe = await recipeOf(api, options, context.now())
        const value = options.dry ? await api.previewSample(recipe) : await api.drawSample(recipe)
        const drawn = 'items' in value ? value.items : value.conversations.length
        return { value, words: `${drawn} of ${value.candidates} conversations.` }
      }),
    )

  addCommonOptions(audit.command('samples').description('what was drawn, and how far it is reviewed')).action(
    (options: AuditOptions) =>
      run(options, 'read', async (api) => {
        const value = await api.samples()
        const cells = value.map(({ id, recipe, items, reviewed, closed }) => [
          id,
          recipe.name,
          String(items),
          String(reviewed),
          closed ? 'closed' : 'open',
        ])
        return { value, words: table(['id', 'name', 'items', 'reviewed', 'state'], cells) }
      }),
  )

  addCommonOptions(audit.command('queue').description('what waits for a reviewer'))
    .option('--reviewer <NAME>', 'default: everybody')
    .option('--sample <ID>')
    .action((options: AuditOptions & { readonly reviewer?: string; readonly sample?: string }) =>
      run(options, 'read', async (api) => {
        const value = await api.queue({ reviewer: options.reviewer ?? null, sample: options.sample ?? null })
        const cells = value.map((item) => [
          item.conversation,
          item.agent ?? '–',
          item.reviewer,
          item.state,
          item.review ?? '–',
          scoreText(item.score),
        ])
        return {
          value,
          words: table(['conversation', 'agent', 'reviewer', 'state', 'review', 'score'], cells),
        }
      }),
    )

  addCommonOptions(
    audit.command('begin <conversation>').description('begins a review, or finds the one begun'),
  )
    .requiredOption('--reviewer <NAME>')
    .option('--scorecard <ID>', 'default: the newest')
    .option('--sample <ID>')
    .action(
      (
        conversation: string,
        options: AuditOptions & {
          readonly reviewer: string
          readonly scorecard?: string
          readonly sample?: string
        },
      ) =>
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

  addCommonOptions(audit.command('show <review>').description('one review, whole')).action(
    (id: string, options: AuditOptions) =>
      run(options, 'read', async (api) => {
        const value = await api.review(id)
        return { value, words: reviewWords(value) }
      }),
  )

  addCommonOptions(
    audit.command('write <review> <file>').description('ratings, notes, tags and comment from a JSON file'),
  )
    .option('--submit', 'and hands it in')
    .action((id: string, file: string, options: AuditOptions & { readonly submit?: boolean }) =>
      run(options, 'write', async (api) => {
        const content = parseContent(await readFile(resolve(file), 'utf8'), file)
        const saved = await api.saveReview(id, content)
        const value = options.submit ? await api.actOnReview(id, { kind: 'submit' }) : saved
        return { value, words: reviewWords(value) }
      }),
    )

  addScopeOptions(audit.command('reviews').description('reviews of conversations in the period'))
    .option('--limit <N>', 'how many', '50')
    .option('--after <CURSOR>', 'the "next" of the page before')
    .action((options: AuditOptions & { readonly limit: string; readonly after?: string }) =>
      run(options, 'read', async (api) => {
        const scope = scopeOf(options, await api.workspace(), context.now())
        const value = await api.reviews({
          scope,
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
        return {
          value,
          words: table(['review', 'conversation', 'agent', 'reviewer', 'state', 'score'], cells),
        }
      }),
    )

  addScopeOptions(audit.command('results').description('scores with their intervals'))
    .option('--scorecard <ID>')
    .option('--include-picked', 'also reviews of chats somebody picked by hand')
    .action((options: AuditOptions & { readonly scorecard?: string; readonly includePicked?: boolean }) =>
      run(options, 'read', async (api) => {
        const value = await api.auditResults({
          scope: scopeOf(options, await api.workspace(), context.now()),
          scorecard: options.scorecard ?? null,
          reviewers: [],
          includePicked: options.includePicked ?? false,
        })
        const cells = value.byAgent.map((row) => [row.key ?? '–', ...figureCells(row.score)])
        return {
          value,
          words: table(['agent', 'n', 'score', 'interval'], [...cells, ['all', ...figureCells(value.total)]]),
        }
      }),
    )

  addCommonOptions(
    audit.command('take').description('a reviewer’s queue, chats included, or reviews as a file'),
  )
    .requiredOption('--reviewer <NAME>')
    .requiredOption('--out <FILE>')
    .option('--reviews', 'the reviews, to bring back')
    .action(
      (
        options: AuditOptions & {
          readonly reviewer: string
          readonly out: string
          readonly reviews?: boolean
        },
      ) =>
        run(options, 'write', async (api) => {
          const content = options.reviews ? 'reviews' : 'queue'
          const value = await api.saveQueueFile({ reviewer: options.reviewer, content })
          return { value, words: `Written to ${value.saved ?? options.out}.` }
        }),
    )

  addCommonOptions(audit.command('merge <file>').description('brings a file of a queue or of reviews in'))
    .option('--dry', 'only says what would happen')
    .option('--choose <CHOICES>', 'for conflicts: REVIEW=mine|theirs|both, with commas between')
    .action((file: string, options: AuditOptions & { readonly dry?: boolean; readonly choose?: string }) =>
      run(options, 'write', async (api) => {
        const text = await readFile(resolve(file), 'utf8')
        const choices = choicesOf(options.choose)
        const value = await api.mergeReviews({ file: text, dry: options.dry ?? false, choices })
        const words = `${value.added} added, ${value.same} the same, ${value.updated} updated, ${value.conflicts.length} in conflict, ${value.missing} of chats that are not here.`
        return { value, words }
      }),
    )
}

const sampleMethods = ['plain', 'stratified', 'risk', 'flagged'] as const

interface DrawOptions {
  readonly scorecard: string
  readonly reviewer: string
  readonly name: string
  readonly size: string
  readonly seed: string
  readonly method: string
  readonly strata: string
  readonly allocation: string
  readonly cycle?: string
  readonly calibration?: boolean
  readonly dry?: boolean
}

async function recipeOf(api: Api, options: AuditOptions & DrawOptions, now: number): Promise<SampleRecipe> {
  const seed = Number(options.seed)
  if (!Number.isSafeInteger(seed)) throw new UsageError(`--seed ${options.seed} is no whole number.`)
  return {
    name: options.name,
    scope: scopeOf(options, await api.workspace(), now),
    method: known(options.method, sampleMethods, '--method'),
    strata: listOf(options.strata).map((name) => known(name, strataDimensions, '--strata')),
    allocation: known(options.allocation, ['every', 'proportional'], '--allocation'),
    size: countOf('--size', options.size),
    seed,
    cycle: options.cycle ?? null,
    scorecard: await newestOf(api, options.scorecard),
    reviewers: listOf(options.reviewer).map((name) => ({ name, quota: null })),
    calibration: options.calibration ?? false,
    dueAt: null,
  }
}

async function newestOf(api: Api, id: string): Promise<{ readonly id: string; readonly version: number }> {
  const scorecards = await api.scorecards()
  const found = scorecards.find((one) => one.id === id && one.newest)
  if (found === undefined)
    throw new Failed('invalid', `There is no scorecard ${id}.`, 'See "floorwalker audit scorecards".')
  return { id: found.id, version: found.version }
}

function parseContent(text: string, file: string): ReviewContent {
  try {
    return { ratings: [], notes: [], tags: [], comment: '', ...(JSON.parse(text) as Partial<ReviewContent>) }
  } catch {
    throw new UsageError(`${file} is no JSON.`)
  }
}

function choicesOf(text: string | undefined): Record<string, 'mine' | 'theirs' | 'both'> {
  return Object.fromEntries(
    listOf(text).map((part) => {
      const [review = '', choice = ''] = part.split('=')
      return [review, known(choice, ['mine', 'theirs', 'both'], '--choose')]
    }),
  )
}

function scorecardCells({ id, version, name, reviews, archived }: Scorecard): readonly string[] {
  return [id, String(version), name, String(reviews), archived ? 'yes' : 'no']
}

function figureCells({ n, mean, low, high }: ScoreFigure): readonly string[] {
  return [
    String(n),
    scoreText(mean),
    low === null || high === null ? '–' : `${scoreText(low)}–${scoreText(high)}`,
  ]
}

function scoreText(score: number | null): string {
  return score === null ? '–' : score.toFixed(1)
}

function reviewWords({ id, conversation, state, score, scorecard }: Review): string {
  return `${id}: ${conversation}, ${scorecard.name} version ${scorecard.version}, ${state}, score ${scoreText(score.value)}`
}
