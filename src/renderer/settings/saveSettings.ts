import type { Settings } from '../../shared/contract.ts'
import { answers, api, failureOf } from '../api.ts'
import { tell } from '../ui/Notices.tsx'
import { say } from '../ui/text.ts'

/** Saves a change at once, says so, and offers the way back. What the engine refuses stays as it was. */
export async function saveSettings(change: Partial<Settings>, undone = false): Promise<void> {
  const before = answers.getQueryData<Settings>(['settings'])
  try {
    answers.setQueryData(['settings'], await api.saveSettings(change))
    if (before === undefined || undone) return
    const back = Object.fromEntries(
      Object.keys(change).map((key) => [key, before[key as keyof Settings]]),
    ) as Partial<Settings>
    tell(
      () => say('settings', 'saved'),
      () => void saveSettings(back, true),
    )
  } catch (error) {
    tell(failureOf(error))
  }
}
