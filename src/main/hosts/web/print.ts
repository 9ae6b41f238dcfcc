import { z } from 'zod'
import { Failed } from '../../engine/failure.ts'
import { findChromium } from './chromium.ts'
import { startBrowser, type Browser } from './devtools.ts'

/** What every printer uses: paper and margins come from the page's own @page rule. */
export const printOptions = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

/**
 * Prints a self-contained page through a local browser, with scripts off and no network. Throws `Failed` (`invalid`)
 * where there is no browser, it ends, or it does not answer within `timeoutMs`; nothing is left behind.
 */
export async function printWithChromium(
  page: { readonly html: string },
  { file, timeoutMs }: { readonly file: string | null; readonly timeoutMs: number } = {
    file: findChromium(),
    timeoutMs: 60_000,
  },
): Promise<Uint8Array> {
  if (file === null)
    throw new Failed(
      'invalid',
      'The PDF could not be made: no Chromium, Chrome or Edge was found on this machine.',
      'Install one, or name it in FLOORWALKER_CHROMIUM. The desktop app needs none.',
    )
  const browser = await startBrowser(file)
  const clock = new AbortController()
  try {
    return await Promise.race([printPage(browser, page.html), timeout(timeoutMs, clock.signal)])
  } catch (error) {
    if (error instanceof Failed) throw error
    throw new Failed(
      'invalid',
      `The PDF could not be made: ${error instanceof Error ? error.message : String(error)}.`,
      `The browser was ${file}. Try again, or name another one in FLOORWALKER_CHROMIUM.`,
    )
  } finally {
    clock.abort()
    await browser.close()
  }
}

/** Prints in a browser that was started: a page of its own for each. */
export async function printPage(browser: Browser, html: string): Promise<Uint8Array> {
  const { targetId } = targetSchema.parse(await browser.send('Target.createTarget', { url: 'about:blank' }))
  const attached = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const { sessionId } = sessionSchema.parse(attached)
  const send = (method: string, params: Readonly<Record<string, unknown>> = {}) =>
    browser.send(method, params, sessionId)
  await send('Page.enable')
  await send('Emulation.setScriptExecutionDisabled', { value: true })
  const { frameTree } = frameSchema.parse(await send('Page.getFrameTree'))
  await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  const { stream } = streamSchema.parse(
    await send('Page.printToPDF', { ...printOptions, transferMode: 'ReturnAsStream' }),
  )
  const parts: Buffer[] = []
  for (;;) {
    const part = partSchema.parse(await send('IO.read', { handle: stream, size: 1 << 20 }))
    parts.push(Buffer.from(part.data, part.base64Encoded ? 'base64' : 'utf8'))
    if (part.eof) break
  }
  await browser.send('Target.closeTarget', { targetId })
  return Buffer.concat(parts)
}

const targetSchema = z.object({ targetId: z.string() })
const sessionSchema = z.object({ sessionId: z.string() })
const frameSchema = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) })
const streamSchema = z.object({ stream: z.string() })
const partSchema = z.object({ data: z.string(), base64Encoded: z.boolean().default(false), eof: z.boolean() })

function timeout(ms: number, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const sentence = `the browser did not answer within ${ms / 1000} seconds`
    const timer = setTimeout(() => reject(new Error(sentence)), ms)
    signal.addEventListener('abort', () => clearTimeout(timer))
  })
}
