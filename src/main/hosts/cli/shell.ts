import type { Shell } from '../../engine/shell.ts'
import { writeWholeFile } from '../../engine/wholeFile.ts'
import { createFileSecrets } from '../fileSecrets.ts'
import { printWithChromium } from '../web/print.ts'

/** The command line's shell: files go where the call said; nobody is notified. */
export function createCommandShell(dir: string, target: string | null): Shell {
  const secrets = createFileSecrets(dir)
  return {
    async saveFile(file) {
      if (target === null) return null
      await writeWholeFile(target, file.bytes)
      return target
    },
    printPdf: (page) => printWithChromium(page),
    keepSecret: (name, value) => secrets.keep(name, value),
    readSecret: (name) => secrets.read(name),
    notify: () => 'not',
    badge: () => undefined,
  }
}
