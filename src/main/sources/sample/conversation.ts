import { dayLength, hour, minute, second } from './berlin.ts'
import { answer, assign, passOn, remark, takeOver, takeTime } from './desk.ts'
import { closeByPerson, dwindle, mayReopen } from './ending.ts'
import { a, c } from './phrases/phrasebook.ts'
import type { Category, Line, Script } from './phrases/phrasebook.ts'
import { agentSays, automation, bot, customerSays, filled, pass, sendFollowUp, setScene } from './scene.ts'
import type { Scene, World } from './scene.ts'
import { campaignNames, campaignOn } from './story.ts'
import type { Origin } from './story.ts'
import { templateContent, textContent } from './thread.ts'
import type { Timed } from './timed.ts'
import { everydayScript } from './topic.ts'

interface Arrival {
  readonly day: number
  readonly origin: Origin
  readonly n: number
  /** When it begins, in epoch milliseconds. */
  readonly at: number
}

/** The whole life of the conversation that begins with this arrival, in no particular order. */
export function playConversation(world: World, arrival: Arrival): readonly Timed[] {
  if (arrival.origin === 'campaign') return campaignConversation(world, arrival)
  let outreach = false
  const scene = setScene(world, arrival, (random, person) => {
    const reachable = world.roster
      .present(arrival.at, hour)
      .filter((one) => one.speaks.includes(person.language))
    outreach = arrival.origin === 'everyday' && reachable.length > 0 && random.chance(0.085)
    const opener = reachable[random.whole(0, reachable.length)]
    return outreach && opener !== undefined
      ? { type: 'agent', id: opener.id }
      : { type: 'contact', id: person.id }
  })
  if (outreach) playOutreach(scene)
  else playRequest(scene)
  return scene.thread.finish()
}

/** The contact writes. The bot greets, settles it alone or hands it over; someone answers, and in the end it is closed. */
function playRequest(scene: Scene): void {
  const { random, origin, book, openedAt } = scene
  const nobodyIn = scene.world.roster.opening(openedAt) > openedAt
  if (origin !== 'outage' && random.chance(nobodyIn && origin === 'rush' ? 0.85 : 0.08)) {
    playBotAlone(scene)
    return
  }
  const script = origin === 'outage' ? random.pick(book.outage) : everydayScript(book, random)
  scene.category = script.category
  const [first, ...rest] = script.lines
  customerSays(scene, first)
  if (random.chance(0.6)) greetAndHandOver(scene)
  playRest(scene, rest)
}

function greetAndHandOver(scene: Scene): void {
  const { thread, random } = scene
  pass(scene, 2.5 * second, 0.3)
  thread.send(scene.at, bot, textContent(filled(scene, random.pick(scene.book.welcome))))
  pass(scene, 2 * second, 0.4)
  thread.event(scene.at, 'bot_handoff', { type: 'bot', id: bot.id })
}

function playBotAlone(scene: Scene): void {
  const { thread, random } = scene
  const [question, reply, thanks] = random.pick(scene.book.settledByBot)
  customerSays(scene, c(question))
  pass(scene, 3 * second, 0.3)
  thread.send(scene.at, bot, textContent(filled(scene, reply)))
  pass(scene, 70 * second, 0.9)
  customerSays(scene, c(thanks))
  pass(scene, 2 * second, 0.2)
  const by = { type: 'bot', id: bot.id } as const
  thread.event(scene.at, 'bot_resolved', by)
  thread.event(scene.at + 1, 'closed', by)
}

/** From the first line on: assignment, dialogue, perhaps a colleague, a long wait for the warehouse, the end. */
function playRest(scene: Scene, script: readonly Line[]): void {
  const { random } = scene
  const takesDays = random.chance(longShare(scene))
  // Nobody says thanks for what is not settled yet, and not everyone does for what is.
  const silent = script.at(-1)?.side === 'customer' && (takesDays || random.chance(0.3))
  const lines = silent ? script.slice(0, -1) : script
  const opening = lines.findIndex((line) => line.side === 'agent')
  for (const line of lines.slice(0, Math.max(0, opening))) {
    pass(scene, 12 * second, 0.4)
    customerSays(scene, line)
  }
  assign(scene)
  playLines(scene, lines.slice(Math.max(0, opening)))
  if (random.chance(0.045)) remark(scene)
  if (takesDays) playLongWait(scene)
  if (dwindle(scene)) return
  closeByPerson(scene)
  mayReopen(scene)
}

/** The dialogue from the first answer on. Some are passed on before it or before the next one. */
function playLines(scene: Scene, lines: readonly Line[]): void {
  const { random } = scene
  const answers = lines.filter((line) => line.side === 'agent').length
  const passedBefore = random.chance(0.085) ? random.whole(0, Math.min(2, answers)) : -1
  const asked = lines.findIndex(
    ({ side }, index) => side === 'customer' && lines[index + 1]?.side === 'agent',
  )
  let answer = 0
  for (const [index, line] of lines.entries()) {
    if (line.side === 'customer') {
      const goesOn = lines[index - 1]?.side === 'customer'
      pass(scene, goesOn ? 12 * second : 2.4 * minute, goesOn ? 0.4 : 0.8)
      customerSays(scene, line, quoted(scene))
      if (index === asked) mayTellAccount(scene)
    } else {
      if (answer === passedBefore) passOn(scene)
      say(scene, line, answer > 0 && answer === passedBefore)
      answer += 1
    }
  }
}

