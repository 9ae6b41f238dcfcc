import { describe, expect, it } from 'vitest'
import { foldedGroups, listedRules, openOnes, queryOf } from '../../../src/renderer/flags/flagFilters.ts'
import { flagRuleIds, type FlagGroup, type FlagRuleId } from '../../../src/shared/flags.ts'

const group = (rule: FlagRuleId, open: number): FlagGroup => ({
  rule,
  severity: 'warning',
  open,
  oldest: 0,
  newest: 0,
  subjects: [],
})

describe('flags of one rule', () => {
  const many = [group('waiting', 21), group('negative', 20)]

  it('are folded into a line from twenty-one on, and not listed one by one then', () => {
    const folded = foldedGroups(many, openOnes)
    expect(folded.map(({ rule }) => rule)).toEqual(['waiting'])
    expect(listedRules(openOnes, folded)).toEqual(flagRuleIds.filter((rule) => rule !== 'waiting'))
  })

  it.each([
    { ...openOnes, rules: ['waiting'] as const },
    { ...openOnes, state: 'all' as const },
    { ...openOnes, severity: 'danger' as const },
    { ...openOnes, madeBy: 'rule' as const },
    { ...openOnes, mine: true },
  ])('are listed while somebody looks for certain flags: %o', (filters) => {
    expect(foldedGroups(many, filters)).toEqual([])
    expect(listedRules(filters, [])).toEqual(filters.rules)
  })

  it('leave nothing to list where all are folded', () => {
    const all = flagRuleIds.map((rule) => group(rule, 1000))
    expect(listedRules(openOnes, foldedGroups(all, openOnes))).toBeNull()
  })
})

describe('the question', () => {
  it('asks for one’s own by name, and not without one', () => {
    expect(queryOf({ ...openOnes, mine: true }, 'Ana')).toMatchObject({ owner: 'Ana' })
    expect(queryOf({ ...openOnes, mine: true }, null)).not.toHaveProperty('owner')
    expect(queryOf(openOnes, 'Ana')).not.toHaveProperty('owner')
  })

  it('names one severity', () =>
    expect(queryOf({ ...openOnes, severity: 'danger' }, null)).toMatchObject({ severities: ['danger'] }))
})
