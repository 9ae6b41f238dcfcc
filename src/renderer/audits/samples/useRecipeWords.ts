import type { Sample, SampleRecipe, StrataDimension } from '../../../shared/audits.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage, useText } from '../../ui/text.ts'

export interface RecipeWords {
  /** "40 of 6,207 conversations, by agent and language, seed 4711" */
  readonly drawn: (sample: Sample) => string
  /** "stratified by agent and language, as many of each" */
  readonly method: (recipe: Pick<SampleRecipe, 'method' | 'strata' | 'allocation'>) => string
  readonly strata: (strata: readonly StrataDimension[]) => string
}

/** How a sample was drawn, in words. */
export function useRecipeWords(): RecipeWords {
  const text = useText('audits')
  const format = useFormat()
  const language = useLanguage()
  const strata = (dimensions: readonly StrataDimension[]) =>
    new Intl.ListFormat(language).format(dimensions.map((one) => text(`strata.${one}`)))
  const method: RecipeWords['method'] = (recipe) =>
    text(`method.${recipe.method}Words`, { strata: strata(recipe.strata) })
  return {
    strata,
    method,
    drawn: (sample) =>
      text('samples.drawn', {
        items: format.count(sample.items),
        candidates: format.count(sample.candidates),
        method: method(sample.recipe),
        seed: sample.recipe.seed,
      }),
  }
}
