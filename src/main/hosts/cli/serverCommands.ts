import type { Command } from 'commander'
import { collectorOptionsFromEnv, runCollector } from '../../../collector/main.ts'
import { serveConsole } from '../web/main.ts'
import type { CommandContext } from './main.ts'
import { addCommonOptions } from './options.ts'
import { UsageError } from './output.ts'
import { workspaceFolder } from './workspaceFolder.ts'

export function addServerCommands(program: Command, context: CommandContext): void {
  addCommonOptions(program.command('serve').description('the console in a browser on this machine'))
    .option('--port <N>', 'which port (default: any free one)', '0')
    .option('--open', 'open the browser')
    .option('--sample-if-empty', 'open the sample workspace where there is no source yet')
    .action(
      async (options: { workspace?: string; port: string; open?: boolean; sampleIfEmpty?: boolean }) => {
        const output = context.output(false)
        await serveConsole({
          dir: workspaceFolder(options.workspace),
          port: portOf(options.port),
          open: options.open ?? false,
          sampleIfEmpty: options.sampleIfEmpty ?? false,
          say: (line) => output.say(line),
          now: context.now,
        })
      },
    )

  program
    .command('collect')
    .description(
      'the always-on receiver of WhatsApp’s webhooks; secrets come from the environment (docs/collector.md)',
    )
    .option('--port <N>', 'which port', '8787')
    .option('--host <HOST>', 'which address to listen on', '127.0.0.1')
    .option('--data <DIR>', 'where its log is kept (or DATABASE_URL=postgres://… in the environment)')
    .action(async (options: { port: string; host: string; data?: string }) => {
      const collector = await runCollector(
        collectorOptionsFromEnv(process.env, {
          port: portOf(options.port),
          host: options.host,
          ...(options.data === undefined ? {} : { dataDir: options.data }),
        }),
      )
      process.stdout.write(`listening on ${collector.url}\n`)
      await new Promise<void>((resolve) => {
        process.once('SIGINT', () => resolve())
        process.once('SIGTERM', () => resolve())
      })
      await collector.close()
    })
}

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new UsageError(`--port ${text} is no port number.`)
}
