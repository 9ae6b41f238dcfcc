import { describe, expect, it } from 'vitest'
import { changeOf } from '../../../src/renderer/overview/change.ts'

const rate = (value: number | null, of: number) => ({ value, of })
const count = (value: number) => ({ value })

describe('a change against the period before', () => {
  it('is loud only where it got worse and misses its target', () => {
    expect(changeOf('failure_rate', rate(0.02, 400), rate(0.01, 400), 0.015)).toMatchObject({
      direction: 'worse',
      tone: 'act',
    })
    expect(changeOf('failure_rate', rate(0.014, 400), rate(0.01, 400), 0.015)).toMatchObject({ tone: null })
    expect(changeOf('failure_rate', rate(0.02, 400), rate(0.03, 400), 0.015)).toMatchObject({
      direction: 'better',
      tone: null,
    })
  })

  it('asks to look where there is no target and it is worse by more than a tenth', () => {
    expect(changeOf('repeat_contacts', rate(0.115, 400), rate(0.1, 400), null)).toMatchObject({
      tone: 'look',
    })
    expect(changeOf('repeat_contacts', rate(0.105, 400), rate(0.1, 400), null)).toMatchObject({ tone: null })
  })

  it('is none of better and worse for what has no better direction', () => {
    expect(changeOf('messages_received', count(500), count(100), null)).toMatchObject({
      direction: 'neutral',
      tone: null,
    })
  })

  it('is not shown from fewer than thirty cases on either side', () => {
    expect(changeOf('csat_score', rate(0.5, 29), rate(0.9, 400), 0.85)).toEqual({
      kind: 'few',
      cases: 29,
      before: 0.9,
    })
    expect(changeOf('csat_score', rate(0.5, 400), rate(0.9, 29), 0.85).kind).toBe('few')
    expect(changeOf('csat_score', rate(0.5, 30), rate(0.9, 30), 0.85).kind).toBe('change')
  })

  it('is shown of counts unless both are small', () => {
    expect(changeOf('messages_failed', count(29), count(12), null).kind).toBe('few')
    expect(changeOf('messages_failed', count(90), count(12), null).kind).toBe('change')
  })

  it('is none where it rounds to nothing, however bad the figure', () => {
    expect(changeOf('bot_contained', rate(0.1199, 1194), rate(0.1202, 1194), 0.7)).toMatchObject({
      direction: 'same',
      tone: null,
    })
    expect(changeOf('contacts_removed', count(0), count(0), null)).toEqual({ kind: 'none' })
  })

  it('is none where there was nothing to measure', () => {
    expect(changeOf('csat_score', rate(null, 0), rate(0.9, 400), null)).toEqual({ kind: 'none' })
    expect(changeOf('csat_score', rate(0.9, 400), undefined, null)).toEqual({ kind: 'none' })
  })
})
