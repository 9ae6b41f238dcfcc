/** How a sample is drawn, as the form has it, and what it begins with. */
import type { Scope } from '../../../shared/contract.ts'
import type { SampleRecipe, Scorecard, StrataDimension } from '../../../shared/audits.ts'
import { monthKey, weekKey } from '../../../shared/period.ts'

export const methods = [
  'plain',
  'stratified',
  'risk',
  'flagged',
] as const satisfies readonly SampleRecipe['method'][]
export const allocations = ['every', 'proportional'] as const satisfies readonly SampleRecipe['allocation'][]

export const smallestSample = 1
export const largestSample = 10_000
/** Seeds a person can read out and type again. */
export const largestSeed = 999_999

/** Everything of a recipe but what the bar says. */
export type RecipeForm = Omit<SampleRecipe, 'scope'>

export interface RecipeStart {
  readonly name: string
  readonly scorecard: Pick<Scorecard, 'id' | 'version'>
  readonly reviewer: string | null
  readonly seed: number
  readonly cycle: string | null
}

export function firstRecipe({ name, scorecard, reviewer, seed, cycle }: RecipeStart): RecipeForm {
  return {
    name,
    method: 'stratified',
    strata: ['agent'],
    allocation: 'every',
    size: 20,
    seed,
    cycle,
    scorecard: { id: scorecard.id, version: scorecard.version },
    reviewers: reviewer === null ? [] : [{ name: reviewer, quota: null }],
    calibration: false,
    dueAt: null,
  }
}

/** The recipe as it is drawn: names are trimmed, empty reviewers left out, strata only where they count. */
export function recipeOf(form: RecipeForm, scope: Scope): SampleRecipe {
  return {
    ...form,
    scope,
    name: form.name.trim(),
    strata: form.method === 'stratified' ? form.strata : [],
    reviewers: form.reviewers
      .map(({ name, quota }) => ({ name: name.trim(), quota }))
      .filter(({ name }) => name !== ''),
  }
}

/** What stands in the way of drawing; null: nothing. */
export function missingIn(recipe: SampleRecipe): 'name' | 'reviewers' | 'strata' | 'twice' | 'alone' | null {
  const names = recipe.reviewers.map(({ name }) => name)
  if (recipe.name === '') return 'name'
  if (recipe.method === 'stratified' && recipe.strata.length === 0) return 'strata'
  if (names.length === 0) return 'reviewers'
  if (new Set(names).size < names.length) return 'twice'
  if (recipe.calibration && names.length < 2) return 'alone'
  return null
}

export function toggledStrata(
  strata: readonly StrataDimension[],
  dimension: StrataDimension,
): readonly StrataDimension[] {
  return strata.includes(dimension) ? strata.filter((one) => one !== dimension) : [...strata, dimension]
}

/** The cycles offered: this week, this month, this quarter; as `2026-W47`, `2026-11`, `2026-Q4`. */
export function cyclesAt(
  now: number,
  zone: string,
): { readonly [K in 'week' | 'month' | 'quarter']: string } {
  const month = monthKey(now, zone)
  const quarter = Math.ceil(Number(month.slice(5, 7)) / 3)
  return { week: weekKey(now, zone), month, quarter: `${month.slice(0, 4)}-Q${quarter}` }
}
