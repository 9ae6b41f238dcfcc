/**
 * The columns alone, on facts made up in memory: how long they take to fill, what they weigh, how long a page takes.
 * `npx node test/bench/columns.ts [conversations] [--profile filter]`. The whole engine is measured by bench:metrics.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerMetrics, answerTogether } from '../../src/main/metrics/answer.ts'
import { Columns } from '../../src/main/metrics/columns.ts'
import { KeptColumns } from '../../src/main/metrics/columns/keep.ts'
import type { Dictionary } from '../../src/main/metrics/dictionary.ts'
import type { ConversationFacts, MessageFact, WaitFact } from '../../src/main/metrics/facts.ts'
import { defaultRules } from '../../src/shared/rules.ts'
import type { MetricsAnswer, MetricsQuery } from '../../src/shared/contract.ts'
import { addDays } from '../../src/shared/period.ts'
import { plainEpisode } from './facts.ts'
import { until, zone } from './metrics/data.ts'
import { filters, queriesOf, questionOf } from './metrics/questions.ts'
import type { Random } from './metrics/random.ts'
import { around, below, randomFrom } from './metrics/random.ts'

const conversations = Number(process.argv[2] ?? 100_000)
const days = 730
/** `--cpu`: processor time of this thread, for machines that do other things too. */
const cpu = process.argv.includes('--cpu')

const dictionary: Dictionary = {
  agents: Array.from({ length: 100 }, (_, index) => ({
    row: index + 1,
    id: `agent-${index}`,
    name: `Agent ${index}`,
    teams: [(index % 8) + 1],
    active: true,
    role: null,
  })),
  teams: Array.from({ length: 8 }, (_, index) => ({
    row: index + 1,
    id: `team-${index}`,
    name: `Team ${index}`,
  })),
  channels: Array.from({ length: 8 }, (_, index) => ({
    row: index + 1,
    id: `channel-${index}`,
    name: `Channel ${index}`,
    phone: null,
  })),
  categories: Array.from({ length: 20 }, (_, index) => ({ row: index + 1, name: `category ${index}` })),
}

/** One conversation of twelve messages: a question, answers in turn, a close, sometimes a rating. */
function factsOf(
  conversation: number,
  startedAt: number,
  contact: number,
  random: Random,
): ConversationFacts {
  const agent = 1 + below(random, 100)
  const team = ((agent - 1) % 8) + 1
  const messages: MessageFact[] = []
  const waits: WaitFact[] = []
  let at = startedAt
  let firstReplyAt = 0
  for (let number = 0; number < 12; number++) {
    const out = number % 2 === 1
    const last = at
    if (number > 0) at += around(random, out ? 150 : 60, 1.1)
    const failed = out && random() < 0.013
    messages.push({
      k: conversation * 2 ** 20 + number + 1,
      at,
      direction: out ? 'out' : 'in',
      counts: true,
      author: out ? 'agent' : 'contact',
      agent: out ? agent : -1,
      assigned: number === 0 ? -1 : agent,
      team: number === 0 ? -1 : team,
      tracked: out,
      delivered: out && !failed && random() < 0.98,
      read: out && !failed && random() < 0.8,
      failed,
      errorCode: failed ? 131_000 + below(random, 10) : -1,
      inWindow: out ? true : null,
      format: null,
      template: -1,
      pricing: -1,
      billable: false,
    })
    if (number === 1) firstReplyAt = at
    if (out)
      waits.push({
        episode: 0,
        first: number === 1,
        from: last,
        last,
        to: at,
        endedBy: 'reply',
        agent,
        message: conversation * 2 ** 20 + number + 1,
        assigned: agent,
        team,
      })
  }
  const closedAt = at + around(random, 120, 1)
  const category = 1 + below(random, 20)
  return {
    conversation,
    contact,
    channel: 1 + below(random, 8),
    category,
    messages,
    waits,
    personWaits: waits.map(({ from, to }) => ({ episode: 0, from, to })),
    assignments: [
      { at: startedAt + 20_000, from: -1, to: agent, team, source: 'stated', earliest: startedAt + 20_000 },
    ],
    inferred: [],
    ratings:
      random() < 0.2 ? [{ at: closedAt, score: 1 + below(random, 5), min: 1, max: 5, agent, team }] : [],
    surveys: [{ at: closedAt, agent, team }],
    flags: [],
    mood: null,
    engagedFor: defaultRules.engagedMinutes * 60_000,
    episodes: [
      {
        ...plainEpisode({ startedAt, closedAt, agent, team }),
        firstReplyAt,
        firstReplyAgent: agent,
        firstReplyMessage: conversation * 2 ** 20 + 2,
        firstInboundAt: startedAt,
        noFirstResponse: null,
        firstAssignedAt: startedAt + 20_000,
      },
    ],
    head: {
      state: 'closed',
      startedAt,
      lastAt: closedAt,
      lastMessage: conversation * 2 ** 20 + 12,
      agent,
      team,
      category,
      waitingSince: null,
      firstResponse: (firstReplyAt - startedAt) / 1000,
      resolution: (closedAt - startedAt) / 1000,
      messages: 12,
    },
  }
}

