/** The sample with a scorecard, a stratified sample that is reviewed, and a calibration of two reviewers that is closed. */
import { reviewDrawn } from '../../support/reviews.ts'
import { openEngine, wholeScope } from '../../support/workspace.ts'
import { copySample, samplePeriod } from './console.ts'

const reviewer = 'Katrin Sommer'

/** Prepares a folder; a console must not have it open yet. */
export async function prepareReviews(folder: string): Promise<void> {
  await copySample(folder)
  const { api, close } = await openEngine(folder, { sync: false })
  try {
    await api.saveSettings({ reviewer })
    const [from = '', to = ''] = samplePeriod.split('_')
    const scope = wholeScope(Date.parse(from), Date.parse(to))
    await reviewDrawn(api, { scope, size: 24, reviewers: [reviewer], calibration: false })
    const session = await reviewDrawn(api, { scope, size: 6, reviewers: [reviewer, 'Jo'], calibration: true })
    await api.closeSample(session)
  } finally {
    await close()
  }
}
