import { minute } from './berlin.ts'
import type { Colleague } from './company.ts'
import { personOf } from './contacts.ts'
import type { Person } from './contacts.ts'
import { fill } from './phrases/phrasebook.ts'
import type { Category, Facts, Line, Phrasebook } from './phrases/phrasebook.ts'
import { randomFor } from '../../../shared/random.ts'
import type { Random } from '../../../shared/random.ts'
import type { Roster } from './roster.ts'
import type { Origin, Premise } from './story.ts'
import { lineContent, openThread, templateContent, textContent } from './thread.ts'
import type { Author, Thread } from './thread.ts'
import type { RecordOf } from '../../../shared/records.ts'
import { factsFor, phrasebooks } from './topic.ts'
import { troubleOf, type Trouble } from './trouble.ts'

/** The world a conversation happens in. */
export interface World {
  readonly premise: Premise
  readonly roster: Roster
}

/** One conversation while it is played: what stays, and the little that changes from line to line. */
export interface Scene {
  readonly world: World
  readonly origin: Origin
  readonly openedAt: number
  readonly random: Random
  readonly person: Person
  readonly book: Phrasebook
  readonly facts: Omit<Facts, 'agent'>
  readonly thread: Thread
  readonly trouble: Trouble
  /** When the last thing happened. */
  at: number
  /** Who has the conversation. */
  agent: Colleague | null
  /** Since when the customer waits for a person, null while nobody does. */
  waitingSince: number | null
  /** A person has written already. */
  answered: boolean
  category: Category | null
}

export const bot: Author = { type: 'bot', id: 'assistant' }
export const automation = { type: 'automation', id: null } as const

/** Sets the scene for the nth arrival of the day. Nothing has been said yet. */
export function setScene(
  world: World,
  arrival: { readonly day: number; readonly origin: Origin; readonly n: number; readonly at: number },
  openedBy: (random: Random, person: Person) => RecordOf<'conversation'>['openedBy'],
): Scene {
  const { day, origin, n, at } = arrival
  const random = randomFor(world.premise.seed, 'conversation', origin, day, n)
  const person = personOf(world.premise, day, origin, n)
  const id = origin === 'everyday' ? `v${day}-${n}` : `v${day}-${origin}-${n}`
  return {
    world,
    origin,
    openedAt: at,
    random,
    person,
    book: phrasebooks[person.language],
    facts: factsFor(person, at, random),
    thread: openThread(id, person, at, openedBy(random, person), random),
    trouble: troubleOf(world.premise, id),
    at,
    agent: null,
    waitingSince: null,
    answered: false,
    category: null,
  }
}

/** Fills a text in with what this conversation is about. */
export function filled(scene: Scene, text: string): string {
  const agent = scene.agent?.name ?? 'Nordlicht'
  return fill(text, { ...scene.facts, agent: agent.split(' ')[0] ?? agent }, scene.random)
}

/** Lets time pass: about the median, never less than a second. */
export function pass(scene: Scene, median: number, spread: number): void {
  scene.at += Math.max(1000, Math.floor(scene.random.around(median, spread)))
}

/** The customer says a line now. */
export function customerSays(scene: Scene, line: Line, replyTo?: string): void {
  const name = line.attachment === null ? '' : filled(scene, line.attachment.name)
  scene.thread.receive(scene.at, lineContent(line, filled(scene, line.text), name, scene.random), replyTo)
  scene.waitingSince ??= scene.at
}

/** The agent says a line now; a few type it in the phone's own app, which tells no name. */
export function agentSays(scene: Scene, line: Line, prefix = ''): void {
  if (scene.agent === null) return
  const { random, thread } = scene
  const author: Author = random.chance(0.006)
    ? { type: 'app', id: null }
    : { type: 'agent', id: scene.agent.id }
  const name = line.attachment === null ? '' : filled(scene, line.attachment.name)
  const content = lineContent(line, prefix + filled(scene, line.text), name, random)
  const quoted = random.chance(0.05) ? thread.lastReceived() : null
  const sent = thread.send(scene.at, author, content, quoted ?? undefined)
  if (!sent.arrives) sayAgain(scene, author, content)
  else if (random.chance(0.01) && content.type === 'text') correct(scene, author, sent.id, content.text ?? '')
  scene.waitingSince = null
  scene.answered = true
}

/** Most notice that a message did not arrive: outside the window a template must do, else it is sent once more. */
function sayAgain(scene: Scene, author: Author, content: Parameters<Thread['send']>[2]): void {
  const { random, thread } = scene
  if (random.chance(0.25)) return
  pass(scene, minute, 0.6)
  if (thread.inWindow(scene.at)) thread.send(scene.at, author, content)
  else sendFollowUp(scene)
}

/** What may be said to someone who has not written for a day. */
export function sendFollowUp(scene: Scene): void {
  const { agent, book, thread } = scene
  if (agent === null) return
  const template = { name: 'follow_up', category: 'utility', language: book.language } as const
  thread.send(
    scene.at,
    { type: 'agent', id: agent.id },
    templateContent(filled(scene, book.templates.follow_up), template),
  )
}

/** Half a minute later the agent mends or takes back what was written. */
function correct(scene: Scene, author: Author, id: string, text: string): void {
  pass(scene, 0.4 * minute, 0.4)
  const takenBack = scene.random.chance(0.3)
  scene.thread.send(
    scene.at,
    author,
    takenBack ? textContent('', 'revoke') : textContent(`${text} 🙂`, 'edit'),
    id,
  )
  if (!takenBack) return
  pass(scene, 0.3 * minute, 0.4)
  scene.thread.send(scene.at, author, textContent(text))
}
