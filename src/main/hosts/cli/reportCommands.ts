import { resolve } from 'node:path'
import type { Command } from 'commander'
import { languages } from '../../../shared/contract.ts'
import type { CommandContext } from './main.ts'
import { addScopeOptions } from './options.ts'
import { UsageError } from './output.ts'
import { scopeOf, type ScopeOptions } from './scope.ts'
import { withEngine } from './session.ts'
import { workspaceFolder } from './workspaceFolder.ts'

interface ReportOptions extends ScopeOptions {
  readonly workspace?: string
  readonly json?: boolean
  readonly template: string
  readonly language: string
  readonly pdf: string
  readonly showNames?: boolean
}

export function addReportCommands(program: Command, context: CommandContext): void {
  addScopeOptions(program.command('report').description('a report for the meeting'))
    .option('--template <NAME>', 'weekly', 'weekly')
    .option('--language <L>', languages.join(' or '), 'en')
    .option('--show-names', 'with customers’ names, which are hidden otherwise')
    .requiredOption('--pdf <FILE>', 'where to write it')
    .action(async (options: ReportOptions) => {
      const output = context.output(options.json ?? false)
      if (options.template !== 'weekly')
        throw new UsageError(`--template ${options.template}: there is weekly.`)
      const language = languages.find((one) => one === options.language)
      if (language === undefined)
        throw new UsageError(`--language ${options.language}: there are ${languages.join(', ')}.`)
      const target = resolve(options.pdf)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read', target }, async ({ api }) => {
        const scope = scopeOf(options, await api.workspace(), context.now())
        const answer = await api.saveReport({
          template: 'weekly',
          format: 'pdf',
          scope,
          language,
          hideNames: options.showNames !== true,
        })
        output.result(answer, () => `Written to ${answer.saved ?? target}.`)
      })
    })
}
