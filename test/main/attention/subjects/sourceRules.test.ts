import { describe, expect, it } from 'vitest'
import { qualityFell, syncBehind } from '../../../../src/main/attention/subjects/sourceRules.ts'

describe('the quality of a number', () => {
  const notice = (id: string, at: number, severity: 'info' | 'warning', channel = 1) => ({
    id,
    at,
    severity,
    channel,
    text: id,
  })
  it('fell until the cloud says better of the same number', () => {
    const notices = [
      notice('a', 1, 'warning'),
      notice('b', 2, 'info', 2),
      notice('c', 3, 'info'),
      notice('d', 4, 'warning'),
    ]
    expect(qualityFell(notices, { severity: 'danger' })).toMatchObject([
      { id: 'quality_fell:a', raisedAt: 1, endedAt: 3, text: 'a', subject: { kind: 'channel', row: 1 } },
      { id: 'quality_fell:d', raisedAt: 4, endedAt: null },
    ])
  })
})

describe('a source', () => {
  it('is behind from the threshold on; one that does not say is not', () => {
    const sources = [
      { id: 's', completeTo: 1000 },
      { id: 'other', completeTo: null },
    ]
    expect(syncBehind(sources, { severity: 'warning', threshold: 900 })).toMatchObject([
      {
        id: 'sync_behind:s:1000',
        from: 1000,
        raisedAt: 901_000,
        endedAt: null,
        subject: { kind: 'source', id: 's' },
      },
    ])
  })
})
