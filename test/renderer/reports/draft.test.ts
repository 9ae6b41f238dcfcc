import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { templateDraftFrom } from '../../../src/main/reports/templates/schema.ts'
import { shippedIn } from '../../../src/main/reports/templates/shipped.ts'
import {
  asChart,
  type BlockOf,
  blockKinds,
  chartDimensions,
  draftOf,
  emptyDraft,
  isChanged,
  mostBlocks,
  mostColumns,
  mostTiles,
  moved,
  newBlock,
  tableDimensions,
} from '../../../src/renderer/reports/editor/draft.ts'
import { chartKinds } from '../../../src/shared/reporting.ts'
import { metricIds } from '../../../src/shared/metrics.ts'

const weekly = shippedIn('en').find(({ id }) => id === 'weekly')!
const chart = newBlock('chart') as BlockOf<'chart'>

describe('a draft', () => {
  it('of a shipped template is kept as another one', () => {
    expect(draftOf(weekly).id).toBeNull()
    expect(draftOf({ ...weekly, id: 'own', shipped: false }).id).toBe('own')
  })

  it('is taken by the engine as it is made: new, copied, and with every kind of block', () => {
    const empty = emptyDraft('New')
    expect(templateDraftFrom(empty)).toEqual(empty)
    for (const template of shippedIn('zh-TW'))
      expect(templateDraftFrom(draftOf(template))).toEqual(draftOf(template))
    const blocks = blockKinds.map((kind) => newBlock(kind))
    expect(templateDraftFrom({ ...draftOf(weekly), blocks }).blocks).toEqual(blocks)
  })

  it('is taken with all that its fields offer, and with no more', () => {
    const withBlock = (block: unknown) => templateDraftFrom({ ...draftOf(weekly), blocks: [block] })
    for (const kind of chartKinds)
      for (const by of chartDimensions[kind]) withBlock({ ...asChart(chart, kind), by })
    for (const by of tableDimensions) withBlock({ ...newBlock('table'), by })
    withBlock({ ...newBlock('tiles'), metrics: metricIds.slice(0, mostTiles) })
    expect(() => withBlock({ ...newBlock('tiles'), metrics: metricIds.slice(0, mostTiles + 1) })).toThrow()
    withBlock({ ...newBlock('table'), metrics: metricIds.slice(0, mostColumns) })
    expect(() => withBlock({ ...newBlock('table'), metrics: metricIds.slice(0, mostColumns + 1) })).toThrow()
    const many = (count: number) => Array.from({ length: count }, () => newBlock('notes'))
    templateDraftFrom({ ...draftOf(weekly), blocks: many(mostBlocks) })
    expect(() => templateDraftFrom({ ...draftOf(weekly), blocks: many(mostBlocks + 1) })).toThrow()
  })

  it('is changed by what is in it, not by the order of its keys', () => {
    const draft = draftOf(weekly)
    const turned = Object.fromEntries(Object.entries(draft).toReversed()) as unknown as typeof draft
    expect(isChanged(turned, draft)).toBe(false)
    expect(isChanged({ ...draft, about: `${draft.about}.` }, draft)).toBe(true)
    expect(isChanged({ ...draft, blocks: moved(draft.blocks, 0, 1) }, draft)).toBe(true)
  })
})

describe('a chart', () => {
  it('keeps what it is broken down by where its new kind can, else takes what that can', () => {
    expect(asChart({ ...chart, by: 'week' }, 'line').by).toBe('week')
    expect(asChart({ ...chart, by: 'week' }, 'heat').by).toBe('weekday-hour')
    expect(asChart(asChart(chart, 'heat'), 'ranking').by).toBe('agent')
  })
})

describe('moving', () => {
  const list = fc.array(fc.uuid(), { minLength: 1, maxLength: 12 })
  it('loses nothing, doubles nothing, and stops at the ends', () =>
    fc.assert(
      fc.property(list, fc.nat(11), fc.integer({ min: -20, max: 20 }), (items, from, to) => {
        const result = moved(items, from, to)
        expect(result.toSorted()).toEqual(items.toSorted())
        if (from < items.length) expect(result[Math.min(items.length - 1, Math.max(0, to))]).toBe(items[from])
        else expect(result).toBe(items)
      }),
    ))
  it('leaves the others in their order', () =>
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']))
})
