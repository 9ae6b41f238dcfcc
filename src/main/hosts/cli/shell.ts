import type { Shell } from '../../engine/shell.ts'
import { writeWholeFile } from '../../engine/wholeFile.ts'
import { createFileSecrets } from '../fileSecrets.ts'
import { printWithChromium } from '../web/print.ts'

/** Where a file goes that a call makes: one path, or one for each name. */
export type FileTarget = string | ((name: string) => string | null)

/** The command line's shell: files go where the call said; nobody is notified. */
export function createCommandShell(dir: string, target: FileTarget | null): Shell {
  const secrets = createFileSecrets(dir)
  const pathOf = (name: string) => (typeof target === 'function' ? target(name) : target)
  return {
    async saveFile(file) {
      const path = pathOf(file.name)
      if (path !== null) await writeWholeFile(path, file.bytes)
      return path
    },
    async chooseFile({ name }) {
      const path = pathOf(name)
      return path === null ? null : { path, keep: async () => path }
    },
    printPdf: (page) => printWithChromium(page),
    keepSecret: (name, value) => secrets.keep(name, value),
    readSecret: (name) => secrets.read(name),
    notify: () => 'not',
    badge: () => undefined,
  }
}
