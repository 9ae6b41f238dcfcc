import { expect, it } from 'vitest'
import { isOpen } from '../../../src/main/attention/openNow.ts'
import { noCare, type Care } from '../../../src/main/attention/care.ts'

const flag = { id: 'f', raisedAt: 1000, endedAt: 2000 }
const nobody = new Map<string, Care>()

it('is open from the moment it is raised until the moment its cause ends', () => {
  expect([999, 1000, 1999, 2000].map((now) => isOpen(flag, nobody, now))).toEqual([false, true, true, false])
  expect(isOpen({ ...flag, endedAt: null }, nobody, 1e15)).toBe(true)
})

it('is not open while it rests, nor once somebody decided', () => {
  const cared = (care: Partial<Care>, now: number) =>
    isOpen(flag, new Map([['f', { ...noCare, ...care }]]), now)
  expect([1499, 1500].map((now) => cared({ snoozedUntil: 1500 }, now))).toEqual([false, true])
  expect(cared({ decision: 'done' }, 1500)).toBe(false)
  expect(cared({ owner: 'Kim' }, 1500)).toBe(true)
})
