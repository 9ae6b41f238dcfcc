/** A busy day to look at: the console's address is printed, and the day is played until it ends or Ctrl+C. */
import { dayOf, speed, type Load } from './measureDay.ts'
import { openStage } from './stage.ts'

export async function watchDay(load: Load, say: (line: string) => void): Promise<void> {
  const day = dayOf(load, 7)
  const stage = await openStage({ day, before: true, speed, readyIn: 5000, pages: load.pages })
  const playing = stage.play([day])
  process.once('SIGINT', () => stage.stop())
  say(`The day plays at ${speed} times its speed for ${load.minutes} minutes at ${stage.link()}`)
  await playing
  await stage.close()
}