function* made(): Generator<ConversationFacts> {
  const from = addDays(until, -days, zone)
  const random = randomFrom(7)
  let contacts = 0
  for (let number = 1; number <= conversations; number++) {
    const startedAt = from + Math.floor(((number - random()) / conversations) * (until - from))
    const contact = contacts === 0 || random() > 0.45 ? ++contacts : 1 + below(random, contacts)
    yield factsOf(number, startedAt, contact, random)
  }
}

function timed<T>(work: () => T): readonly [T, number] {
  const startedAt = performance.now()
  const used = process.threadCpuUsage()
  const result = work()
  return [result, cpu ? process.threadCpuUsage(used).user / 1000 : performance.now() - startedAt]
}

function median(values: readonly number[], share = 0.5): string {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(2)
}

const data = {
  completeTo: null,
  quarantined: 0,
  now: until,
  targets: {
    firstResponse: 60,
    resolution: 300,
    nextResponse: 120,
    csat: 0.85,
    failureRate: 0.02,
    firstContactResolution: 0.8,
    utilization: 0.85,
    botContainment: 0.7,
    negativeSettled: 180,
  },
}

let columns = new Columns()
const [, filled] = timed(() => {
  const filling = columns.fill()
  for (const facts of made()) filling.addFacts(facts)
  for (const _ of filling.finish()) continue
})
const messages = columns.rowsOf('messages').live
console.log(`${messages} messages in ${(filled / 1000).toFixed(1)} s, generator included`)
console.log(`${(columns.memoryBytes() / messages).toFixed(1)} bytes a message with everything in memory`)
for (const name of Object.keys(columns.streams) as (keyof Columns['streams'])[])
  console.log(
    `  ${name}: ${columns.rowsOf(name).live} rows, ${columns.streams[name].cells.size} cells, ${columns.streams[name].kinds.size} kinds`,
  )

const folder = mkdtempSync(join(tmpdir(), 'bench-columns-'))
const kept = new KeptColumns(folder)
let longest = 0
const [, savedIn] = timed(() => {
  const steps = kept.save(columns, { epoch: 'e', version: 1 })
  for (;;) {
    const [step, took] = timed(() => steps.next())
    longest = Math.max(longest, took)
    if (step.done === true) break
  }
})
const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
console.log(
  `written in ${(savedIn / 1000).toFixed(1)} s, longest step ${longest.toFixed(0)} ms, ${(bytes / messages).toFixed(1)} bytes a message on disk`,
)
kept.close()
const again = new KeptColumns(folder)
const [loaded, loadedIn] = timed(() => again.load('e'))
if (loaded === null) throw new Error('What was written cannot be read.')
columns = loaded.columns
columns.memory.allow(messages * 10)
rmSync(folder, { recursive: true, force: true })

const page = (queries: readonly MetricsQuery[]): readonly MetricsAnswer[] =>
  answerTogether(queries, (query, totals) => answerMetrics(columns, dictionary, query, data, totals))

const first = timed(() => page(queriesOf(questionOf(30, 'none', 3))))[1]
console.log(`loaded in ${loadedIn.toFixed(0)} ms, first page ${first.toFixed(0)} ms`)

for (const period of [30, 270])
  for (const filter of filters) {
    const samples: number[] = []
    const byQuery: number[][] = []
    for (let shift = 0; shift < 20; shift++) {
      const queries = queriesOf(questionOf(period, filter, shift))
      samples.push(timed(() => page(queries))[1])
      for (const [index, query] of queries.entries())
        (byQuery[index] ??= []).push(timed(() => page([query]))[1])
    }
    console.log(
      `${period} d ${filter}: p50 ${median(samples)} ms, p95 ${median(samples, 0.95)} ms, first ${(samples[0] ?? 0).toFixed(1)} ms; ` +
        byQuery.map((times) => median(times)).join(' '),
    )
  }

const one = factsOf(conversations - 5, until - 86_400_000, 3, randomFrom(3))
const changes = Array.from(
  { length: 50 },
  () => timed(() => columns.replaceFacts([[one.conversation, one]]))[1],
)
console.log(`${(columns.memoryBytes() / messages).toFixed(1)} bytes a message in memory after all of this`)
console.log(`one changed conversation: median ${median(changes)} ms, p95 ${median(changes, 0.95)} ms`)
