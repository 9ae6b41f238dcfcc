import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameRule, thresholdOf, typedAs } from '../../../../src/renderer/settings/flags/rules.ts'
import { isHttps } from '../../../../src/renderer/settings/flags/address.ts'
import { defaultFlagRules, flagRuleIds, flagRuleKinds } from '../../../../src/shared/flags.ts'

describe('a threshold that is typed', () => {
  it('is read in its unit', () => {
    expect(thresholdOf('5', typedAs('seconds', 60))).toBe(300)
    expect(thresholdOf('1.5', typedAs('seconds', 3600))).toBe(5400)
    expect(thresholdOf('20', typedAs('share', 1))).toBe(0.2)
    expect(thresholdOf('7', typedAs('share', 1))).toBe(0.07)
    expect(thresholdOf('3', typedAs('times', 1))).toBe(3)
  })

  it.each(['', ' ', 'x', '0', '-1', '1e9', 'NaN'])('is none where it says %j', (typed) => {
    for (const unit of ['seconds', 'times', 'share'] as const)
      expect(thresholdOf(typed, typedAs(unit, 60))).toBeNull()
  })

  it('is a whole number of times', () => expect(thresholdOf('2.5', typedAs('times', 1))).toBeNull())

  it('stands in the field as it was typed', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (percent) => {
        const as = typedAs('share', 1)
        const threshold = thresholdOf(String(percent), as) ?? Number.NaN
        expect(Math.round((threshold / as.size) * 10_000) / 10_000).toBe(percent)
      }),
    ))

  it('can be every default', () => {
    for (const id of flagRuleIds) {
      const { threshold } = defaultFlagRules[id]
      if (threshold === null) continue
      const as = typedAs(flagRuleKinds[id].unit, 1)
      expect(thresholdOf(String(threshold / as.size), as)).toBe(threshold)
    }
  })
})

describe('two rules', () => {
  const rule = { ...defaultFlagRules.waiting, teams: ['a', 'b'] }
  it('are the same whatever the order of their teams', () =>
    expect(isSameRule(rule, { ...rule, teams: ['b', 'a'] })).toBe(true))
  it.each([
    { teams: ['a'] },
    { teams: ['a', 'c'] },
    { threshold: 1 },
    { severity: 'danger' as const },
    { hours: 'business' as const },
    { telling: 'digest' as const },
    { webhook: true },
  ])('differ in %o', (change) => expect(isSameRule(rule, { ...rule, ...change })).toBe(false))
})

describe('an address of the webhook', () => {
  it('is https', () => expect(isHttps('https://hooks.example/T0/B0')).toBe(true))
  it.each(['http://hooks.example', 'hooks.example', 'javascript:alert(1)', 'https://', 'ftp://x.example'])(
    'is not %s',
    (text) => expect(isHttps(text)).toBe(false),
  )
})
