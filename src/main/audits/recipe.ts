/** What a recipe of a sample must be before anything is drawn from it. */
import { strataDimensions, type SampleRecipe } from '../../shared/audits.ts'
import { isZone } from '../../shared/period.ts'
import { listed } from '../../shared/phrases.ts'
import type { ReadableDb } from '../store/database.ts'
import { storeFailed, type StoreFailure } from '../store/errors.ts'
import { readScorecard } from './scorecards.ts'

const largest = 10_000
export const longestName = 200

/** The recipe, its names without blanks around them. Throws a `StoreFailure` (`invalid`) with the first thing that is wrong. */
export function checkRecipe(workspaceDb: ReadableDb, recipe: SampleRecipe): SampleRecipe {
  const trimmed: SampleRecipe = {
    ...recipe,
    name: recipe.name.trim(),
    cycle: recipe.cycle?.trim() ?? null,
    reviewers: recipe.reviewers.map((reviewer) => ({ ...reviewer, name: reviewer.name.trim() })),
  }
  const wrong = faults.find(([isWrong]) => isWrong(trimmed))
  if (wrong !== undefined) throw wrong[1]()
  readScorecard(workspaceDb, recipe.scorecard.id, recipe.scorecard.version)
  return trimmed
}

type Fault = readonly [isWrong: (recipe: SampleRecipe) => boolean, failure: () => StoreFailure]

const isWhole = (number: number, least: number, most: number) =>
  Number.isInteger(number) && number >= least && number <= most
const isName = (text: string) => text !== '' && text.length <= longestName

const faults: readonly Fault[] = [
  [({ name }) => !isName(name), () => storeFailed('invalid', 'samples.noName', { most: longestName })],
  [
    ({ cycle }) => cycle !== null && !isName(cycle),
    () => storeFailed('invalid', 'samples.noCycleName', { most: longestName }),
  ],
  [
    ({ scope }) => !(Number.isFinite(scope.from) && Number.isFinite(scope.to) && scope.from < scope.to),
    () => storeFailed('invalid', 'samples.noPeriod'),
  ],
  [({ scope }) => !isZone(scope.zone), () => storeFailed('invalid', 'samples.noZone')],
  [
    ({ size }) => !isWhole(size, 1, largest),
    () => storeFailed('invalid', 'samples.noSize', { most: largest }),
  ],
  [({ seed }) => !Number.isSafeInteger(seed), () => storeFailed('invalid', 'samples.noSeed')],
  [
    ({ method, strata }) => method === 'stratified' && strata.length === 0,
    () => storeFailed('invalid', 'samples.noStrata', { strata: listed(strataDimensions) }),
  ],
  [
    ({ strata }) => strata.some((dimension) => !strataDimensions.includes(dimension)),
    () => storeFailed('invalid', 'samples.unknownStratum', { strata: listed(strataDimensions) }),
  ],
  [({ reviewers }) => reviewers.length === 0, () => storeFailed('invalid', 'samples.noReviewers')],
  [
    ({ reviewers }) => reviewers.some(({ name }) => !isName(name)),
    () => storeFailed('invalid', 'samples.namelessReviewer', { most: longestName }),
  ],
  [
    ({ reviewers }) => new Set(reviewers.map(({ name }) => name)).size < reviewers.length,
    () => storeFailed('invalid', 'samples.reviewerTwice'),
  ],
  [
    ({ reviewers }) => reviewers.some(({ quota }) => quota !== null && !isWhole(quota, 1, largest)),
    () => storeFailed('invalid', 'samples.noQuota', { most: largest }),
  ],
  [
    ({ calibration, reviewers }) => calibration && reviewers.length < 2,
    () => storeFailed('invalid', 'samples.lonelyCalibration'),
  ],
]
