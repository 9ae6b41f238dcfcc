/** Whether everybody can use a page, as far as a program can tell. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** WCAG 2.2 AA and axe's own good practice. The report's preview runs no scripts, so axe cannot enter it. */
export async function expectNothing(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.flatMap(withoutMenus).map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }))
  expect(found).toEqual([])
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

/**
 * An open menu of the component library stands outside of every landmark, as the pattern of a menu wants it, and between
 * guards that take the focus only to hand it on, unheard by screen readers. Only these nodes are left out, and only of these two rules.
 */
const ofMenus: Readonly<Record<string, RegExp>> = {
  'aria-hidden-focus': /^<span [^>]*data-base-ui-focus-guard=/u,
  region: /^<div [^>]*data-base-ui-focusable=[^>]*role="menu"/u,
}

function withoutMenus(violation: Violation): readonly Violation[] {
  const known = ofMenus[violation.id]
  const nodes = violation.nodes.filter(({ html }) => known?.test(html) !== true)
  return nodes.length === 0 ? [] : [{ ...violation, nodes }]
}
