import { answers, api, failureOf } from '../api.ts'
import { tell } from '../ui/Notices.tsx'
import { say } from '../ui/text.ts'

export async function pauseSource(source: string, paused: boolean): Promise<void> {
  await attempt(
    () => api.pauseSync(source, paused),
    say('settings', paused ? 'sources.wasPaused' : 'sources.wasResumed'),
    () => void pauseSource(source, !paused),
  )
}

export async function syncNow(source: string | null): Promise<void> {
  await attempt(() => api.syncNow(source), say('settings', 'sources.wasAsked'))
}

/** True once the source is gone. */
export function removeSource(source: string): Promise<boolean> {
  return attempt(() => api.removeSource(source), say('settings', 'sources.wasRemoved'))
}

async function attempt(act: () => Promise<unknown>, said: string, undo?: () => void): Promise<boolean> {
  try {
    await act()
    tell(said, undo)
    await answers.invalidateQueries({ queryKey: ['syncHealth'] })
    return true
  } catch (error) {
    tell(failureOf(error))
    return false
  }
}
