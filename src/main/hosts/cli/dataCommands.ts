import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Api, Conversation, Scope, TimelineItem } from '../../../shared/contract.ts'
import type { Engine } from '../../engine/engine.ts'
import { failed } from '../../engine/failure.ts'
import type { WriterApi } from '../../engine/writerApi.ts'
import type { CommandContext } from './main.ts'
import { addCommonOptions, addScopeOptions } from './options.ts'
import { table, UsageError } from './output.ts'
import { checkReference } from './reference.ts'
import { countOf, scopeOf, type ScopeOptions } from './scope.ts'
import { withEngine } from './session.ts'
import { workspaceFolder } from './workspaceFolder.ts'

interface ListOptions extends ScopeOptions {
  readonly workspace?: string
  readonly json?: boolean
  readonly limit: string
  readonly after?: string
}

export function addDataCommands(program: Command, context: CommandContext): void {
  addCommonOptions(
    program.command('import <files...>').description('reads files of records into the workspace'),
  )
    .option('--format <NAME>', 'auto or records', 'auto')
    .action(async (files: string[], options: ListOptions & { readonly format: string }) => {
      const output = context.output(options.json ?? false)
      if (options.format !== 'auto' && options.format !== 'records')
        throw new UsageError(
          `--format ${options.format}: only records (NDJSON, gzipped or not) can be read so far.`,
        )
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'write' }, async (engine) => {
        engine.listen('progress', ({ sources }) => {
          for (const one of sources)
            if (one.progress)
              output.progress(`${one.name}: ${one.records} records, ${one.progress.perSecond}/s`)
        })
        const imported = await writerOf(engine).importFiles(files.map((file) => resolve(file)))
        output.result(
          imported,
          () =>
            `${imported.applied} applied, ${imported.duplicates} already there, ${imported.quarantined} rejected.`,
        )
        if (imported.quarantined > 0)
          output.say('Rejected lines are kept with their reasons: floorwalker rejected.')
      })
    })

  addCommonOptions(
    program.command('export <file>').description('everything as records, gzipped when the name ends in .gz'),
  ).action(async (file: string, options: ListOptions) => {
    const output = context.output(options.json ?? false)
    await withEngine({ dir: workspaceFolder(options.workspace), mode: 'write' }, async (engine) => {
      const exported = await writerOf(engine).exportRecords(resolve(file))
      output.result(exported, () => `${exported.records} records written to ${file}.`)
    })
  })

  addCommonOptions(
    program.command('verify').description('checks both databases; exit code 1 when anything is wrong'),
  ).action(async (options: ListOptions) => {
    const output = context.output(options.json ?? false)
    const dir = workspaceFolder(options.workspace)
    // What is counted twice must not change in between.
    await withEngine({ dir, mode: 'write', sync: false }, async (engine) => {
      const checks = [...(await writerOf(engine).verify()), await checkReference(engine.api, dir)]
      output.result(checks, () =>
        checks
          .map((one) => `${one.ok ? 'ok    ' : 'WRONG '} ${one.check}${one.detail ? `: ${one.detail}` : ''}`)
          .join('\n'),
      )
      if (checks.some((one) => !one.ok)) throw failed('damaged', 'command.notSound')
    })
  })

  const lists = <Row>(
    name: string,
    description: string,
    columns: readonly string[],
    ask: (
      engine: Engine,
      query: { scope: Scope; after: string | null; limit: number },
    ) => Promise<{ rows: readonly Row[]; next: string | null }>,
    cells: (row: Row) => readonly string[],
  ) => {
    addScopeOptions(program.command(name).description(description))
      .option('--limit <N>', 'how many', '50')
      .option('--after <CURSOR>', 'the "next" of the page before')
      .action(async (options: ListOptions) => {
        const output = context.output(options.json ?? false)
        await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async (engine) => {
          const scope = scopeOf(options, await engine.api.workspace(), context.now())
          const limit = countOf('--limit', options.limit)
          const page = await ask(engine, { scope, after: options.after ?? null, limit })
          output.result(page, () => table(columns, page.rows.map(cells)))
          if (page.next !== null && !output.json) output.say(`More: --after ${page.next}`)
        })
      })
  }

  lists(
    'conversations',
    'conversations active in the period, latest first',
    ['conversation', 'contact', 'channel', 'agent', 'state', 'opened', 'last', 'messages'],
    ({ api }, query) =>
      api.conversations({
        ...query,
        states: [],
        waiting: false,
        flagged: false,
        sort: 'last',
        ascending: false,
        contact: '',
      }),
    (row) => [
      row.id,
      row.contact.name,
      row.channel.name,
      row.agent ?? '–',
      row.state,
      iso(row.openedAt),
      iso(row.lastAt),
      String(row.messages),
    ],
  )
  lists(
    'rejected',
    'what could not be read, and why',
    ['at', 'source', 'reason', 'times'],
    ({ api }, query) => api.rejected({ after: query.after, limit: query.limit }),
    (row) => [iso(row.at), row.source, row.reason, String(row.times)],
  )

  addCommonOptions(program.command('conversation <id>').description('one conversation, whole')).action(
    async (id: string, options: ListOptions) => {
      const output = context.output(options.json ?? false)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async ({ api }) => {
        const conversation = await wholeConversation(api, id)
        output.result(conversation, () =>
          conversation.timeline
            .map((item) => {
              const words =
                item.kind === 'message'
                  ? `${item.direction === 'in' ? '←' : '→'} ${item.text ?? item.caption ?? `[${item.type}]`}`
                  : item.kind === 'comment'
                    ? `# ${item.text}`
                    : `· ${item.kind}${item.kind === 'event' ? ` ${item.event}` : ''}`
              return `${iso(item.at)} ${words}`
            })
            .join('\n'),
        )
      })
    },
  )
}

/** With every part of its timeline. */
async function wholeConversation(api: Api, id: string): Promise<Conversation> {
  const opened = await api.conversation(id)
  const timeline: TimelineItem[] = []
  for (let total = opened.total; timeline.length < total;) {
    const from = { kind: 'place', place: timeline.length } as const
    const page = await api.timeline({ conversation: id, from, limit: 500 })
    timeline.push(...page.timeline)
    total = page.timeline.length === 0 ? timeline.length : page.total
  }
  return { ...opened, timeline, first: 0, total: timeline.length, quoted: [] }
}

function writerOf(engine: Engine): WriterApi {
  if (engine.writer) return engine.writer
  throw failed('locked', 'command.readOnly')
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
