/** Samples that are drawn and reviewed, the same each time. */
import type { Criterion, Rating, SampleRecipe } from '../../src/shared/audits.ts'
import type { Api, Scope } from '../../src/shared/contract.ts'
import { criteriaOf } from '../../src/shared/scoring.ts'

export interface Drawn {
  readonly scope: Scope
  readonly size: number
  readonly reviewers: readonly string[]
  readonly calibration: boolean
}

/** Draws a sample by the first shipped scorecard and hands in a review of each of its places; answers the sample's id. */
export async function reviewDrawn(api: Api, drawn: Drawn): Promise<string> {
  const [template] = await api.scorecardTemplates()
  if (template === undefined) throw new Error('there is no template')
  const [held] = await api.scorecards()
  const scorecard = held ?? (await api.saveScorecard(template.draft))
  const recipe: SampleRecipe = {
    name: drawn.calibration ? 'Session' : 'May',
    scope: drawn.scope,
    method: 'stratified',
    strata: ['agent'],
    allocation: 'proportional',
    size: drawn.size,
    seed: 7,
    cycle: null,
    scorecard: { id: scorecard.id, version: scorecard.version },
    reviewers: drawn.reviewers.map((name) => ({ name, quota: null })),
    calibration: drawn.calibration,
    dueAt: null,
  }
  const sample = await api.drawSample(recipe)
  const places = await api.queue({ reviewer: null, sample: sample.id })
  for (const [place, item] of places.entries()) {
    const { id } = await api.beginReview({ ...item, scorecard: null })
    const ratings = criteriaOf(scorecard.sections).map((criterion, index) =>
      ratingOf(criterion, place, index),
    )
    await api.saveReview(id, { ratings, notes: [], tags: [], comment: '' })
    await api.actOnReview(id, { kind: 'submit' })
  }
  return sample.id
}

/** Two of three are the best there is, the third the worst with its cause; what is rated by message is left out. */
function ratingOf(criterion: Criterion, place: number, index: number): Rating {
  const isWhole = criterion.per === 'conversation'
  const isBest = criterion.critical || (place + index) % 3 > 0
  return {
    criterion: criterion.id,
    message: null,
    level: isWhole ? (isBest ? criterion.scale.length - 1 : 0) : null,
    causes: isWhole && !isBest ? criterion.rootCauses.slice(0, 1) : [],
    note: isWhole && index === 0 ? 'Read the whole chat.' : '',
    proposed: null,
  }
}
