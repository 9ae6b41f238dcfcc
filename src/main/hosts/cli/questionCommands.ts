import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { QuestionAnswer } from '../../../shared/questions.ts'
import { writeWholeFile } from '../../engine/wholeFile.ts'
import { tableAsCsv } from '../../exports/csv.ts'
import { writeViewsFile } from '../../questions/standalone/viewsFile.ts'
import { viewsMarkdown, viewsText } from '../../questions/viewDocs.ts'
import { isPersonal } from '../../questions/views/all.ts'
import { viewsIn } from '../../questions/viewWords.ts'
import type { CommandContext } from './main.ts'
import { addCommonOptions } from './options.ts'
import { table, UsageError } from './output.ts'
import { countOf } from './scope.ts'
import { withEngine } from './session.ts'
import { workspaceFolder } from './workspaceFolder.ts'

interface CommonOptions {
  readonly workspace?: string
  readonly json?: boolean
}

interface SqlOptions extends CommonOptions {
  readonly csv?: string
  readonly rows: string
  readonly seconds: string
}

interface ViewOptions extends CommonOptions {
  readonly hideNames?: boolean
  readonly markdown?: boolean
}

export function addQuestionCommands(program: Command, context: CommandContext): void {
  addCommonOptions(program.command('sql <question>'))
    .description('asks the reporting views in SQL; it only reads. "floorwalker views" lists them')
    .option('--csv <FILE>', 'where to write the rows: RFC 4180, UTF-8')
    .option('--rows <N>', 'rows at most', '10000')
    .option('--seconds <N>', 'seconds it may take', '30')
    .action(async (sql: string, options: SqlOptions) => {
      const output = context.output(options.json ?? false)
      const rows = countOf('--rows', options.rows)
      const seconds = countOf('--seconds', options.seconds)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async ({ api }) => {
        const answer = await api.askQuestion({ id: randomUUID(), sql, rows, seconds })
        if (answer.cut) output.say(`Cut at ${answer.rows.length.toLocaleString('en')} rows; there are more.`)
        if (options.csv === undefined) return output.result(answer, () => asText(answer))
        const target = resolve(options.csv)
        await writeWholeFile(target, asCsv(answer))
        output.result(
          { saved: target, rows: answer.rows.length, cut: answer.cut },
          () => `${answer.rows.length.toLocaleString('en')} rows written to ${target}.`,
        )
      })
    })

  addCommonOptions(program.command('views [file]'))
    .description('lists the reporting views with their columns, or writes them as tables of one SQLite file')
    .option('--hide-names', 'without customers’ names, numbers, ids and words')
    .option('--markdown', 'the list as the page docs/views.md')
    .action(async (file: string | undefined, options: ViewOptions) => {
      const output = context.output(options.json ?? false)
      if (file === undefined) {
        if (options.hideNames === true) throw new UsageError('--hide-names needs a FILE to write.')
        const views = viewsIn('en')
        return output.result(views, () =>
          options.markdown === true ? viewsMarkdown(views, isPersonal) : viewsText(views),
        )
      }
      const dir = workspaceFolder(options.workspace)
      const target = resolve(file)
      // The engine has closed its databases before Node's own SQLite opens them: two in one process undo each other's locks.
      const asked = await withEngine({ dir, mode: 'read' }, ({ reader }) => reader.questionContext())
      const written = await writeViewsFile({
        context: { dir, ...asked },
        target,
        hideNames: options.hideNames ?? false,
        progress: (view, rows) => output.progress(`${view}: ${rows.toLocaleString('en')} rows`),
      })
      output.result({ saved: target, tables: written }, () =>
        [
          ...written.map(({ name, rows }) => `${name}: ${rows.toLocaleString('en')} rows`),
          `Written to ${target}.`,
        ].join('\n'),
      )
    })
}

function asText({ columns, rows }: QuestionAnswer): string {
  const cells = rows.map((row) =>
    row.map((cell) => (cell === null ? '–' : String(cell).replaceAll(/\s+/g, ' '))),
  )
  return table(
    columns.map(({ name }) => name),
    cells,
  )
}

function asCsv({ columns, rows }: QuestionAnswer): Uint8Array {
  return tableAsCsv({
    name: 'answer',
    title: '',
    format: 'csv',
    zone: 'UTC',
    columns: columns.map(({ name }) => ({ title: name, kind: 'text' })),
    rows,
    notes: [],
  })
}
