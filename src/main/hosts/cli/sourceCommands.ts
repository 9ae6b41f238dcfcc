import type { Command } from 'commander'
import type { NewSource, SourceState } from '../../../shared/contract.ts'
import type { Engine } from '../../engine/engine.ts'
import { failed } from '../../engine/failure.ts'
import { parseBoundary } from '../../../shared/period.ts'
import type { CommandContext } from './main.ts'
import { addCommonOptions } from './options.ts'
import { table, UsageError, type Output } from './output.ts'
import { withEngine } from './session.ts'
import { workspaceFolder } from './workspaceFolder.ts'

interface CommonOptions {
  readonly workspace?: string
  readonly json?: boolean
}

interface CloudOptions extends CommonOptions {
  readonly collector?: string
  readonly tokenEnv?: string
  readonly graph?: string
  readonly graphTokenEnv?: string
  readonly waba?: string
}

export function addSourceCommands(program: Command, context: CommandContext): void {
  const source = program.command('source').description('where conversations come from')

  addCommonOptions(source.command('add <kind>').description('whatsapp-cloud'))
    .option('--collector <URL>', 'where the collector answers')
    .option('--token-env <NAME>', 'the environment variable that holds the console token')
    .option('--graph <URL>', 'Graph’s address, for names and templates')
    .option('--graph-token-env <NAME>', 'the environment variable that holds Graph’s token')
    .option('--waba <ID>', 'the WhatsApp Business Account')
    .action(async (kind: string, options: CloudOptions) => {
      const output = context.output(options.json ?? false)
      const added = cloudSource(kind, options)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'write' }, async ({ api }) => {
        const state = await api.addSource(added)
        output.result(
          state,
          () => `Added ${state.name} as ${state.id}. Run "floorwalker sync" to fetch its conversations.`,
        )
      })
    })

  addCommonOptions(source.command('list').description('the sources of the workspace')).action(
    async (options: CommonOptions) => {
      const output = context.output(options.json ?? false)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'write' }, async ({ api }) => {
        const { sources } = await api.syncHealth()
        output.result(sources, () => (sources.length === 0 ? 'No source yet.' : statesText(sources)))
      })
    },
  )

  addCommonOptions(
    source.command('remove <id>').description('forgets a source; what it brought is kept'),
  ).action(async (id: string, options: CommonOptions) => {
    const output = context.output(options.json ?? false)
    await withEngine({ dir: workspaceFolder(options.workspace), mode: 'write' }, async ({ api }) => {
      await api.removeSource(id)
      output.result({ removed: id }, () => `Removed ${id}. The conversations it brought are still here.`)
    })
  })

  addCommonOptions(program.command('sync').description('one round of sync, or on and on until Ctrl+C'))
    .option('--source <ID>', 'only this source')
    .option('--once', 'end when everything there is has been pulled')
    .action(async (options: CommonOptions & { readonly source?: string; readonly once?: boolean }) => {
      const output = context.output(options.json ?? false)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'write' }, async (engine) => {
        showProgress(engine, output)
        if (options.once !== true) await interrupted()
        const states =
          options.once === true
            ? await syncOnce(engine, options.source ?? null)
            : (await engine.api.syncHealth()).sources
        output.result(states, () => statesText(states))
      })
    })

  addCommonOptions(
    program.command('sample').description('a believable workspace to look at: 14 agents, 120 days'),
  )
    .option('--seed <N>', 'another life', '1')
    .option('--until <TIME>', 'when it ends (default: now)')
    .action(async (options: CommonOptions & { readonly seed: string; readonly until?: string }) => {
      const output = context.output(options.json ?? false)
      const seed = Number(options.seed)
      if (!Number.isInteger(seed)) throw new UsageError(`--seed ${options.seed} is no whole number.`)
      const until = options.until === undefined ? null : parseBoundary(options.until, 'Europe/Berlin')
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'write' }, async (engine) => {
        showProgress(engine, output)
        const { sources } = await engine.api.syncHealth()
        if (!sources.some((one) => one.kind === 'sample'))
          await engine.api.addSource({ kind: 'sample', seed, until, live: until === null })
        const states = await syncOnce(engine, null)
        output.result(
          states,
          () =>
            `The sample workspace is ready in ${workspaceFolder(options.workspace)}.\n${statesText(states)}`,
        )
      })
    })
}

function cloudSource(kind: string, options: CloudOptions): NewSource {
  if (kind !== 'whatsapp-cloud')
    throw new UsageError(
      `source add ${kind}: there is whatsapp-cloud; files are imported with "floorwalker import", the sample with "floorwalker sample".`,
    )
  if (options.collector === undefined || options.tokenEnv === undefined)
    throw new UsageError('source add whatsapp-cloud needs --collector URL and --token-env NAME.')
  const graphParts = [options.graph, options.graphTokenEnv, options.waba]
  if (graphParts.some((part) => part !== undefined) && graphParts.some((part) => part === undefined))
    throw new UsageError('--graph, --graph-token-env and --waba go together.')
  const { graph, graphTokenEnv, waba } = options
  return {
    kind: 'whatsapp-cloud',
    collector: options.collector,
    token: fromEnvironment(options.tokenEnv),
    ...(graph !== undefined && graphTokenEnv !== undefined && waba !== undefined
      ? { graph: { url: graph, token: fromEnvironment(graphTokenEnv), waba } }
      : {}),
  }
}

function fromEnvironment(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '')
    throw new UsageError(
      `The environment variable ${name} is not set. Put the token there; it is never taken from the command line.`,
    )
  return value
}

async function syncOnce(engine: Engine, source: string | null): Promise<readonly SourceState[]> {
  if (!engine.writer) throw failed('locked', 'command.readOnly')
  return engine.writer.syncOnce(source)
}

function showProgress(engine: Engine, output: Output): void {
  engine.listen('progress', ({ sources }) => {
    for (const source of sources) {
      if (!source.progress) continue
      const { done, total, perSecond, secondsLeft } = source.progress
      const share = total ? ` ${Math.round((100 * done) / total)}%` : ''
      const left = secondsLeft === null ? '' : `, ${secondsLeft} s left`
      output.progress(`${source.name}:${share} ${source.records} records, ${perSecond}/s${left}`)
    }
  })
}

function interrupted(): Promise<void> {
  return new Promise((resolveOnce) => {
    process.once('SIGINT', () => resolveOnce())
    process.once('SIGTERM', () => resolveOnce())
  })
}

function statesText(states: readonly SourceState[]): string {
  return table(
    ['source', 'kind', 'phase', 'complete to', 'backfilled', 'records', 'rejected'],
    states.map((one) => [
      one.id,
      one.kind,
      one.failure ? `${one.phase}: ${one.failure.message}` : one.phase,
      one.completeTo === null ? '–' : new Date(one.completeTo).toISOString(),
      one.backfilled
        ? 'yes'
        : one.backfilledTo === null
          ? 'no'
          : `to ${new Date(one.backfilledTo).toISOString()}`,
      String(one.records),
      String(one.rejected),
    ]),
  )
}
