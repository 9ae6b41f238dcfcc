/** The sample with a scorecard, a stratified sample that is reviewed, and a calibration of two reviewers that is closed. */
import type { SampleRecipe } from '../../../src/shared/audits.ts'
import type { Api } from '../../../src/shared/contract.ts'
import { criteriaOf } from '../../../src/shared/scoring.ts'
import { openEngine, wholeScope } from '../../support/workspace.ts'
import { copySample, samplePeriod } from './console.ts'

const reviewer = 'Katrin Sommer'

/** Prepares a folder; a console must not have it open yet. */
export async function prepareReviews(folder: string): Promise<void> {
  await copySample(folder)
  const { api, close } = await openEngine(folder, { sync: false })
  try {
    await api.saveSettings({ reviewer })
    await reviewDrawn(api, { size: 24, reviewers: [reviewer], calibration: false })
    const session = await reviewDrawn(api, { size: 6, reviewers: [reviewer, 'Jo'], calibration: true })
    await api.closeSample(session)
  } finally {
    await close()
  }
}

/** Draws a sample and hands in a review of each of its places; answers the sample's id. */
async function reviewDrawn(
  api: Api,
  drawn: { readonly size: number; readonly reviewers: readonly string[]; readonly calibration: boolean },
): Promise<string> {
  const [template] = await api.scorecardTemplates()
  if (template === undefined) throw new Error('there is no template')
  const [held] = await api.scorecards()
  const scorecard = held ?? (await api.saveScorecard(template.draft))
  const [from = '', to = ''] = samplePeriod.split('_')
  const recipe: SampleRecipe = {
    name: drawn.calibration ? 'Session' : 'May',
    scope: wholeScope(Date.parse(from), Date.parse(to)),
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
    const ratings = criteriaOf(scorecard.sections)
      .filter(({ per }) => per === 'conversation')
      .map((criterion, index) => ({
        criterion: criterion.id,
        message: null,
        level: criterion.critical || (place + index) % 3 > 0 ? criterion.scale.length - 1 : 0,
        causes: [],
        note: index === 0 ? 'Read the whole chat.' : '',
        proposed: null,
      }))
    const perMessage = criteriaOf(scorecard.sections)
      .filter(({ per }) => per !== 'conversation')
      .map(({ id: criterion }) => ({
        criterion,
        message: null,
        level: null,
        causes: [],
        note: '',
        proposed: null,
      }))
    await api.saveReview(id, { ratings: [...ratings, ...perMessage], notes: [], tags: [], comment: '' })
    await api.actOnReview(id, { kind: 'submit' })
  }
  return sample.id
}
