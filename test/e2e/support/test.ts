/** Playwright's test with a signed-in console, and pages in which nothing may go wrong unnoticed. */
import { test as base, type Page } from '@playwright/test'
import { type Console, copySample, redeem, samplePeriod, serve, withFolder } from './console.ts'
import { type Complaints, watch } from './watch.ts'

export { expect } from '@playwright/test'

export type Place =
  'now' | 'overview' | 'agents' | 'chats' | 'assignments' | 'audits' | 'reports' | 'settings'

export interface SignedIn extends Console {
  readonly token: string
}

interface TestFixtures {
  readonly complaints: Complaints
  /** Shows a place of the sample over its last 28 days; `query` adds to the address. */
  readonly show: (place: Place, query?: string) => Promise<Page>
}

interface WorkerFixtures {
  /** The sample, served. Shared by the tests of a worker: what a test changes, it changes back. */
  readonly sample: SignedIn
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  sample: [
    // Playwright wants the braces: this fixture uses no other.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await withFolder(async (folder) => {
        await copySample(folder)
        const served = await serve(folder)
        await use({ ...served, token: await redeem(served) })
        await served.stop()
      })
    },
    { scope: 'worker' },
  ],

  complaints: [
    async ({ context }, use) => {
      const complaints = await watch(context)
      await use(complaints)
      base.expect(complaints.found, 'nothing goes wrong unnoticed').toEqual([])
    },
    { auto: true },
  ],

  show: async ({ page, sample }, use) => {
    await signIn(page, sample)
    await use(async (place, query = '') => {
      await page.goto(`${sample.origin}/#/${place}?period=${samplePeriod}${query}`)
      return page
    })
  },
})

/** Gives the tab a token it already bought, so that tests share one console although its link works once. */
export async function signIn(page: Page, { origin, token }: SignedIn): Promise<void> {
  await page.addInitScript(
    ([where, held]) => {
      if (location.origin === where && held !== undefined) sessionStorage.setItem('token', held)
    },
    [origin, token] as const,
  )
}

/** Asks the engine as a page does, and answers its value. */
export async function ask<Answer = unknown>(
  { origin, token }: SignedIn,
  method: string,
  ...args: readonly unknown[]
): Promise<Answer> {
  const answer = await fetch(`${origin}/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'X-Console-Token': token, origin },
    body: JSON.stringify({ method, args }),
  })
  const reply = (await answer.json()) as { readonly ok: boolean; readonly value: Answer }
  base.expect(reply).toMatchObject({ ok: true })
  return reply.value
}
