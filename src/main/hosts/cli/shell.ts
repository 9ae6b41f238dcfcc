import { rename, writeFile } from 'node:fs/promises'
import type { Shell } from '../../engine/shell.ts'
import { createFileSecrets } from '../fileSecrets.ts'
import { printWithChromium } from '../web/print.ts'

/** The command line's shell: files go where the call said; nobody is notified. */
export function createCommandShell(dir: string, target: string | null): Shell {
  const secrets = createFileSecrets(dir)
  return {
    async saveFile(file) {
      if (target === null) return null
      // Beside the target first, then renamed: an older file survives whatever goes wrong while writing.
      await writeFile(`${target}.new`, file.bytes)
      await rename(`${target}.new`, target)
      return target
    },
    printPdf: (page) => printWithChromium(page),
    keepSecret: (name, value) => secrets.keep(name, value),
    readSecret: (name) => secrets.read(name),
    notify: () => undefined,
    badge: () => undefined,
  }
}
