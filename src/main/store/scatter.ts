/** Which threads are placed anew at the end of the page. */
import type { Work } from './work.ts'

/** Has the thread placed anew at the end of the page. */
export function scatter(work: Work, contact: number, channel: number): void {
  const key = `${contact}/${channel}`
  const thread = work.threads.get(key)
  if (thread) thread.scattered = true
  else work.threads.set(key, { contact, channel, scattered: true, tail: null })
}

/** The same, where a stated conversation changed: nothing to do while no source has a loose message. */
export function scatterIfLoose(work: Work, contact: number, channel: number): void {
  if (work.has.loose && contact !== 0) scatter(work, contact, channel)
}
