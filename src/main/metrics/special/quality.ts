/** The net promoter score, of ratings on a scale of 0 to 10. */
import type { ValueFigure } from '../../../shared/contract.ts'
import { ratingBits, reasonOf } from '../bits.ts'
import { evidenceOf } from './engagement.ts'
import type { Item, Items } from './items.ts'
import { folded } from './items.ts'
import type { Special, SpecialGround } from './special.ts'

const lowestPromoter = 9
const highestDetractor = 6

/** Ratings on that scale, as given; surveys nobody answered are left out. Ratings on other scales say nothing here. */
function promoterRatings(ground: SpecialGround): Items {
  const ratings = ground.rows('ratings')
  const included: Item[] = []
  for (let index = 0; index < ratings.length; index++) {
    if (((ratings.bits[index] ?? 0) & ratingBits.zeroToTen) === 0) continue
    const value = ratings.values['raw']?.[index] ?? 0
    included.push({
      cell: ground.cells.cellAt(ratings, index, ratings.at[index] ?? 0),
      evidence: evidenceOf(ground, ratings, index, value),
    })
  }
  const surveys = ground.rows('surveys')
  const excluded: Items['excluded'][number][] = []
  for (let index = 0; index < surveys.length; index++) {
    const reason = reasonOf(surveys.bits[index] ?? 0)
    if (reason === null) continue
    const cell = ground.cells.cellAt(surveys, index, surveys.at[index] ?? 0)
    excluded.push({ cell, evidence: evidenceOf(ground, surveys, index, null), reason })
  }
  return { included, excluded }
}

/** Promoters minus detractors in a hundred ratings: −100 … 100. */
function net(items: readonly Item[]): ValueFigure {
  if (items.length === 0) return { value: null, of: 0 }
  const values = items.map(({ evidence }) => evidence.value ?? 0)
  const promoters = values.filter((value) => value >= lowestPromoter).length
  const detractors = values.filter((value) => value <= highestDetractor).length
  return { value: (100 * (promoters - detractors)) / items.length, of: items.length }
}

export const nps: Special = folded(promoterRatings, net)
