/** What a recipe of a sample must be before anything is drawn from it. */
import { strataDimensions, type SampleRecipe } from '../../shared/audits.ts'
import { isZone } from '../../shared/period.ts'
import type { ReadableDb } from '../store/database.ts'
import { StoreFailure } from '../store/errors.ts'
import { readScorecard } from './scorecards.ts'

const largest = 10_000
const longestName = 200

/** The recipe, its names without blanks around them. Throws a `StoreFailure` (`invalid`) with the first thing that is wrong. */
export function checkRecipe(workspaceDb: ReadableDb, recipe: SampleRecipe): SampleRecipe {
  const trimmed: SampleRecipe = {
    ...recipe,
    name: recipe.name.trim(),
    cycle: recipe.cycle?.trim() ?? null,
    reviewers: recipe.reviewers.map((reviewer) => ({ ...reviewer, name: reviewer.name.trim() })),
  }
  const wrong = faults.find(([isWrong]) => isWrong(trimmed))
  if (wrong !== undefined) throw refusal(wrong[1], wrong[2])
  readScorecard(workspaceDb, recipe.scorecard.id, recipe.scorecard.version)
  return trimmed
}

/** Nothing was drawn, because `what`; `hint` says what to do about it. */
export function refusal(what: string, hint: string): StoreFailure {
  return new StoreFailure('invalid', `${what}; nothing was drawn.`, hint)
}

type Fault = readonly [isWrong: (recipe: SampleRecipe) => boolean, what: string, hint: string]

const isWhole = (number: number, least: number, most: number) =>
  Number.isInteger(number) && number >= least && number <= most
const isName = (text: string) => text !== '' && text.length <= longestName

const faults: readonly Fault[] = [
  [
    ({ name }) => !isName(name),
    `The sample has no name of 1 to ${longestName} characters`,
    'Name it, for example after the month.',
  ],
  [
    ({ cycle }) => cycle !== null && !isName(cycle),
    `The cycle has no name of 1 to ${longestName} characters`,
    'Name the cycle, or choose none.',
  ],
  [
    ({ scope }) => !(Number.isFinite(scope.from) && Number.isFinite(scope.to) && scope.from < scope.to),
    'The period begins after it ends',
    'Choose a beginning before the end.',
  ],
  [
    ({ scope }) => !isZone(scope.zone),
    'The time zone is not known',
    'Give an IANA name such as Europe/Berlin.',
  ],
  [
    ({ size }) => !isWhole(size, 1, largest),
    `The size is not between 1 and ${largest}`,
    'Choose how many chats shall be drawn.',
  ],
  [
    ({ seed }) => !Number.isSafeInteger(seed),
    'The seed is no whole number',
    'Choose any whole number; the same one draws the same chats again.',
  ],
  [
    ({ method, strata }) => method === 'stratified' && strata.length === 0,
    'Nothing says what the sample is balanced over',
    `Choose at least one of: ${strataDimensions.join(', ')}.`,
  ],
  [
    ({ strata }) => strata.some((dimension) => !strataDimensions.includes(dimension)),
    'The sample is balanced over something that is not known',
    `Choose of: ${strataDimensions.join(', ')}.`,
  ],
  [({ reviewers }) => reviewers.length === 0, 'There are no reviewers', 'Name at least one.'],
  [
    ({ reviewers }) => reviewers.some(({ name }) => !isName(name)),
    `A reviewer has no name of 1 to ${longestName} characters`,
    'Name every reviewer.',
  ],
  [
    ({ reviewers }) => new Set(reviewers.map(({ name }) => name)).size < reviewers.length,
    'A reviewer is named twice',
    'Name each once.',
  ],
  [
    ({ reviewers }) => reviewers.some(({ quota }) => quota !== null && !isWhole(quota, 1, largest)),
    `A reviewer’s quota is not between 1 and ${largest}`,
    'Give a whole number, or none for an even share.',
  ],
  [
    ({ calibration, reviewers }) => calibration && reviewers.length < 2,
    'A calibration needs at least two reviewers',
    'Name those whose scores shall be compared.',
  ],
]
