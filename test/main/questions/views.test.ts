/** The views give the figures of `metrics`, and stay up to date. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../../src/main/questions/ask.ts'
import { figureColumns } from '../../../src/main/questions/figures/figureColumns.ts'
import { writeViewsFile } from '../../../src/main/questions/standalone/viewsFile.ts'
import { views } from '../../../src/main/questions/views/all.ts'
import type { QuestionContext } from '../../../src/main/questions/viewSources.ts'
import type { DurationFigure, Scope, ValueFigure } from '../../../src/shared/contract.ts'
import { metrics, type MetricId } from '../../../src/shared/metrics.ts'
import { openEngine, wholeScope } from '../../support/workspace.ts'

const dir = mkdtempSync(join(tmpdir(), 'floorwalker-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const timed = [
  'first_response_time',
  'next_response_time',
  'resolution_time',
  'time_to_assignment',
  'time_to_first_response_from_assignment',
] as const satisfies readonly MetricId[]
const sent = [
  'messages_received',
  'messages_sent',
  'messages_delivered',
  'messages_read',
  'messages_failed',
  'billable_messages',
] as const satisfies readonly MetricId[]
const own = [...new Set(figureColumns.map(({ metric }) => metric)), 'abandoned', 'flags_raised'] as const

/** Things of one kind for each of another: where there are none of the other, a row cannot say how many there were of the one. */
const ratios: Readonly<Partial<Record<MetricId, readonly [string, string]>>> = {
  engagement: ['messages_received', 'messages_delivered'],
  csat_response_rate: ['csat_score_of', 'csat_response_rate_of'],
}

interface Asked {
  readonly scope: Scope
  readonly figures: Readonly<Partial<Record<MetricId, DurationFigure | ValueFigure>>>
}

let context: QuestionContext
let everything: Asked
let narrowed: readonly Asked[] = []

/** Twenty filters: a period, and by turns a channel, a category, an agent or nothing. */
function seeded(
  whole: Scope,
  index: number,
  workspace: { channels: string[]; categories: string[]; agents: string[] },
): Scope {
  const random = mulberry(index + 1)
  const from = whole.from + random() * (whole.to - whole.from) * 0.7
  const to = from + random() * (whole.to - from)
  const one = (list: readonly string[]) => list.slice(Math.floor(random() * list.length)).slice(0, 1)
  return {
    ...whole,
    from: Math.floor(from),
    to: Math.floor(to),
    channels: index % 4 === 1 ? one(workspace.channels) : [],
    categories: index % 4 === 2 ? one(workspace.categories) : [],
    agents: index % 4 === 3 ? one(workspace.agents) : [],
  }
}

