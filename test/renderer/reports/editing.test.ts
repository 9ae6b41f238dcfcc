import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyDraft, newBlock, withBack } from '../../../src/renderer/reports/editor/draft.ts'
import { readableDrafts, useEditing } from '../../../src/renderer/reports/editor/editing.ts'

const kept = new Map<string, string>()
beforeEach(() =>
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem(name: string, value: string) {
      if (value.length > 10_000) throw new DOMException('full', 'QuotaExceededError')
      kept.set(name, value)
    },
    removeItem: (name: string) => kept.delete(name),
  }),
)
afterEach(() => {
  vi.unstubAllGlobals()
  kept.clear()
})

const [one, two, three] = [newBlock('text', '1'), newBlock('notes', '2'), newBlock('flags', '3')]

describe('a block that was removed', () => {
  it('comes back to its place, and what was changed since stays', () => {
    expect(withBack([one, three], two, 1)).toEqual([one, two, three])
    expect(withBack([], two, 1)).toEqual([two])
    const renamed = { ...three, title: 'Since then' }
    expect(withBack([one, renamed], two, 1)).toEqual([one, two, renamed])
    expect(withBack([two, one], two, 1), 'once').toEqual([two, one])
  })

  it('comes back to the template as it is being changed, and to none that was saved or given up', () => {
    const { change, putBack, drop } = useEditing.getState()
    change('t', { ...emptyDraft('Ours'), name: 'Renamed', blocks: [one] })
    putBack('t', two, 1)
    expect(useEditing.getState().drafts['t']).toMatchObject({ name: 'Renamed', blocks: [one, two] })
    drop('t')
    putBack('t', two, 1)
    expect(useEditing.getState().drafts).toEqual({})
  })
})

describe('drafts that were kept', () => {
  it('outlive the window; one that is too large for that costs nothing but this', () => {
    const { change, drop } = useEditing.getState()
    const draft = { ...emptyDraft('Ours'), blocks: [one] }
    change('t', draft)
    const { state } = JSON.parse(kept.get('report-drafts') ?? '') as { readonly state: unknown }
    expect(readableDrafts(state)).toEqual({ t: draft })
    change('t', { ...draft, about: 'x'.repeat(10_000) })
    expect(useEditing.getState().drafts['t']?.about).toHaveLength(10_000)
    expect(kept.size).toBe(0)
    drop('t')
  })

  it('are read where this version understands them', () => {
    const draft = emptyDraft('Ours')
    expect(readableDrafts({ drafts: { weekly: draft } })).toEqual({ weekly: draft })
    const others = {
      a: { ...draft, blocks: [{ id: 'b', kind: 'hologram' }] },
      b: { ...draft, paper: undefined },
      c: 'nothing',
      weekly: draft,
    }
    expect(readableDrafts({ drafts: others })).toEqual({ weekly: draft })
    for (const kept of [null, 1, [], {}, { drafts: null }]) expect(readableDrafts(kept)).toEqual({})
  })
})
