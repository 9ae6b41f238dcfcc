import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine, type Engine } from '../../engine/engine.ts'
import { failed } from '../../engine/failure.ts'
import { version } from '../../version.ts'
import { createCommandShell, type FileTarget } from './shell.ts'

/**
 * Runs `work` on a workspace and closes it whatever happens. `read` looks at a workspace beside a running console;
 * `write` needs it alone and makes it where there is none.
 */
export async function withEngine<T>(
  options: {
    readonly dir: string
    readonly mode: 'read' | 'write'
    readonly target?: FileTarget
    readonly sync?: boolean
  },
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  if (options.mode === 'read' && !existsSync(join(options.dir, 'cache.db')))
    throw failed('invalid', 'command.noWorkspace', { folder: options.dir })
  const engine = await createEngine({
    dir: options.dir,
    shell: createCommandShell(options.dir, options.target ?? null),
    version,
    what: 'the command line',
    mode: options.mode,
    sync: options.sync ?? true,
    tells: false,
    log: () => undefined,
  })
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}
