import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../src/shared/reporting.ts'
import { renderReport } from '../../../../src/main/reports/page.ts'
import { madeUpFigure, madeUpReport } from '../madeUp.ts'
import { wordsOf } from '../office.ts'

type Plain<K extends Block['kind']> = Omit<Extract<Block, { readonly kind: K }>, 'id' | 'title' | 'width'>
function block<K extends Block['kind']>(plain: Plain<K>, width: 'full' | 'half' = 'full'): Block {
  return { id: `${plain.kind}-1`, title: null, width, ...plain } as unknown as Block
}

describe('a table', () => {
  const agents = Array.from({ length: 500 }, (_, index) => ({
    id: `a${index}`,
    name: `Agent ${String(index).padStart(3, '0')}`,
    teams: index % 10 === 9 ? [] : [`t${index % 3}`],
    active: true,
    role: null,
  }))
  const workspace = { agents, teams: ['t0', 't1', 't2'].map((id) => ({ id, name: `Team ${id}` })) }
  const rows = (query: { readonly by: readonly string[] }) =>
    query.by[0] === 'agent'
      ? agents.map(({ id }) => ({ agent: id }))
      : query.by[0] === 'team'
        ? workspace.teams.map(({ id }) => ({ team: id }))
        : []
  const under = (most: number) =>
    block<'table'>({
      kind: 'table',
      by: ['team', 'agent'],
      metrics: ['handled', 'first_response_time'],
      most,
    })

  it('of 500 agents repeats its head, and is cut where it is told, saying how many more there are', async () => {
    const whole = await madeUpReport({ blocks: [under(500)], workspace, rows })
    const page = renderReport(whole)
    expect(page.match(/class="member"/g)).toHaveLength(500)
    expect(page).toMatch(/thead \{ display: table-header-group;/)
    expect(page).not.toContain('more</p>')
    const cut = await madeUpReport({ blocks: [under(20)], workspace, rows })
    expect(renderReport(cut).match(/class="member"/g)).toHaveLength(20)
    expect(wordsOf(renderReport(cut))).toContain('and 480 more')
    // Rows far down lead nowhere: nobody reads an appendix of hundreds of lines.
    expect(whole.footnotes).toHaveLength(40)
  })

  it('puts agents under their teams, by name, and those in none at the end', async () => {
    const { tables } = await madeUpReport({ blocks: [under(500)], workspace, rows })
    const [table] = tables
    expect(table?.columns.map(({ title }) => title).slice(0, 2)).toEqual(['team', 'agent'])
    expect(table?.rows[0]?.slice(0, 3)).toEqual(['Team t0', null, 40])
    expect(table?.rows[1]?.slice(0, 2)).toEqual(['Team t0', 'Agent 000'])
    expect(table?.rows.at(-1)?.slice(0, 2)).toEqual([null, 'Agent 499'])
  })

  it('marks rates of few, and leaves out a column nobody has a value in', async () => {
    const page = wordsOf(
      renderReport(
        await madeUpReport({
          blocks: [
            block<'table'>({
              kind: 'table',
              by: ['channel'],
              metrics: ['handled', 'csat_score', 'nps'],
              most: 9,
            }),
          ],
          rows: () => [{ channel: 'c' }],
          figure: (metric) =>
            metric === 'nps'
              ? { value: null, of: 0 }
              : metric === 'csat_score'
                ? { value: 0.5, of: 12 }
                : { value: 3 },
        }),
      ),
    )
    expect(page).toContain('50% of 12')
    expect(page).not.toContain('NPS')
  })
})

describe('a chart', () => {
  const bars = (by: 'day' | 'week', chart: 'bars' | 'line' = 'bars') =>
    block<'chart'>({ kind: 'chart', chart, metric: 'first_response_time', by, most: 10 })

  it.each(['bars', 'line'] as const)('of one point (%s) is drawn like any other', async (chart) => {
    const report = await madeUpReport({ blocks: [bars('day', chart)], rows: () => [{ day: '2026-05-04' }] })
    const page = renderReport(report)
    expect(page).toMatch(chart === 'bars' ? /<rect[^>]*class="bar"/ : /<circle[^>]*class="dot"/)
    expect(page).not.toMatch(/NaN|Infinity/)
    expect(page).toContain('aria-label="First response: Mon 4 45')
  })

  it('over more days than fit is drawn by weeks', async () => {
    const scope = { ...(await madeUpReport({ blocks: [bars('day')] })).scope }
    const report = await madeUpReport({
      blocks: [bars('day')],
      query: { scope: { ...scope, from: scope.to - 92 * 86_400_000 } },
    })
    expect(report.blocks[0]).toMatchObject({ by: 'week' })
  })

  it('ranks what there is, the rest counted', async () => {
    const report = await madeUpReport({
      blocks: [
        block<'chart'>({
          kind: 'chart',
          chart: 'ranking',
          metric: 'conversations_opened',
          by: 'category',
          most: 2,
        }),
      ],
      rows: () => ['a', 'b', 'c', 'd'].map((category) => ({ category })),
      figure: (_metric, { category }) => ({
        value: category == null ? 0 : ({ a: 1, b: 7, c: 0, d: 3 }[category] ?? 0),
      }),
    })
    expect(report.tables[0]?.rows.map(([name, value]) => [name, value])).toEqual([
      ['b', 7],
      ['d', 3],
    ])
    expect(wordsOf(renderReport(report))).toContain('and 1 more')
  })
})

describe('audit results', () => {
  const interval = (mean: number) => ({ n: 40, mean, low: mean - 4, high: mean + 5 })
  const row = (key: string, mean: number) => ({
    key,
    score: interval(mean),
    failed: { n: 0, of: 40, share: 0, low: 0, high: 0.1 },
    rank: null,
    moreToSeparate: null,
  })

  it('stand with their intervals on one scale', async () => {
    const report = await madeUpReport({
      blocks: [block<'audits'>({ kind: 'audits', of: 'agents' })],
      workspace: { agents: [{ id: 'a', name: 'Ana', teams: [], active: true, role: null }] },
      audits: {
        byAgent: [row('a', 88)],
        coverage: [{ agent: 'a', conversations: 130, reviewed: 40 }],
        picked: 2,
      },
    })
    const words = wordsOf(renderReport(report))
    expect(words).toContain('Ana 40 40 of 130 88.0 84.0–93.0')
    expect(words).toContain('95% interval (50–100)')
    expect(words).toContain('2 reviews of chats that were picked are not counted')
    expect(renderReport(report)).toContain('<svg class="interval"')
  })

  it('say that there are none', async () => {
    const said = { agents: 'has been reviewed', criteria: 'has been reviewed', causes: 'names a root cause' }
    for (const of of ['agents', 'criteria', 'causes'] as const) {
      const report = await madeUpReport({ blocks: [block<'audits'>({ kind: 'audits', of })] })
      expect(wordsOf(renderReport(report))).toContain(said[of])
    }
  })
})

describe('what stands out', () => {
  it('is told worst first, cut where it is told', async () => {
    const report = await madeUpReport({
      blocks: [block<'insights'>({ kind: 'insights', most: 3 })],
      workspace: { agents: [{ id: 'a', name: 'Ana', teams: [], active: true, role: null }] },
      insights: {
        coping: [
          {
            agent: 'a',
            verdict: 'falling_behind',
            because: [{ code: 'backlog_growing', value: 12, before: 5 }],
          },
        ],
        outliers: [
          { metric: 'resolution_time', agent: 'a', team: null, times: 2.4, value: 2880, median: 1200, of: 6 },
        ],
        anomalies: [
          {
            metric: 'messages_received',
            at: Date.parse('2026-05-10T18:00:00+02:00'),
            value: 90,
            expected: 20,
            low: 8,
            high: 40,
          },
        ],
        trends: [
          {
            metric: 'csat_score',
            agent: null,
            direction: 'rising',
            verdict: 'better',
            relative: 0.1,
            weeks: 4,
            from: 0.8,
            to: 0.9,
          },
          {
            metric: 'first_response_time',
            agent: 'a',
            direction: 'rising',
            verdict: 'worse',
            relative: 0.1,
            weeks: 4,
            from: 40,
            to: 80,
          },
        ],
      },
    })
    const words = wordsOf(renderReport(report)).replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(words).toContain('Ana is falling behind 12 open at a day’s end, up from 5.')
    expect(words).toContain('Ana , First response Rising for 4 weeks, from 40 s to 1 min 20 s.')
    expect(words).toContain('Ana , Resolution 2.4× 48 min, where the team’s median is 20 min (6 agents).')
    expect(words).toContain('and 2 more')
  })
})

describe('figures that are being computed anew', () => {
  const words = 'Figures are being recomputed, 42% done: they may still change.'

  it('are said to be, under the title, at the foot of every page and in spreadsheets', async () => {
    const report = await madeUpReport({ blocks: [], recomputed: 0.42 })
    expect(report.subtitle).toContain(words)
    expect(renderReport(report).split(words)).toHaveLength(3)
    expect(renderReport(report)).toMatch(/--bottom-left:"[^"]*Figures are being recomputed/u)
  })

  it('change nothing of a report of which all are', async () => {
    const report = await madeUpReport({ blocks: [] })
    expect(renderReport(report)).not.toContain('recomputed')
    expect(report.appendix).not.toHaveProperty('recomputed')
  })
})

