import { describe, expect, it } from 'vitest'
import { checkScorecard } from '../../../../src/main/audits/scorecardRules.ts'
import { scorecardTemplates } from '../../../../src/main/audits/templates/templates.ts'

const templates = scorecardTemplates()

describe('the shipped scorecards', () => {
  it('are three in each of five languages', () => {
    expect(templates.map(({ key, language }) => `${key} ${language}`).sort()).toEqual(
      ['complaints', 'sales', 'service']
        .flatMap((key) => ['de', 'en', 'es', 'fr', 'zh-Hant'].map((language) => `${key} ${language}`))
        .sort(),
    )
  })

  it.each(templates.map((template) => [`${template.key} ${template.language}`, template] as const))(
    'can be saved as it is: %s',
    (_, { draft }) => {
      expect(checkScorecard(draft)).toEqual(draft)
    },
  )

  it('have standard weights that add up to 100, a critical criterion and a bonus', () => {
    for (const { draft } of templates) {
      const criteria = draft.sections.flatMap((section) => section.criteria)
      const standard = criteria.filter(({ kind }) => kind === 'standard')
      expect(standard.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
      expect(criteria.some(({ critical }) => critical)).toBe(true)
      expect(criteria.filter(({ kind }) => kind === 'bonus')).toHaveLength(1)
    }
  })

  it('are the same in every language but for their words', () => {
    const shapeOf = (template: (typeof templates)[number]) =>
      template.draft.sections.map(({ id, criteria }) => ({
        id,
        criteria: criteria.map(({ name: _name, hint: _hint, scale, rootCauses, ...rest }) => ({
          ...rest,
          levels: scale.length,
          causes: rootCauses.length,
        })),
      }))
    for (const template of templates) {
      const english = templates.find(({ key, language }) => key === template.key && language === 'en')
      expect(shapeOf(template)).toEqual(shapeOf(english!))
    }
  })

  it('leave no word untranslated', () => {
    const hintsOf = (language: string) =>
      templates
        .filter((template) => template.language === language)
        .flatMap(({ draft }) => draft.sections.flatMap(({ criteria }) => criteria.map(({ hint }) => hint)))
    for (const language of ['de', 'fr', 'es', 'zh-Hant'])
      expect(hintsOf(language).filter((hint) => hintsOf('en').includes(hint))).toEqual([])
  })
})
