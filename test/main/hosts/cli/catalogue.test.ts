import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogueMarkdown, catalogueText } from '../../../../src/main/hosts/cli/catalogue.ts'
import { metricIds } from '../../../../src/shared/metrics.ts'

describe('the catalogue as text', () => {
  it('is the page in the documentation', () => {
    const page = readFileSync(new URL('../../../../docs/metrics.md', import.meta.url), 'utf8')
    expect(page, 'run: npm run -s floorwalker -- metrics --list --markdown > docs/metrics.md').toBe(
      `${catalogueMarkdown()}\n`,
    )
  })

  it('names every metric once', () => {
    const named = [...catalogueMarkdown().matchAll(/^### `(\w+)`/gmu)].map(([, id]) => id)
    expect(new Set(named)).toEqual(new Set(metricIds))
    expect(named).toHaveLength(metricIds.length)
    for (const id of metricIds) expect(catalogueText()).toContain(`${id}  `)
  })
})
