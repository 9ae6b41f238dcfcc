/** A busy day to look at: the console's address is printed, and the day is played until it ends or Ctrl+C. */
import { tellDay } from '../../simulators/live/stories.ts'
import { dayOf, speed, type Load } from './measureDay.ts'
import { inOrder, openStage } from './stage.ts'

export async function watchDay(load: Load, say: (line: string) => void): Promise<void> {
  const day = dayOf(load, 7)
  const stories = tellDay(day)
  const stage = await openStage({ day, before: stories, speed, readyIn: 5000, pages: load.pages })
  const player = stage.play(
    inOrder(stories)
      .filter(({ at }) => at >= day.from && at < day.to)
      .values(),
  )
  process.once('SIGINT', player.stop)
  say(`The day plays at ${speed} times its speed for ${load.minutes} minutes at ${stage.link()}`)
  await player.done
  await stage.close()
}
