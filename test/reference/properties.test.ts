/** What must hold of figures whatever happened: of their parts, and of the way the records came. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { randomFor, type Random } from '../../src/shared/random.ts'
import type { Figure, MetricsAnswer, MetricsQuery, Scope } from '../../src/shared/contract.ts'
import { metricIds, metrics, type MetricId } from '../../src/shared/metrics.ts'
import { randomQuery, randomSettings } from './asking.ts'
import { chaoticRecords } from './chaos.ts'
import { compareWithReference } from './check.ts'
import type { Ledger } from './ledger.ts'
import { withWorkspace, type Opened } from './workspaces.ts'

/** Conversations and contacts count once however often they come: their parts are more than the whole. */
const distinct: readonly MetricId[] = [
  'assigned',
  'handled',
  'contacts_new',
  'contacts_returning',
  'drop_off',
]
const counts = metricIds.filter((metric) => metrics[metric].shape === 'count' && !distinct.includes(metric))
const numberOf = (figure: Figure | undefined) =>
  figure !== undefined && 'value' in figure ? (figure.value ?? 0) : 0
const summed = (answers: readonly MetricsAnswer['total'][]) =>
  Object.fromEntries(
    counts.map((metric) => [metric, answers.reduce((all, one) => all + numberOf(one.metrics[metric]), 0)]),
  )

const seeds = Array.from({ length: 12 }, (_, index) => 2001 + index)

/** Each seed's workspace, with some settings in force. */
async function eachWorkspace(
  use: (opened: Opened, random: Random, zone: string) => Promise<void>,
): Promise<void> {
  for (const seed of seeds) {
    const random = randomFor('properties', seed)
    const settings = random.chance(0.5) ? randomSettings(random) : {}
    await withWorkspace([chaoticRecords(seed)], settings, async (opened) => {
      const { zone } = await opened.reader.workspace()
      await use(opened, random, zone)
    })
  }
}

describe('counts', () => {
  it('of a period cut in two add up', async () => {
    await eachWorkspace(async ({ reader, ledger }, random, zone) => {
      const { scope } = randomQuery(random, ledger, zone)
      const middle = Math.floor(scope.from + random.next() * (scope.to - scope.from))
      const ask = (part: Scope) => reader.metrics({ scope: part, by: [], metrics: counts })
      const whole = await ask(scope)
      const halves = [await ask({ ...scope, to: middle }), await ask({ ...scope, from: middle })]
      expect(summed(halves.map(({ total }) => total))).toEqual(summed([whole.total]))
    })
  }, 60_000)

  it('are parted by every dimension', async () => {
    await eachWorkspace(async ({ reader, ledger }, random, zone) => {
      const { scope } = randomQuery(random, ledger, zone)
      for (const dimension of [
        'agent',
        'team',
        'channel',
        'category',
        'day',
        'hour',
        'author',
        'opened-by',
      ] as const) {
        const { rows, total } = await reader.metrics({ scope, by: [dimension], metrics: counts })
        expect(summed(rows), dimension).toEqual(summed([total]))
      }
    })
  }, 60_000)

  it('of each one asked for alone, and of nobody, are all', async () => {
    await eachWorkspace(async ({ reader, ledger }, random, zone) => {
      const { scope } = randomQuery(random, ledger, zone)
      const open = { ...scope, agents: [], teams: [], channels: [], categories: [] }
      const { rows } = await reader.metrics({ scope: open, by: ['agent'], metrics: counts })
      for (const { key, metrics: own } of rows) {
        if (typeof key.agent !== 'string') continue
        const alone = await reader.metrics({
          scope: { ...open, agents: [key.agent] },
          by: [],
          metrics: counts,
        })
        const known = counts.filter((metric) => !['contacts_added', 'contacts_removed'].includes(metric))
        for (const metric of known) expect(alone.total.metrics[metric], metric).toEqual(own[metric])
      }
    })
  }, 60_000)
})

// ── how the records came ─────────────────────────────────────────────────────────────────────────────────────────