function mulberry(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

beforeAll(async () => {
  const engine = await openEngine(dir)
  try {
    const { api } = engine
    await api.addSource({ kind: 'sample', seed: 1, until: Date.UTC(2026, 4, 12), live: false })
    await engine.writer?.syncOnce(null)
    await engine.reader.refresh({ conversations: null, dictionary: true })
    const workspace = await api.workspace()
    const names = {
      channels: workspace.channels.map(({ id }) => id),
      categories: [...workspace.categories],
      agents: workspace.agents.map(({ id }) => id),
    }
    const figuresOf = async (scope: Scope, asked: readonly MetricId[]): Promise<Asked> => {
      const { total } = await api.metrics({ metrics: asked, scope, by: [] })
      return { scope, figures: total.metrics }
    }
    const whole = wholeScope(workspace.span?.from ?? 0, workspace.now + 1, 'UTC')
    everything = await figuresOf(whole, own)
    narrowed = await Promise.all(
      Array.from({ length: 20 }, (_, index) => figuresOf(seeded(whole, index, names), [...timed, ...sent])),
    )
    context = { dir, ...(await engine.reader.questionContext()) }
  } finally {
    await engine.close()
  }
}, 120_000)

function rowsOf(sql: string): readonly (readonly (string | number | null)[])[] {
  return ask({ sql, rows: 1_000_000 }, context, { clock: () => 0, began: () => undefined }).rows
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

function where({ from, to, channels, categories, agents }: Scope, table: string): string {
  const within = (column: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`${table}.${column} IN (${list.map(quoted).join(', ')})`]
  return [
    `${table}.at >= ${quoted(new Date(from).toISOString())}`,
    `${table}.at < ${quoted(new Date(to).toISOString())}`,
    ...within('channel_id', channels),
    ...(categories.length === 0 ? [] : [`c.category IN (${categories.map(quoted).join(', ')})`]),
    ...within('agent_id', agents),
  ].join(' AND ')
}

describe('the views beside the metrics', () => {
  it('measure the same times for twenty filters: how many, mean, median', () => {
    let seen = 0
    for (const { scope, figures } of narrowed)
      for (const metric of timed) {
        const figure = figures[metric] as DurationFigure
        const seconds = rowsOf(
          `SELECT t.seconds FROM times t JOIN conversations c USING (conversation_number)
           WHERE t.metric = '${metric}' AND ${where(scope, 't')} ORDER BY t.seconds`,
        ).map(([value]) => Number(value))
        expect(seconds).toHaveLength(figure.count)
        seen += seconds.length
        if (seconds.length === 0) continue
        const mean = seconds.reduce((sum, value) => sum + value, 0) / seconds.length
        expect(mean).toBeCloseTo(figure.mean ?? Number.NaN, 6)
        const middle = (seconds.length - 1) / 2
        const median = ((seconds[Math.floor(middle)] ?? 0) + (seconds[Math.ceil(middle)] ?? 0)) / 2
        expect(median).toBeCloseTo(figure.median ?? Number.NaN, 3)
      }
    expect(seen).toBeGreaterThan(10_000)
  })

  it('count the same messages for twenty filters', () => {
    for (const { scope, figures } of narrowed) {
      // Whom an inbound message counts for is who was assigned then, which its row does not say.
      if (scope.agents.length > 0) continue
      const [row = []] = rowsOf(
        `SELECT ${sent.map((metric) => `coalesce(sum(m.${metric}), 0)`).join(', ')}
         FROM messages m JOIN conversations c USING (conversation_number) WHERE ${where(scope, 'm')}`,
      )
      expect(row).toEqual(sent.map((metric) => (figures[metric] as ValueFigure).value))
    }
  })

  it('add up over all conversations to every figure they hold', () => {
    for (const metric of own) {
      const figure = everything.figures[metric]
      const { shape } = metrics[metric]
      if (figure === undefined) throw new Error(metric)
      if (shape === 'count') {
        expect([metric, rowsOf(`SELECT sum(${metric}) FROM conversations`)[0]?.[0]]).toEqual([
          metric,
          (figure as ValueFigure).value,
        ])
        continue
      }
      const parts = ratios[metric]
      if (parts !== undefined) {
        const [[share] = []] = rowsOf(`SELECT 1.0 * sum(${parts[0]}) / sum(${parts[1]}) FROM conversations`)
        expect(share).toBeCloseTo((figure as ValueFigure).value ?? Number.NaN, 9)
        continue
      }
      const weight = shape === 'duration' ? `${metric}_count` : `${metric}_of`
      const [[sum, of] = []] = rowsOf(
        `SELECT sum(${metric} * ${weight}), sum(${weight}) FROM conversations WHERE ${metric} IS NOT NULL`,
      )
      const [value, count] = 'count' in figure ? [figure.mean, figure.count] : [figure.value, figure.of]
      expect([metric, of]).toEqual([metric, count])
      expect(Number(sum) / Number(of)).toBeCloseTo(value ?? Number.NaN, 6)
    }
  })

  it('are written to one file with the same rows, and without names where they are hidden', async () => {
    const target = join(dir, 'views.sqlite')
    const order = { context, target, progress: () => undefined }
    const written = await writeViewsFile({ ...order, hideNames: false })
    const file = new DatabaseSync(target, { readOnly: true })
    for (const { name, rows } of written) expect(rowsOf(`SELECT count(*) FROM ${name}`)).toEqual([[rows]])
    const sums = 'SELECT sum(first_response_time), count(*), max(opened_local) FROM conversations'
    expect(Object.values(file.prepare(sums).get() ?? {})).toEqual(rowsOf(sums)[0])
    file.close()
    await writeViewsFile({ ...order, hideNames: true })
    const hidden = new DatabaseSync(target, { readOnly: true })
    const people = rowsOf('SELECT contact FROM contacts').map(([name]) => String(name))
    for (const { name, columns } of views) {
      const kept = hidden.prepare(`SELECT * FROM ${name}`).columns()
      expect(kept).toHaveLength(columns.filter(({ personal }) => personal !== true).length)
      const texts = new Set(
        hidden
          .prepare(`SELECT * FROM ${name}`)
          .all()
          .flatMap((row) => Object.values(row)),
      )
      expect(people.filter((person) => texts.has(person))).toEqual([])
    }
    hidden.close()
  })

  it('leave an older file where it was when the new one cannot be written', async () => {
    const target = join(dir, 'nowhere', 'views.sqlite')
    await expect(
      writeViewsFile({ context, target, hideNames: false, progress: () => undefined }),
    ).rejects.toThrow('there is no such folder; nothing was changed.')
  })
})
