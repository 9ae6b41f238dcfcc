import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { viewsMarkdown } from '../../../src/main/questions/viewDocs.ts'
import { isPersonal, views } from '../../../src/main/questions/views/all.ts'
import { viewsIn } from '../../../src/main/questions/viewWords.ts'
import { languages } from '../../../src/shared/contract.ts'

describe('what views mean', () => {
  it.each(languages)('is said of every view and column, in %s', (language) => {
    for (const { about, columns } of viewsIn(language)) {
      // A key without words is answered by the key.
      const raw = /^(?:view|column|figure|name|definition)\.\w+|\{\{|undefined/
      expect(
        [about, ...columns.map((column) => column.about)].filter((words) => words === '' || raw.test(words)),
      ).toEqual([])
    }
  })

  it('is said in each language’s own words', () => {
    const [english, ...others] = languages.map((language) =>
      viewsIn(language)
        .map(({ about }) => about)
        .join(),
    )
    for (const other of others) expect(other).not.toBe(english)
  })

  it('stands in docs/views.md', () => {
    const page = readFileSync(new URL('../../../docs/views.md', import.meta.url), 'utf8')
    expect(page, 'run: npm run -s floorwalker -- views --markdown > docs/views.md').toBe(
      `${viewsMarkdown(viewsIn('en'), isPersonal)}\n`,
    )
  })

  it('has names that tools take: letters, figures and underscores, none twice', () => {
    for (const { name, columns } of views) {
      const names = columns.map((column) => column.name)
      expect([name, ...names].filter((one) => !/^[a-z][a-z0-9_]*$/.test(one))).toEqual([])
      expect(new Set(names).size).toBe(names.length)
    }
  })
})
