import { describe, expect, it } from 'vitest'
import {
  cyclesAt,
  firstRecipe,
  missingIn,
  recipeOf,
  type RecipeForm,
  toggledStrata,
} from '../../../../src/renderer/audits/samples/recipe.ts'

const scope = { from: 0, to: 1, zone: 'Europe/Berlin', agents: [], teams: [], channels: [], categories: [] }
const form: RecipeForm = firstRecipe({
  name: ' May ',
  scorecard: { id: 'c-1', version: 3 },
  reviewer: 'Katrin',
  seed: 4711,
  cycle: '2026-05',
})

describe('a recipe', () => {
  it('is what the form says, trimmed, with strata only where they count', () => {
    const recipe = recipeOf(
      {
        ...form,
        method: 'risk',
        reviewers: [
          { name: ' Katrin ', quota: 5 },
          { name: ' ', quota: null },
        ],
      },
      scope,
    )
    expect(recipe).toMatchObject({ name: 'May', strata: [], scope, seed: 4711, scorecard: { version: 3 } })
    expect(recipe.reviewers).toEqual([{ name: 'Katrin', quota: 5 }])
  })

  it('says what stands in its way, one at a time', () => {
    const missing = (change: Partial<RecipeForm>) => missingIn(recipeOf({ ...form, ...change }, scope))
    const two = [
      { name: 'Katrin', quota: null },
      { name: 'Katrin', quota: null },
    ]
    expect(missing({})).toBeNull()
    expect(missing({ name: '  ' })).toBe('name')
    expect(missing({ strata: [] })).toBe('strata')
    expect(missing({ strata: [], method: 'plain' })).toBeNull()
    expect(missing({ reviewers: [] })).toBe('reviewers')
    expect(missing({ reviewers: two })).toBe('twice')
    expect(missing({ calibration: true })).toBe('alone')
  })
})

it('groups are added at the end, in the order they were chosen', () => {
  expect(toggledStrata(['agent'], 'hour')).toEqual(['agent', 'hour'])
  expect(toggledStrata(['agent', 'hour'], 'agent')).toEqual(['hour'])
})

it('cycles are those of the local day', () => {
  const newYear = Date.UTC(2025, 11, 31, 23, 30)
  expect(cyclesAt(newYear, 'Europe/Berlin')).toEqual({
    week: '2026-W01',
    month: '2026-01',
    quarter: '2026-Q1',
  })
  expect(cyclesAt(newYear, 'UTC')).toMatchObject({ month: '2025-12', quarter: '2025-Q4' })
})
