import type { BrowserContext } from '@playwright/test'

/** What went wrong in the pages of a context without the person seeing it. */
export interface Complaints {
  readonly found: readonly string[]
  /** Those that were expected. */
  readonly forgiven: readonly string[]
  /** Leaves out what a test brings about on purpose, such as the 401 of a used link. */
  expect(pattern: RegExp): void
}

/** Hears console errors and warnings, uncaught errors and what the content security policy blocked. */
export async function watch(context: BrowserContext): Promise<Complaints> {
  const found: string[] = []
  const forgiven: string[] = []
  const expected: RegExp[] = []
  const add = (complaint: string) => {
    if (expected.some((pattern) => pattern.test(complaint))) forgiven.push(complaint)
    else found.push(complaint)
  }
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      add(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => add(`uncaught: ${String(error.error())}`))
  await context.exposeBinding('reportViolation', (_source, text: string) => add(`blocked: ${text}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const { reportViolation } = window as unknown as { reportViolation(text: string): void }
      reportViolation(`${violatedDirective} ${blockedURI} in ${sourceFile}`)
    })
  })
  return { found, forgiven, expect: (pattern) => void expected.push(pattern) }
}
