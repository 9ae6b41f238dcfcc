import type { Colleague } from './company.ts'
import { dayLength, hour, minute, second } from './berlin.ts'
import { answer, whenAtWork } from './desk.ts'
import { a, c } from './phrases/phrasebook.ts'
import { automation, customerSays, filled, pass } from './scene.ts'
import type { Scene } from './scene.ts'
import { textContent } from './thread.ts'

/** How conversations end: closed by who has them, by silence, rated or not, and some come back. */

/** Some are simply left: closed by rule after a day of silence. True where that is how it ended. */
export function dwindle(scene: Scene, share = 0.035): boolean {
  const { random, thread } = scene
  if (!random.chance(share)) return false
  thread.event(scene.at + dayLength, 'closed', automation)
  return true
}

/** The agent sorts the conversation and closes it; half the customers are asked, and some of those rate. */
export function closeByPerson(scene: Scene): void {
  const { agent, random, thread } = scene
  if (agent === null) return
  if (random.chance(0.04) && thread.lastSent() !== null) react(scene)
  pass(scene, 4 * minute, 0.9)
  scene.at = whenAtWork(scene, agent, scene.at)
  const by = { type: 'agent', id: agent.id } as const
  if (scene.category !== null && random.chance(0.96))
    thread.event(scene.at, 'categorised', by, scene.category)
  scene.at += random.whole(500, 4000)
  thread.event(scene.at, 'closed', by)
  scene.waitingSince = null
  if (random.chance(0.4)) survey(scene)
}

function react(scene: Scene): void {
  const target = scene.thread.lastSent()
  if (target === null) return
  pass(scene, 40 * second, 0.7)
  scene.thread.receive(scene.at, textContent(scene.random.pick(['👍', '❤️', '🙏', '😊']), 'reaction'), target)
}

function survey(scene: Scene): void {
  const { agent, random, thread, book } = scene
  if (agent === null) return
  const askedAt = scene.at + 2 * second
  thread.note(askedAt, { kind: 'survey', id: `${thread.id}/s1`, conversation: thread.id, at: askedAt })
  if (!random.chance(0.55)) return
  const at = askedAt + Math.min(20 * hour, Math.floor(random.around(6 * minute, 1.3)))
  const score = scoreOf(scene, agent.liked)
  const says = random.chance(0.22)
  const comment = says ? filled(scene, random.pick(score >= 4 ? book.praise : book.complaint)) : null
  thread.note(at, {
    kind: 'rating',
    id: `${thread.id}/r1`,
    conversation: thread.id,
    at,
    score,
    scale: { min: 1, max: 5 },
    comment,
  })
}

/** Top-heavy, as ratings are: most give the best, the unhappy the worst. */
function scoreOf(scene: Scene, liked: number): number {
  const { random } = scene
  const unhappy = (5 - liked) * 0.2 + (scene.at - scene.openedAt > 3 * hour ? 0.05 : 0)
  if (random.chance(unhappy)) return random.chance(0.5) ? random.whole(1, 3) : 3
  return random.chance(0.68) ? 5 : 4
}

/** A few write again after the close. Not all clouds say that this reopens it. */
export function mayReopen(scene: Scene): void {
  if (scene.agent === null || !scene.random.chance(0.062)) return
  comeBack(scene, scene.agent)
  if (scene.trouble.returnsTwice) comeBack(scene, scene.agent)
}

function comeBack(scene: Scene, agent: Colleague): void {
  const { random, thread, book } = scene
  scene.at += Math.min(2.5 * dayLength, Math.floor(random.around(4 * hour, 1)))
  if (scene.at > scene.openedAt + 9 * dayLength) return
  if (random.chance(0.7)) thread.event(scene.at, 'reopened', { type: 'contact', id: scene.person.id })
  scene.answered = false
  customerSays(scene, c(random.pick(book.reopen)))
  answer(scene, a(random.pick(book.reopenAnswer)))
  if (random.chance(0.7)) {
    pass(scene, 4 * minute, 0.8)
    customerSays(scene, c(random.pick(book.thanks)))
  }
  pass(scene, 5 * minute, 0.8)
  scene.at = whenAtWork(scene, agent, scene.at)
  thread.event(scene.at, 'closed', { type: 'agent', id: agent.id })
}