function mayTellAccount(scene: Scene): void {
  if (!scene.trouble.tellsAccount || scene.category !== 'Returns and refunds') return
  pass(scene, 20 * second, 0.5)
  customerSays(scene, c(scene.book.account))
}

function say(scene: Scene, line: Line, introduces: boolean): void {
  if (introduces) takeOver(scene, line)
  else if (scene.waitingSince !== null) answer(scene, line)
  else {
    pass(scene, 20 * second, 0.5)
    agentSays(scene, line)
  }
}

function quoted(scene: Scene): string | undefined {
  return scene.random.chance(0.04) ? (scene.thread.lastSent() ?? undefined) : undefined
}

/** How many conversations hang on the warehouse or the maker for days: most of those that are open at any moment. */
const longShares: Readonly<Record<Category, number>> = {
  'Delivery status': 0.3,
  'Returns and refunds': 0.3,
  Warranty: 0.33,
  Payment: 0.15,
  'Product advice': 0.18,
  'Size and fit': 0.18,
}

function longShare(scene: Scene): number {
  return scene.origin === 'rush' || scene.category === null ? 0.02 : longShares[scene.category]
}

function playLongWait(scene: Scene): void {
  const { random, thread, book } = scene
  pass(scene, minute, 0.6)
  answer(scene, a(random.pick(book.later)))
  if (scene.agent !== null && random.chance(0.7)) {
    const event = random.chance(0.2) ? 'snoozed' : 'pending'
    thread.event(scene.at + second, event, { type: 'agent', id: scene.agent.id })
  }
  scene.at += Math.min(4.5 * dayLength, Math.floor(random.around(40 * hour, 0.6)))
  takeTime(scene)
  if (scene.agent !== null && !thread.inWindow(scene.at) && random.chance(0.97)) {
    sendFollowUp(scene)
    pass(scene, 25 * minute, 1)
    customerSays(scene, c(random.pick(book.thanks)))
  }
  answer(scene, a(scene.category === 'Returns and refunds' ? book.followUp.refund : book.followUp.order))
  if (random.chance(0.6)) {
    pass(scene, 6 * minute, 1)
    customerSays(scene, c(random.pick(book.thanks)))
  }
}

/** An agent writes first, by template as the cloud demands, and most contacts answer. */
function playOutreach(scene: Scene): void {
  const { random, thread, book, world } = scene
  const present = world.roster.present(scene.at, hour)
  scene.category = 'Delivery status'
  const openedBy = thread.openedBy
  scene.agent = present.find((one) => one.id === openedBy.id) ?? null
  if (scene.agent === null) return
  const { id, team } = scene.agent
  thread.assign(scene.at, { from: null, to: id, team, by: { type: 'agent', id }, source: 'stated' })
  pass(scene, 20 * second, 0.5)
  const template = { name: 'order_question', category: 'utility', language: book.language } as const
  const [question, reply] = random.pick(book.outreach)
  thread.send(scene.at, { type: 'agent', id }, templateContent(filled(scene, question), template))
  if (random.chance(0.75)) {
    pass(scene, 14 * minute, 1.1)
    customerSays(scene, c(reply))
    answer(scene, a(random.pick(book.outreachThanks)))
  } else if (dwindle(scene, 1)) return
  closeByPerson(scene)
}

/** A template to someone who has been here before; some answer within hours, some follow the link. */
function campaignConversation(world: World, arrival: Arrival): readonly Timed[] {
  const name = campaignOn(world.premise, arrival.day) ?? campaignNames[0]
  const scene = setScene(world, arrival, () => ({ type: 'campaign', id: name }))
  const { random, thread, book, person } = scene
  const template = { name, category: 'marketing', language: book.language } as const
  const { id: message } = thread.send(
    scene.at,
    { type: 'campaign', id: name },
    templateContent(filled(scene, book.templates[name]), template),
  )
  const clickedAt = scene.at + Math.floor(random.around(70 * minute, 1.2))
  if (random.chance(0.12)) {
    const url = `https://nordlicht.example/${name.replaceAll('_', '-')}`
    thread.note(clickedAt, {
      kind: 'link_click',
      contact: person.id,
      message,
      at: clickedAt,
      url,
      campaign: name,
    })
    if (random.chance(0.25)) noteConversion(scene, clickedAt + random.whole(4, 50) * minute, name)
  }
  if (!random.chance(0.15)) {
    // What nobody answers was never a case to work on: the campaign closes it as it goes out.
    thread.event(scene.at + random.whole(2, 9) * second, 'closed', automation)
    return thread.finish()
  }
  pass(scene, 65 * minute, 1)
  scene.at = Math.min(scene.at, scene.openedAt + 23 * hour)
  const script: Script = random.pick(book.campaign)
  scene.category = script.category
  const [first, ...rest] = script.lines
  customerSays(scene, first)
  playRest(scene, rest)
  return thread.finish()
}

function noteConversion(scene: Scene, at: number, campaign: string): void {
  scene.thread.note(at, {
    kind: 'conversion',
    id: `${scene.thread.id}/g1`,
    contact: scene.person.id,
    conversation: scene.thread.id,
    at,
    goal: 'purchase',
    value: scene.random.whole(39, 480) + 0.9,
    currency: scene.person.language === 'zh' ? 'TWD' : 'EUR',
    campaign,
  })
}
