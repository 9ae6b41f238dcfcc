import { resolve } from 'node:path'
import type { Command } from 'commander'
import { datasets, rowFormats, type RowFormat } from '../../../shared/reporting.ts'
import { columnsMarkdown, columnsText } from '../../rows/columnDocs.ts'
import { rowColumns } from '../../rows/writeRows.ts'
import type { CommandContext } from './main.ts'
import { addScopeOptions } from './options.ts'
import { UsageError } from './output.ts'
import { known, scopeOf, type ScopeOptions } from './scope.ts'
import { withEngine } from './session.ts'
import { workspaceFolder } from './workspaceFolder.ts'

interface RowOptions extends ScopeOptions, Partial<Record<RowFormat, string>> {
  readonly workspace?: string
  readonly json?: boolean
  readonly showNames?: boolean
  readonly bom: boolean
  readonly list?: boolean
  readonly markdown?: boolean
}

export function addRowCommands(program: Command, context: CommandContext): void {
  addScopeOptions(
    program
      .command('rows')
      .description('one row a conversation, or a message, with every metric it has, as a file'),
  )
    .argument('[dataset]', datasets.join(' or '))
    .option('--csv <FILE>', 'where to write it: RFC 4180, UTF-8')
    .option('--xlsx <FILE>')
    .option('--parquet <FILE>')
    .option('--show-names', 'with customers’ names, numbers, ids and words, which are left out otherwise')
    .option('--no-bom', 'CSV without the mark by which spreadsheets know its letters')
    .option('--list', 'every column with what it means')
    .option('--markdown', 'with --list: as the page docs/exports.md')
    .action(async (name: string | undefined, options: RowOptions) => {
      const output = context.output(options.json ?? false)
      if (options.list === true) {
        const lists = datasets.map((dataset) => ({
          dataset,
          columns: rowColumns({ dataset, hideNames: false }),
        }))
        return output.result(lists, () => (options.markdown === true ? columnsMarkdown : columnsText)(lists))
      }
      if (name === undefined) throw new UsageError(`Say which rows: ${datasets.join(' or ')}.`)
      const dataset = known(name, datasets, 'rows')
      const [format, target] = targetOf(options)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read', target }, async (engine) => {
        engine.listen('saving', ({ rows, of }) =>
          output.progress(
            `${rows.toLocaleString('en')} of ${(of ?? 0).toLocaleString('en')} ${dataset} looked at`,
          ),
        )
        const scope = scopeOf(options, await engine.api.workspace(), context.now())
        const hideNames = options.showNames !== true
        const query = { dataset, format, scope, language: 'en', hideNames, mark: options.bom } as const
        const answer = await engine.api.saveRows(query)
        output.result(
          answer,
          () => `${answer.rows.toLocaleString('en')} rows written to ${answer.saved ?? target}.`,
        )
      })
    })
}

function targetOf(options: RowOptions): readonly [format: RowFormat, target: string] {
  const targets = rowFormats.flatMap((format) => {
    const path = options[format]
    return path === undefined ? [] : [[format, resolve(path)] as const]
  })
  const [target, another] = targets
  if (target === undefined || another !== undefined)
    throw new UsageError('Give one of --csv FILE, --xlsx FILE and --parquet FILE.')
  return target
}