describe('the appendix', () => {
  it('tells the working hours as they are, and what data there is', async () => {
    const report = await madeUpReport({ blocks: [block<'tiles'>({ kind: 'tiles', metrics: ['handled'] })] })
    expect(report.appendix.settings.find(({ name }) => name === 'Working hours')?.value).toBe(
      'Everybody: Mon–Tue 09:00–18:00, Wed 09:00–12:00 + 13:00–18:00, Sun 22:00–06:00 (Europe/Berlin), 1 day that differs',
    )
    expect(report.appendix).toMatchObject({ completeTo: report.scope.to, rejected: 1 })
    expect(renderReport(report)).toContain('1 record rejected')
  })

  it('changes the fingerprint with a figure, a setting or a word of the template', async () => {
    const tiles = (metric: 'handled' | 'assigned') => [block<'tiles'>({ kind: 'tiles', metrics: [metric] })]
    const prints = await Promise.all([
      madeUpReport({ blocks: tiles('handled') }),
      madeUpReport({ blocks: tiles('handled'), figure: () => ({ value: 41 }) }),
      madeUpReport({ blocks: tiles('assigned') }),
      madeUpReport({ blocks: tiles('handled'), query: { language: 'de' } }),
    ])
    expect(new Set(prints.map(({ fingerprint }) => fingerprint)).size).toBe(4)
    expect((await madeUpReport({ blocks: tiles('handled'), figure: madeUpFigure })).fingerprint).toBe(
      prints[0]?.fingerprint,
    )
  })
})
