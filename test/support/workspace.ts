/** Real engines on real folders, with a host that keeps its secrets in memory. */
import { createEngine, type Engine, type EngineOptions } from '../../src/main/engine/engine.ts'
import type { Shell } from '../../src/main/engine/shell.ts'
import type { Scope } from '../../src/shared/contract.ts'
import { printedPdf } from './printedPdf.ts'

export function createMemoryShell(): Shell & { readonly saved: { name: string; bytes: Uint8Array }[] } {
  const secrets = new Map<string, string>()
  const saved: { name: string; bytes: Uint8Array }[] = []
  return {
    saved,
    async saveFile(file) {
      saved.push(file)
      return file.name
    },
    chooseFile: async () => null,
    printPdf: async (page) => printedPdf(await page),
    keepSecret: (name, value) =>
      Promise.resolve(void (value === null ? secrets.delete(name) : secrets.set(name, value))),
    readSecret: (name) => Promise.resolve(secrets.get(name) ?? null),
    notify: () => 'not',
    badge: () => undefined,
  }
}

/** An engine as the web console starts one. Whoever opens it closes it. */
export function openEngine(dir: string, options: Partial<EngineOptions> = {}): Promise<Engine> {
  return createEngine({
    dir,
    shell: createMemoryShell(),
    version: 'test',
    what: 'the web console',
    mode: 'write',
    log: () => undefined,
    ...options,
  })
}

/** Everything from `from` to `to`, seen from a zone. */
export function wholeScope(from: number, to: number, zone = 'Europe/Berlin'): Scope {
  return { from, to, zone, agents: [], teams: [], channels: [], categories: [] }
}
