import { z } from 'zod'
import { failed, Failed } from '../../engine/failure.ts'
import { findChromium } from './chromium.ts'
import { startBrowser, type Browser } from './devtools.ts'

/** What every printer uses: paper and margins come from the page's own @page rule. */
export const printOptions = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

interface Page {
  readonly html: string
}

/**
 * Prints a self-contained page through a local browser, with scripts off and no network. The browser starts while the page
 * is yet to come. Throws `Failed` (`invalid`) where there is no browser, it ends, or it does not answer within `timeoutMs`,
 * and whatever `page` throws; nothing is left behind.
 */
export async function printWithChromium(
  page: Page | Promise<Page>,
  { file, timeoutMs }: { readonly file: string | null; readonly timeoutMs: number } = {
    file: findChromium(),
    timeoutMs: 60_000,
  },
): Promise<Uint8Array> {
  const made = Promise.resolve(page)
  // That it failed is told when it is waited for, unless there is no browser anyway.
  made.catch(() => undefined)
  if (file === null) throw failed('invalid', 'print.noBrowser')
  const browser = await startBrowser(file)
  try {
    const opening = openPage(browser)
    // If it fails, that is told once there is something to print.
    opening.catch(() => undefined)
    const { html } = await made
    return await inTime(
      opening.then((opened) => printIn(opened, html)),
      { file, timeoutMs },
    )
  } finally {
    await browser.close()
  }
}

async function inTime(
  printing: Promise<Uint8Array>,
  { file, timeoutMs }: { readonly file: string; readonly timeoutMs: number },
): Promise<Uint8Array> {
  const clock = new AbortController()
  try {
    return await Promise.race([printing, timeout(timeoutMs, file, clock.signal)])
  } catch (error) {
    if (error instanceof Failed) throw error
    throw failed('invalid', 'print.failed', {
      said: error instanceof Error ? error.message : String(error),
      file,
    })
  } finally {
    clock.abort()
  }
}

/** Prints in a browser that was started: a page of its own for each. */
export async function printPage(browser: Browser, html: string): Promise<Uint8Array> {
  const opened = await openPage(browser)
  const bytes = await printIn(opened, html)
  await browser.send('Target.closeTarget', { targetId: opened.targetId })
  return bytes
}

/** An empty page without scripts. */
interface OpenPage {
  readonly targetId: string
  readonly frameId: string
  send(method: string, params?: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>
}

async function openPage(browser: Browser): Promise<OpenPage> {
  const { targetId } = targetSchema.parse(await browser.send('Target.createTarget', { url: 'about:blank' }))
  const attached = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const { sessionId } = sessionSchema.parse(attached)
  const send: OpenPage['send'] = (method, params = {}) => browser.send(method, params, sessionId)
  await send('Page.enable')
  await send('Emulation.setScriptExecutionDisabled', { value: true })
  const { frameTree } = frameSchema.parse(await send('Page.getFrameTree'))
  return { targetId, frameId: frameTree.frame.id, send }
}

async function printIn({ frameId, send }: OpenPage, html: string): Promise<Uint8Array> {
  await send('Page.setDocumentContent', { frameId, html })
  const { stream } = streamSchema.parse(
    await send('Page.printToPDF', { ...printOptions, transferMode: 'ReturnAsStream' }),
  )
  const parts: Buffer[] = []
  for (;;) {
    const part = partSchema.parse(await send('IO.read', { handle: stream, size: 1 << 20 }))
    parts.push(Buffer.from(part.data, part.base64Encoded ? 'base64' : 'utf8'))
    if (part.eof) break
  }
  return Buffer.concat(parts)
}

const targetSchema = z.object({ targetId: z.string() })
const sessionSchema = z.object({ sessionId: z.string() })
const frameSchema = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) })
const streamSchema = z.object({ stream: z.string() })
const partSchema = z.object({ data: z.string(), base64Encoded: z.boolean().default(false), eof: z.boolean() })

function timeout(ms: number, file: string, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const tooSlow = failed('invalid', 'print.noAnswer', { seconds: ms / 1000, file })
    const timer = setTimeout(() => reject(tooSlow), ms)
    signal.addEventListener('abort', () => clearTimeout(timer))
  })
}
