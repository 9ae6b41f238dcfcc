import { describe, expect, it } from 'vitest'
import { scoreOf } from '../../../../src/shared/scoring.ts'
import { arithmeticOf } from '../../../../src/renderer/audits/review/arithmetic.ts'
import { rating } from '../criteria.ts'
import { criterion } from '../../../support/criteria.ts'

const number = (value: number) => String(Math.round(value * 10) / 10)

describe('the sum of a score', () => {
  const sections = [
    {
      id: 's',
      name: 'S',
      criteria: [
        criterion('a', { weight: 3 }),
        criterion('b', { weight: 2 }),
        criterion('c', { weight: 5 }),
        criterion('extra', { weight: 1, kind: 'bonus' }),
      ],
    },
  ]

  it('names each value and weight of what was rated, and nothing else', () => {
    const score = scoreOf(sections, [rating('a'), rating('b', { level: 1 }), rating('c', { level: null })])
    expect(arithmeticOf(score, number)).toBe('(100 × 3 + 50 × 2) ÷ 5 = 80')
  })

  it('adds the bonus apart, in points of the score', () => {
    const score = scoreOf(sections, [rating('a', { level: 1 }), rating('b', { level: 1 }), rating('extra')])
    expect(arithmeticOf(score, number)).toBe('(50 × 3 + 50 × 2) ÷ 5 = 50 + 20 = 70')
  })

  it('says nothing where nothing counts', () => {
    expect(arithmeticOf(scoreOf(sections, [rating('extra')]), number)).toBeNull()
  })
})
