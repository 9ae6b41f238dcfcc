/** One headless browser for all tests of a file: prints pages, shows them, and tells what it drew. Started as the product starts it. */
import { afterAll, beforeAll } from 'vitest'
import { findChromium } from '../../src/main/hosts/web/chromium.ts'
import { startBrowser, type Browser } from '../../src/main/hosts/web/devtools.ts'
import { printPage } from '../../src/main/hosts/web/print.ts'

export const chromium = findChromium()
if (chromium === null)
  console.warn('SKIPPED: no Chromium here (FLOORWALKER_CHROMIUM names one), so nothing was printed.')

export interface ShownPage {
  /** What an expression in the page comes to. It must be JSON. */
  evaluate<T>(expression: string): Promise<T>
  /** The families whose glyphs were really drawn for the first element of a selector, with how many. */
  fonts(selector: string): Promise<readonly { readonly familyName: string; readonly glyphCount: number }[]>
  close(): Promise<void>
}

export interface PrintingBrowser {
  print(html: string): Promise<Uint8Array>
  /** In a window of this size, in CSS pixels. */
  show(html: string, window?: { readonly width: number; readonly height: number }): Promise<ShownPage>
}

/** Starts before all tests of the file and ends behind them. */
export function usePrintingBrowser(): PrintingBrowser {
  let browser: Browser | null = null
  const started = (): Browser => {
    if (browser === null) throw new Error('The browser is started before the tests.')
    return browser
  }
  beforeAll(async () => {
    if (chromium !== null) browser = await startBrowser(chromium)
  })
  afterAll(() => browser?.close())
  return {
    print: (html) => printPage(started(), html),
    show: (html, window = { width: 1400, height: 1000 }) => show(started(), html, window),
  }
}

async function show(
  browser: Browser,
  html: string,
  window: { readonly width: number; readonly height: number },
): Promise<ShownPage> {
  const { targetId } = (await browser.send('Target.createTarget', { url: 'about:blank' })) as {
    targetId: string
  }
  const { sessionId } = (await browser.send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string
  }
  const send = async <T>(method: string, params: Readonly<Record<string, unknown>> = {}) =>
    (await browser.send(method, params, sessionId)) as T
  await send('Page.enable')
  await send('Emulation.setDeviceMetricsOverride', { ...window, deviceScaleFactor: 1, mobile: false })
  const { frameTree } = await send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree')
  await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await send<{
      result: { value: T }
      exceptionDetails?: { exception?: { description?: string } }
    }>('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'the page failed')
    return result.value
  }
  await evaluate('document.fonts.ready.then(() => null)')
  return {
    evaluate,
    async fonts(selector) {
      await send('DOM.enable')
      await send('CSS.enable')
      const { root } = await send<{ root: { nodeId: number } }>('DOM.getDocument', { depth: 0 })
      const { nodeId } = await send<{ nodeId: number }>('DOM.querySelector', {
        nodeId: root.nodeId,
        selector,
      })
      const { fonts } = await send<{ fonts: { familyName: string; glyphCount: number }[] }>(
        'CSS.getPlatformFontsForNode',
        { nodeId },
      )
      return fonts
    },
    close: async () => void (await browser.send('Target.closeTarget', { targetId })),
  }
}
