import type { Shell } from '../../engine/shell.ts'
import type { Secrets } from '../fileSecrets.ts'
import type { Downloads } from './downloads.ts'
import { printWithChromium } from './print.ts'

/** The web console's shell. Files go to the browser as downloads (`download:ID:NAME`); notifications are the page's own. */
export function createWebShell(downloads: Downloads, secrets: Secrets): Shell {
  return {
    saveFile: (file) => Promise.resolve(`download:${downloads.put(file)}:${file.name}`),
    chooseFile: ({ name, type }) => downloads.prepare({ name, type }),
    printPdf: (page) => printWithChromium(page),
    keepSecret: (name, value) => secrets.keep(name, value),
    readSecret: (name) => secrets.read(name),
    tellsByPages: true,
    notify: () => 'by_page',
    badge: () => undefined,
  }
}
