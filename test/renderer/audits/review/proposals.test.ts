import { describe, expect, it } from 'vitest'
import type { CheckResult } from '../../../../src/shared/audits.ts'
import { proposalsOf } from '../../../../src/renderer/audits/review/proposals.ts'
import { criterion } from '../../../support/criteria.ts'

function result(criterion: string, passed: boolean | null): CheckResult {
  return { criterion, check: 'greeting', passed, messages: ['m-1'], because: { code: 'x', value: null } }
}

describe('what checks propose', () => {
  const criteria = [criterion('three'), criterion('two', { scale: ['no', 'yes'] })]

  it('is the best level where passed, the worst where not, nothing where it does not apply', () => {
    const proposals = proposalsOf(criteria, [
      result('three', true),
      result('two', false),
      result('unknown', true),
    ])
    expect([...proposals].map(([id, { level }]) => [id, level])).toEqual([
      ['three', 2],
      ['two', 0],
    ])
    expect(proposalsOf(criteria, [result('three', null)]).size).toBe(0)
  })
})
