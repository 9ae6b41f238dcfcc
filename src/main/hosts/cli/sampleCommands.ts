/** Scorecards, the samples drawn to be reviewed by them, and the queues that come of it. */
import type { Command } from 'commander'
import { type SampleRecipe, type Scorecard, strataDimensions } from '../../../shared/audits.ts'
import type { Api } from '../../../shared/contract.ts'
import { type AuditOptions, type AuditRunner, newestOf, scoreText } from './auditRunner.ts'
import { addCommonOptions, addScopeOptions } from './options.ts'
import { table, UsageError } from './output.ts'
import { countOf, known, listOf, scopeOf } from './scope.ts'

export function addSampleCommands(audit: Command, run: AuditRunner, now: () => number): void {
  addScorecardCommands(audit, run)

  addScopeOptions(audit.command('draw').description('draws a sample; the same recipe draws the same'))
    .requiredOption('--scorecard <ID>', 'its newest version is reviewed by')
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
    .action((options: DrawOptions) =>
      run(options, options.dry ? 'read' : 'write', async (api) => {
        const recipe = await recipeOf(api, options, now())
        if (options.dry) {
          const value = await api.previewSample(recipe)
          const drawn = value.conversations.length
          return { value, words: `${drawn} of ${value.candidates} conversations would be drawn.` }
        }
        const value = await api.drawSample(recipe)
        return {
          value,
          words: `${value.id}: ${value.items} reviews, drawn from ${value.candidates} conversations.`,
        }
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
    .option('--sample <ID>', 'default: all that are open')
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
        const columns = ['conversation', 'agent', 'reviewer', 'state', 'review', 'score']
        return { value, words: table(columns, cells) }
      }),
    )
}

function addScorecardCommands(audit: Command, run: AuditRunner): void {
  addCommonOptions(audit.command('scorecards').description('every version of every scorecard')).action(
    (options: AuditOptions) =>
      run(options, 'read', async (api) => {
        const value = await api.scorecards()
        const columns = ['id', 'version', 'name', 'reviews', 'archived']
        return { value, words: table(columns, value.map(scorecardCells)) }
      }),
  )

  addCommonOptions(audit.command('scorecard').description('makes a scorecard of a template'))
    .option('--template <KEY>', 'service, sales or complaints', 'service')
    .option('--language <L>', 'en, de, fr, es or zh-Hant', 'en')
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
}

const sampleMethods = ['plain', 'stratified', 'risk', 'flagged'] as const

interface DrawOptions extends AuditOptions {
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

async function recipeOf(api: Api, options: DrawOptions, now: number): Promise<SampleRecipe> {
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

function scorecardCells({ id, version, name, reviews, archived }: Scorecard): readonly string[] {
  return [id, String(version), name, String(reviews), archived ? 'yes' : 'no']
}
