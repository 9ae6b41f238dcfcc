import type { RecordOf } from '../../../shared/records.ts'
import { dayOf, hour, minute, second } from './berlin.ts'
import { supervisor, teamOf } from './company.ts'
import type { Colleague, TeamId } from './company.ts'
import { comments } from './phrases/comments.ts'
import { c } from './phrases/phrasebook.ts'
import type { Line } from './phrases/phrasebook.ts'
import { agentSays, automation, customerSays, filled, pass } from './scene.ts'
import type { Scene } from './scene.ts'
import { isBadMonday, slide } from './story.ts'

/** How the people at Nordlicht work: who takes a conversation, how long they need, when they pass it on. */

/** Gives the conversation to someone at work who fits; where nobody is, it waits for the floor to open. */
export function assign(scene: Scene): void {
  const { random, thread } = scene
  const bad = isBadMonday(scene.world.premise, dayOf(scene.at))
  pass(scene, random.chance(bad ? 0.7 : 0.11) ? 5 * minute : 7 * second, 0.8)
  const agent = freeColleague(scene, null)
  scene.agent = agent
  const bySelf = random.chance(0.12)
  thread.assign(scene.at, {
    from: null,
    to: agent.id,
    team: agent.team,
    by: bySelf ? { type: 'agent', id: agent.id } : automation,
    source: random.chance(0.94) ? 'stated' : random.chance(0.7) ? 'diffed' : 'inferred',
  })
}

/** Someone present who fits, never `not`; moves the scene on to when there is someone. */
function freeColleague(scene: Scene, not: Colleague | null): Colleague {
  const { roster } = scene.world
  const team: TeamId = teamOf[scene.category ?? 'Delivery status']
  for (;;) {
    const opening = roster.opening(scene.at)
    if (opening > scene.at) scene.at = opening + Math.floor(scene.random.around(6 * minute, 1))
    const present = roster.present(scene.at, 30 * minute).filter((one) => one.id !== not?.id)
    const speaking = present.filter((one) => one.speaks.includes(scene.person.language))
    const fitting = speaking.filter((one) => one.team === team)
    const inTeam = present.filter((one) => one.team === team)
    const able = scene.person.language === 'zh' ? [] : inTeam
    for (const circle of [scene.random.chance(0.75) ? fitting : able, fitting, speaking, able, present]) {
      const chosen = circle[scene.random.whole(0, circle.length)]
      if (chosen !== undefined) return chosen
    }
    scene.at += 10 * minute
  }
}

/** Where the clock stands once the agent has got round to writing; a customer who waits long may ask again meanwhile. */
export function takeTime(scene: Scene): void {
  const { agent, random } = scene
  if (agent === null) return
  const { premise } = scene.world
  const median = (scene.answered ? 42 : 14) * second * slowness(scene, agent)
  const began = scene.at
  const due = began + Math.max(4 * second, Math.floor(random.around(median, scene.answered ? 0.85 : 1)))
  const ready = whenAtWork(scene, agent, due)
  if (scene.waitingSince !== null && ready - due > 2 * hour && random.chance(0.8)) {
    // The agent has gone home: the customer is not left waiting for them where a colleague is in.
    scene.at = due
    handOver(scene, agent, freeColleague(scene, agent), automation)
    scene.at += Math.floor(random.around(40 * second * slowness(scene, scene.agent ?? agent), 0.9))
    return
  }
  const wait = ready - began
  const impatient = isBadMonday(premise, dayOf(began)) ? 0.6 : 0.4
  if (scene.waitingSince !== null && wait > 7 * minute && wait < 5 * hour && random.chance(impatient)) {
    scene.at = began + Math.floor(wait * (0.4 + random.next() * 0.3))
    const { nudge, insult } = scene.book
    customerSays(scene, c(random.pick(scene.trouble.insults ? insult : nudge)))
  }
  scene.at = ready
}

/** The first moment from `at` on at which the agent gets to it: back from a break or a night, one thing comes after another. */
export function whenAtWork(scene: Scene, agent: Colleague, at: number): number {
  const ready = scene.world.roster.atWork(agent, at)
  return ready === at ? at : ready + Math.floor(scene.random.around(5 * minute, 0.9))
}

function slowness(scene: Scene, agent: Colleague): number {
  const { premise } = scene.world
  const bad = isBadMonday(premise, dayOf(scene.at)) ? 8 : 1
  const busy = scene.origin === 'rush' ? 2.2 : 1
  return agent.pace * (1 + (agent.slowing - 1) * slide(premise, scene.at)) * bad * busy
}

/** The agent answers with a line, with an apology where it took long. */
export function answer(scene: Scene, line: Line): void {
  takeTime(scene)
  const late = scene.waitingSince !== null && scene.at - scene.waitingSince > 15 * minute
  const apologises = late && line.attachment === null && scene.random.chance(0.6)
  agentSays(scene, line, apologises ? filled(scene, scene.random.pick(scene.book.apology)) : '')
}

/** Whoever took the conversation over answers, and says who they are. */
export function takeOver(scene: Scene, line: Line): void {
  takeTime(scene)
  agentSays(
    scene,
    line,
    line.attachment === null ? filled(scene, scene.random.pick(scene.book.takeOver)) : '',
  )
}

/** The conversation goes to a colleague; some go to and fro, some lie with nobody for a while. */
export function passOn(scene: Scene): void {
  const from = scene.agent
  if (from === null) return
  const { random, thread } = scene
  pass(scene, 40 * second, 0.7)
  if (random.chance(0.45)) remark(scene)
  const back = random.chance(0.1)
  const next = freeColleague(scene, from)
  handOver(scene, from, next)
  if (back) {
    for (const [giver, taker] of [
      [next, from],
      [from, next],
    ] as const) {
      pass(scene, 3 * minute, 0.6)
      scene.at = whenAtWork(scene, giver, scene.at)
      handOver(scene, giver, taker)
    }
  }
  if (random.chance(0.06)) {
    // Given back to nobody: the queue holds it until someone takes it.
    thread.assign(scene.at + second, {
      from: next.id,
      to: null,
      team: next.team,
      by: { type: 'agent', id: next.id },
      source: 'stated',
    })
    scene.at += Math.floor(random.around(8 * minute, 0.8))
    scene.at = whenAtWork(scene, next, scene.at)
    thread.assign(scene.at, { from: null, to: next.id, team: next.team, by: automation, source: 'stated' })
  }
}

function handOver(
  scene: Scene,
  from: Colleague,
  to: Colleague,
  by: RecordOf<'assignment'>['by'] = { type: 'agent', id: from.id },
): void {
  scene.agent = to
  scene.thread.assign(scene.at, {
    from: from.id,
    to: to.id,
    team: to.team,
    by,
    source: 'stated',
  })
}

/** A comment among colleagues; some call the supervisor. */
export function remark(scene: Scene): void {
  if (scene.agent === null) return
  const asks = scene.random.chance(0.3)
  const text = filled(scene, scene.random.pick(asks ? comments.toSupervisor : comments.toColleagues))
  scene.thread.comment(scene.at, scene.agent.id, text, asks ? [supervisor.id] : [])
  scene.at += second
}