/** The records shuffled, and cut into files of any size. */
function inPieces(records: readonly object[], random: Random): readonly (readonly object[])[] {
  const mixed = records
    .map((record) => [random.next(), record] as const)
    .sort(([a], [b]) => a - b)
    .map(([, record]) => record)
  const files: object[][] = []
  for (let next = 0; next < mixed.length;) {
    const size = random.whole(1, 60)
    files.push(mixed.slice(next, next + size))
    next += size
  }
  return files
}

function questions(ledger: Ledger, zone: string): readonly MetricsQuery[] {
  const { from, to } = ledger.span
  const scope: Scope = { from, to: to + 1, zone, agents: [], teams: [], channels: [], categories: [] }
  return [
    { scope, by: [], metrics: [] },
    { scope, by: ['agent', 'channel'], metrics: [] },
    { scope, by: ['category'], metrics: [] },
  ]
}

async function answersOf({ reader, ledger }: Opened): Promise<readonly unknown[]> {
  const { zone } = await reader.workspace()
  const answers = []
  for (const query of questions(ledger, zone)) answers.push(await reader.metrics(query))
  return answers.map(({ rows, total }) => ({ rows, total }))
}

function factsOf({ dir }: Opened): readonly unknown[] {
  const cache = new Database(join(dir, 'cache.db'), { readonly: true })
  try {
    return cache.prepare('SELECT conversation, hex(data) FROM facts ORDER BY conversation').raw().all()
  } finally {
    cache.close()
  }
}

describe('records', () => {
  it('in any order and in pages of any size give equal figures', async () => {
    for (const seed of seeds.slice(0, 8)) {
      const records = chaoticRecords(seed)
      const pieces = inPieces(records, randomFor('order', seed))
      const answers = await withWorkspace([records], {}, answersOf)
      expect(await withWorkspace(pieces, {}, answersOf), `seed ${seed}`).toEqual(answers)
    }
  }, 60_000)

  it('told twice change no byte of the facts', async () => {
    for (const seed of seeds.slice(0, 8)) {
      const records = chaoticRecords(seed)
      const again = inPieces(records, randomFor('again', seed))
      const facts = await withWorkspace([records], {}, (opened) => Promise.resolve(factsOf(opened)))
      expect(facts.length).toBeGreaterThan(2)
      const twice = await withWorkspace([records, ...again], {}, (opened) => Promise.resolve(factsOf(opened)))
      expect(twice, `seed ${seed}`).toEqual(facts)
    }
  }, 60_000)
})

// ── hardly anything, and too early ───────────────────────────────────────────────────────────────────────────────

describe('a workspace', () => {
  const message = (at: number) => ({
    kind: 'message',
    id: `m${at}`,
    contact: 'k1',
    channel: 'c1',
    at: new Date(at).toISOString(),
    direction: 'in',
    author: { type: 'contact' },
    content: { type: 'text', text: 'Hello?' },
  })
  const compare = ({ reader, dir }: Opened) => compareWithReference(reader, dir)

  it('of nothing has counts of 0 and nothing else', async () => {
    await withWorkspace([[]], {}, async ({ reader }) => {
      const scope: Scope = {
        from: 0,
        to: 1e12,
        zone: 'UTC',
        agents: [],
        teams: [],
        channels: [],
        categories: [],
      }
      const { total } = await reader.metrics({ scope, by: [], metrics: [] })
      for (const metric of metricIds) {
        const figure = total.metrics[metric] ?? { value: Number.NaN }
        const zero = metrics[metric].shape === 'count'
        if ('count' in figure) expect(figure, metric).toMatchObject({ count: 0, mean: null, p90: null })
        else if (zero) expect(figure.value, metric).toBe(0)
        else expect([0, null], metric).toContain(figure.value)
      }
    })
  })

  it('of one message is counted like any other', async () => {
    const { figures, differences } = await withWorkspace([[message(Date.UTC(2026, 2, 29, 1))]], {}, compare)
    expect(figures).toBeGreaterThan(400)
    expect(differences).toEqual([])
  })

  it('with messages of the future counts what has happened', async () => {
    const soon = Date.now() + 3 * 86_400_000
    const files = [[message(Date.now() - 86_400_000), message(soon)]]
    const { figures, differences } = await withWorkspace(files, {}, compare)
    expect(figures).toBeGreaterThan(1000)
    expect(differences).toEqual([])
  })
})
