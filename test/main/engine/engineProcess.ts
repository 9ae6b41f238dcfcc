/** An engine in a process of its own, for tests that take something away from it. Its one argument is the folder. */
import { openEngine } from '../../support/workspace.ts'

const engine = await openEngine(process.argv[2] ?? '')
process.on('message', ({ method, args }: { method: keyof typeof engine.api; args: readonly unknown[] }) => {
  const handler = engine.api[method] as (...args: readonly unknown[]) => Promise<unknown>
  void handler(...args).then((answer) => process.send?.(answer ?? null))
})
