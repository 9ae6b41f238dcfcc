import { resolve } from 'node:path'
import type { Command } from 'commander'
import { languages, type Api, type Language, type Scope } from '../../../shared/contract.ts'
import {
  paperSizes,
  reportFormats,
  type Paper,
  type ReportFormat,
  type ReportQuery,
  type ReportTemplate,
} from '../../../shared/reporting.ts'
import { draftOf } from '../../reports/issued/issue.ts'
import { checkReportFile, findReportFootnote, listIssuedReports } from './issuedCommands.ts'
import type { CommandContext } from './main.ts'
import { addScopeOptions } from './options.ts'
import { table, UsageError } from './output.ts'
import { lastFinishedPeriod } from './reportPeriod.ts'
import { known, scopeOf, type ScopeOptions } from './scope.ts'
import { withEngine } from './session.ts'
import { workspaceFolder } from './workspaceFolder.ts'

interface ReportOptions extends ScopeOptions, Partial<Readonly<Record<ReportFormat, string>>> {
  readonly workspace?: string
  readonly json?: boolean
  readonly template: string
  readonly language: string
  readonly showNames?: boolean
  readonly paper?: string
  readonly landscape?: boolean
  readonly templates?: boolean
  readonly check?: string
  readonly list?: boolean
  readonly footnote?: string
}

export function addReportCommands(program: Command, context: CommandContext): void {
  addScopeOptions(program.command('report').description('a report for the meeting, and what was issued'))
    .option('--template <NAME>', 'id or name of a template', 'weekly')
    .option('--language <L>', languages.join(', '), 'en')
    .option('--pdf <FILE>', 'where to write it as PDF')
    .option('--xlsx <FILE>', 'as a spreadsheet, a sheet a block')
    .option('--csv <FILE>', 'as one long table, a line a figure')
    .option('--show-names', 'with customers’ names, which are hidden otherwise')
    .option('--paper <SIZE>', `${paperSizes.join(' or ')}; default: the template’s`)
    .option('--landscape', 'the paper lies on its side')
    .option('--templates', 'lists the templates')
    .option(
      '--check <FILE>',
      'whether a file is as it was issued and its figures still hold; exit code 1: no',
    )
    .option('--list', 'lists what was issued')
    .option('--footnote <ID>', 'the conversations behind a footnote such as 3F9C1A-12')
    .action(async (options: ReportOptions) => {
      const output = context.output(options.json ?? false)
      const dir = workspaceFolder(options.workspace)
      const language = known(options.language, languages, '--language')
      if (options.check !== undefined) return checkReportFile(output, dir, options.check, language)
      if (options.footnote !== undefined) return findReportFootnote(output, dir, options.footnote)
      if (options.list === true) return listIssuedReports(output, dir, language)
      if (options.templates === true)
        return withEngine({ dir, mode: 'read' }, async ({ api }) => {
          const templates = await api.reportTemplates({ language })
          output.result(templates, () => templatesText(templates))
        })
      const targets = targetsOf(options)
      await withEngine({ dir, mode: 'read', target: (name) => pathOf(targets, name) }, async ({ api }) => {
        const query = await queryOf(api, options, language, context.now())
        const saved: (string | null)[] = []
        for (const format of targets.keys()) saved.push((await api.saveReport({ ...query, format })).saved)
        output.result({ saved }, () => saved.map((path) => `Written to ${path}.`).join('\n'))
      })
    })
}

function targetsOf(options: ReportOptions): ReadonlyMap<ReportFormat, string> {
  const targets = new Map(
    reportFormats.flatMap((format) => {
      const path = options[format]
      return path === undefined ? [] : [[format, resolve(path)] as const]
    }),
  )
  if (targets.size === 0)
    throw new UsageError('Name where the report goes: --pdf FILE, --xlsx FILE or --csv FILE.')
  if (new Set(targets.values()).size < targets.size)
    throw new UsageError('Two formats cannot go to one file; name another for each.')
  return targets
}

function pathOf(targets: ReadonlyMap<ReportFormat, string>, name: string): string | null {
  return (
    reportFormats.flatMap((format) => (name.endsWith(`.${format}`) ? (targets.get(format) ?? []) : []))[0] ??
    null
  )
}

async function queryOf(
  api: Api,
  options: ReportOptions,
  language: Language,
  now: number,
): Promise<ReportQuery> {
  const template = templateNamed(await api.reportTemplates({ language }), options.template)
  const paper = paperOf(options, template.paper)
  const isSame = paper.size === template.paper.size && paper.orientation === template.paper.orientation
  return {
    template: template.id,
    ...(isSame ? {} : { draft: { ...draftOf(template), paper } }),
    scope: await reportScope(api, options, template.id, now),
    language,
    hideNames: options.showNames !== true,
  }
}

/** The period asked for, else the last finished one of the template's kind. */
async function reportScope(api: Api, options: ReportOptions, template: string, now: number): Promise<Scope> {
  const scope = scopeOf(options, await api.workspace(), now)
  const isAsked = options.from !== undefined || options.to !== undefined
  return isAsked ? scope : { ...scope, ...lastFinishedPeriod(template, now, scope.zone) }
}

function templateNamed(templates: readonly ReportTemplate[], asked: string): ReportTemplate {
  const found =
    templates.find(({ id }) => id === asked) ??
    templates.find(({ name }) => name.toLowerCase() === asked.toLowerCase())
  if (found !== undefined) return found
  const names = templates.map(({ id, name, shipped }) => (shipped ? id : name))
  throw new UsageError(`--template ${asked} does not exist; there are: ${names.join(', ')}.`)
}

function paperOf({ paper, landscape }: ReportOptions, usual: Paper): Paper {
  return {
    size: paper === undefined ? usual.size : known(paper, paperSizes, '--paper'),
    orientation: landscape === true ? 'landscape' : usual.orientation,
  }
}

function templatesText(templates: readonly ReportTemplate[]): string {
  const rows = templates.map(({ id, name, about }) => [id, name, about])
  return table(['id', 'name', 'about'], rows)
}
