/**
 * The score of a review, as the screen shows it while a person rates and as the engine keeps it.
 *
 * A criterion's value is level ÷ (levels − 1) × 100, levels counted from 0, worst first: 0 and 100 on two levels, 0, 50 and
 * 100 on three, thirds on four, quarters on five. A criterion rated on several messages counts once, with the mean of
 * their values. The review is Σ(value × weight) ÷ Σ(weight) over the standard criteria that were rated: what is not
 * applicable or not rated drops out of both sums. A bonus adds its value × weight ÷ the same Σ(weight) and never takes
 * away; together they end at 100. A critical criterion below 50 makes the review 0, whatever the
 * rest and its own weight. Source: Zendesk QA, "Understanding how individual review scores are calculated"
 * (article 7043701093786); MaestroQA's bonus, here without going past 100.
 */
import type { Criterion, Rating, Score, ScoreLine, ScorecardSection } from './audits.ts'

/** A critical criterion below this fails the review. */
const failsBelow = 50

/** Scores run from 0 to this. */
const best = 100

/** The score ratings give on a scorecard. Neither the order of ratings nor those of unknown criteria matter. */
export function scoreOf(sections: readonly ScorecardSection[], ratings: readonly Rating[]): Score {
  const criteria = criteriaOf(sections)
  const byCriterion = Map.groupBy(ratings, (rating) => rating.criterion)
  const lines = criteria.map((criterion) => lineOf(criterion, byCriterion.get(criterion.id) ?? []))
  const weights = sum(lines, (line) => (isCounted(line) ? line.weight : 0))
  const points = sum(lines, (line) => (isCounted(line) ? (line.value ?? 0) * line.weight : 0))
  const extra = sum(lines, (line) => (line.kind === 'bonus' ? (line.value ?? 0) * line.weight : 0))
  const failedCritical = lines.filter((line) => line.failedCritical).map((line) => line.criterion)
  const bonus = weights === 0 ? 0 : extra / weights
  return {
    value: valueOf(points, weights, bonus, failedCritical.length > 0),
    lines,
    points,
    weights,
    bonus,
    failedCritical,
    missing: criteria
      .filter((criterion) => criterion.kind === 'standard' && !byCriterion.has(criterion.id))
      .map((criterion) => criterion.id),
  }
}

/** Every criterion of a scorecard, in its order. */
export function criteriaOf(sections: readonly ScorecardSection[]): readonly Criterion[] {
  return sections.flatMap((section) => section.criteria)
}

/** What a level of a scale is worth, 0…100; the scale has at least two levels. */
export function valueOfLevel(level: number, levels: number): number {
  return (level / (levels - 1)) * best
}

function lineOf(criterion: Criterion, ratings: readonly Rating[]): ScoreLine {
  const levels = ratings.flatMap((rating) => rating.level ?? [])
  // Whole levels are summed before anything is divided, so that no order of ratings rounds differently.
  const value =
    levels.length === 0
      ? null
      : valueOfLevel(
          sum(levels, (level) => level),
          criterion.scale.length,
        ) / levels.length
  return {
    criterion: criterion.id,
    value,
    weight: criterion.weight,
    kind: criterion.kind,
    failedCritical: criterion.critical && value !== null && value < failsBelow,
  }
}

function isCounted(line: ScoreLine): boolean {
  return line.kind === 'standard' && line.value !== null
}

function valueOf(points: number, weights: number, bonus: number, failed: boolean): number | null {
  if (failed) return 0
  return weights === 0 ? null : Math.min(best, points / weights + bonus)
}

function sum<T>(list: readonly T[], amount: (entry: T) => number): number {
  return list.reduce((total, entry) => total + amount(entry), 0)
}
