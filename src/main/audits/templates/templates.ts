/** The scorecards to begin with, in every language they are shipped in. */
import type { Criterion, ScorecardSection, ScorecardTemplate } from '../../../shared/audits.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { shapes, type CriterionShape, type SectionShape, type TemplateKey } from './shape.ts'
import type { TemplateWords } from './words.ts'
import { zhHant } from './zhHant.ts'

const languages: readonly TemplateWords[] = [en, de, fr, es, zhHant]
const keys: readonly TemplateKey[] = ['service', 'sales', 'complaints']

/** Service, sales and complaints, each in each language; ids are the same in all of them. */
export function scorecardTemplates(): readonly ScorecardTemplate[] {
  return languages.flatMap((language) =>
    keys.map((key) => ({
      key,
      language: language.language,
      draft: {
        id: null,
        name: language.names[key],
        language: language.language,
        sections: shapes[key].map((section) => sectionOf(section, language)),
      },
    })),
  )
}

function sectionOf({ key, criteria }: SectionShape, words: TemplateWords): ScorecardSection {
  return { id: key, name: words.sections[key], criteria: criteria.map((shape) => criterionOf(shape, words)) }
}

function criterionOf({ key, scale, check, ...shape }: CriterionShape, words: TemplateWords): Criterion {
  const { name, hint, causes } = words.criteria[key]
  return {
    ...shape,
    id: key,
    name,
    hint,
    scale: words.scales[scale],
    rootCauses: causes,
    askRootCause: causes.length === 0 ? 'never' : shape.askRootCause,
    check: check === null ? null : { check },
  }
}
