import { failureOf } from '../api.ts'
import { tell } from '../ui/Notices.tsx'

/** Does something that is asked of the engine; where it fails, says below why and what to do. */
export async function orTell(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    tell(failureOf(error))
  }
}
