import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../../src/renderer/reports/issued/verdict.ts'
import { shortHash } from '../../../src/renderer/reports/issued/shortHash.ts'
import type { IssuedReport, ReportCheck } from '../../../src/shared/reporting.ts'

const issued = { id: 'i1' } as IssuedReport
const holds: ReportCheck = {
  file: 'issued',
  trouble: null,
  fingerprint: '3f9c1a',
  issued,
  figures: 'hold',
  definitions: 'same',
  settings: 'same',
  differences: [],
}

describe('what a check says', () => {
  it('is good only of the very file whose figures hold', () => {
    expect(verdictOf(holds)).toEqual({ tone: 'good', what: 'intact', facts: ['figuresHold'] })
    expect(verdictOf({ ...holds, figures: 'differ', definitions: 'changed', settings: 'changed' })).toEqual({
      tone: 'look',
      what: 'intact',
      facts: ['figuresDiffer', 'definitionsChanged', 'settingsChanged'],
    })
  })

  it('says of a changed file what became of its figures as well', () => {
    expect(verdictOf({ ...holds, file: 'changed' })).toMatchObject({ tone: 'bad', facts: ['figuresHold'] })
    expect(verdictOf({ ...holds, file: 'changed', figures: null }).facts).toContain('figuresUnknown')
    expect(verdictOf({ ...holds, file: 'changed', issued: null, figures: null }).facts).toEqual([])
  })

  it('tells a file of another workspace from one that says nothing about itself', () => {
    const unknown: ReportCheck = { ...holds, file: 'unknown', issued: null, figures: null }
    expect(verdictOf(unknown).what).toBe('foreign')
    expect(verdictOf({ ...unknown, fingerprint: null }).what).toBe('unknown')
  })

  it.each(['empty', 'cut_short', 'not_ours'] as const)('says why a file is no report: %s', (trouble) =>
    expect(verdictOf({ ...holds, file: 'unreadable', trouble, issued: null }).what).toBe(trouble),
  )
})

it('shows the ends of a hash, which the eye compares', () =>
  expect(shortHash('9f3c1a0752be00000000e41d')).toBe('9f3c 1a07 … e41d'))
