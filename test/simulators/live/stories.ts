/** A busy day as stories: what happens in each conversation, moment by moment. The same seed tells the same day. */
import { randomFor, type Random } from '../../../src/shared/random.ts'

const second = 1000
const minute = 60 * second

export interface Day {
  readonly seed: number
  readonly agents: number
  /** Conversations open at a time, once the day has begun. */
  readonly open: number
  /** Things that happen, a second. */
  readonly eventsPerSecond: number
  /** Epoch milliseconds. Conversations begin from so long before `from` that the day begins busy. */
  readonly from: number
  readonly to: number
}

export type Moment = { readonly at: number } & (
  | { readonly kind: 'asks' }
  | { readonly kind: 'answers'; readonly agent: string; readonly number: number; readonly fails: boolean }
  | {
      readonly kind: 'status'
      readonly number: number
      readonly status: 'sent' | 'delivered' | 'read' | 'failed'
    }
  | { readonly kind: 'given'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'mentions'; readonly by: string; readonly agent: string }
  | { readonly kind: 'closes'; readonly agent: string }
  | { readonly kind: 'rates'; readonly score: number }
)

export interface Story {
  readonly id: string
  readonly team: string
  readonly openedAt: number
  /** By time. */
  readonly moments: readonly Moment[]
}

/** Of a story: an opening, a gift, a close, and about four turns of one question, one answer and three statuses. */
const eventsPerStory = 23
const teams = ['team-0', 'team-1', 'team-2', 'team-3', 'team-4', 'team-5'] as const

export function agentName(number: number): string {
  return `agent-${number}`
}
export function teamOfAgent(number: number): string {
  return teams[number % teams.length] ?? teams[0]
}
export { teams as teamNames }

/** By when they begin. */
export function tellDay(day: Day): readonly Story[] {
  const random = randomFor('a busy day', day.seed)
  const perSecond = day.eventsPerSecond / eventsPerStory
  const lasts = (day.open / perSecond) * second
  const stories: Story[] = []
  const load = createLoad(day)
  for (let at = day.from - 1.5 * lasts; at < day.to;) {
    at += (-Math.log(1 - random.next()) / perSecond) * second
    const openedAt = Math.round(at)
    const length = lasts * (0.5 + random.next())
    stories.push(tell(random, `chat-${day.seed}-${stories.length}`, openedAt, length, load))
  }
  return stories
}

type Load = ReturnType<typeof createLoad>

/** Who has fewest conversations at a moment takes the next: nobody is overloaded, nobody idle. */
function createLoad({ agents }: Day) {
  const until = Array.from({ length: agents }, (): number[] => [])
  const held = (agent: number, at: number) => {
    const left = (until[agent] ?? []).filter((end) => end > at)
    until[agent] = left
    return left.length
  }
  return {
    take(random: Random, at: number, end: number, but: number): number {
      let best = -1
      const first = random.whole(0, agents)
      for (let step = 0; step < agents; step += 1) {
        const agent = (first + step) % agents
        if (agent !== but && (best < 0 || held(agent, at) < held(best, at))) best = agent
      }
      until[best]?.push(end)
      return best
    },
  }
}

function tell(random: Random, id: string, openedAt: number, length: number, load: Load): Story {
  const moments: Moment[] = []
  const closesAt = Math.round(openedAt + length)
  let agent = load.take(random, openedAt, closesAt, -1)
  const team = teamOfAgent(agent)
  const name = () => agentName(agent)
  moments.push({ at: openedAt, kind: 'asks' })
  let now = openedAt + random.whole(1, 20) * second + random.whole(0, 999)
  moments.push({ at: now, kind: 'given', from: null, to: name() })
  const passOn = (at: number) => {
    const to = load.take(random, at, closesAt, agent)
    moments.push({ at, kind: 'given', from: name(), to: agentName(to) })
    agent = to
  }
  const turns = random.whole(3, 6)
  const pause = length / turns
  const wanders = random.chance(0.015)
  for (let number = 0; number < turns; number += 1) {
    const asked = number === 0 ? openedAt : now
    if (number > 0) moments.push({ at: now, kind: 'asks' })
    const patience = patienceOf(random)
    const answered = Math.round(Math.max(asked + patience, now + second))
    if (patience > 20 * minute && random.chance(0.3))
      passOn(Math.round(asked + 30 * second + random.next() * 60 * second))
    const fails = random.chance(0.01)
    moments.push({ at: answered, kind: 'answers', agent: name(), number, fails })
    reach(moments, random, number, answered, fails)
    now = Math.round(answered + pause * (0.6 + 0.4 * random.next()))
    // What could not be delivered is said once more.
    if (fails) {
      const again = Math.round(answered + 10 * minute)
      moments.push({ at: again, kind: 'answers', agent: name(), number: number + 100, fails: false })
      reach(moments, random, number + 100, again, false)
      now = Math.max(now, again + 5 * minute)
    }
    if (random.chance(0.01))
      moments.push({ at: answered + 2 * minute, kind: 'mentions', by: name(), agent: agentName(0) })
    if (wanders && number < 3) passOn(answered + 4 * minute)
    now = Math.max(now, answered + 6 * minute)
  }
  const end = Math.max(closesAt, now)
  moments.push({ at: end, kind: 'closes', agent: name() })
  if (random.chance(0.2))
    moments.push({
      at: end + random.whole(60, 900) * second,
      kind: 'rates',
      score: random.chance(0.1) ? 2 : 5,
    })
  return { id, team, openedAt, moments: moments.toSorted((a, b) => a.at - b.at) }
}

/**
 * How long a customer waits for an answer: mostly less than any rule allows, sometimes long. Further from every limit than a
 * record needs to arrive: at 60 times its speed a second of the machine is a minute of the day.
 */
function patienceOf(random: Random): number {
  const kind = random.next()
  const [from, to] =
    kind < 0.85 ? [60, 480] : kind < 0.95 ? [720, 1080] : kind < 0.98 ? [1420, 2850] : [3150, 4500]
  return random.whole(from * second, to * second)
}

function reach(moments: Moment[], random: Random, number: number, at: number, fails: boolean): void {
  const later = (from: number, to: number) => at + random.whole(from * second, to * second)
  moments.push({ at: at + random.whole(100, 900), kind: 'status', number, status: 'sent' })
  if (fails) return void moments.push({ at: later(1, 5), kind: 'status', number, status: 'failed' })
  moments.push({ at: later(1, 4), kind: 'status', number, status: 'delivered' })
  moments.push({ at: later(5, 200), kind: 'status', number, status: 'read' })
}
