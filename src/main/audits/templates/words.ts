import type { CriterionKey, ScaleKey, SectionKey, TemplateKey } from './shape.ts'

/** The shipped scorecards in one language. */
export interface TemplateWords {
  /** BCP 47. */
  readonly language: string
  readonly names: Readonly<Record<TemplateKey, string>>
  readonly sections: Readonly<Record<SectionKey, string>>
  /** Worst first. */
  readonly scales: Readonly<Record<ScaleKey, readonly string[]>>
  readonly criteria: Readonly<Record<CriterionKey, CriterionWords>>
}

export interface CriterionWords {
  readonly name: string
  readonly hint: string
  readonly causes: readonly string[]
}

export function words(name: string, hint: string, ...causes: readonly string[]): CriterionWords {
  return { name, hint, causes }
}
