import { describe, expect, it } from 'vitest'
import { dueOf } from '../../../src/main/text/promisedTimes.ts'
import { readSignals, signal } from '../../../src/main/text/signals.ts'
import { at } from '../metrics/timelines.ts'
import { measureAbuse, measureSignals, signalSets } from './measureSignals.ts'

/**
 * Precision and recall reached on the labelled sentences, tuned and held out, in hundredths. They may rise, never fall.
 */
const floors = {
  tuned: { precision: 98, recall: 90 },
  heldOut: { precision: 90, recall: 60 },
} as const

describe('the labelled sentences', () => {
  it('are at least twenty a language and signal, with and without it', () => {
    for (const set of signalSets)
      for (const kind of ['asksPerson', 'asksManager', 'abuse', 'promise'] as const) {
        const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '').length
        expect(lines(set[kind].yes) + lines(set[kind].no), `${set.language} ${kind}`).toBeGreaterThanOrEqual(
          20,
        )
      }
  })
  it.each(['tuned', 'heldOut'] as const)('are told at least as well as before: %s', (which) => {
    for (const { kind, precision, recall } of measureSignals(which)) {
      expect(precision, `precision of ${kind}`).toBeGreaterThanOrEqual(floors[which].precision / 100)
      expect(recall, `recall of ${kind}`).toBeGreaterThanOrEqual(floors[which].recall / 100)
    }
  })
})

describe('abuse', () => {
  it('is told as well as it was when its held-out sentences were first measured', () => {
    for (const { kind, precision, recall } of measureAbuse()) {
      expect(precision, `precision of ${kind}`).toBe(1)
      expect(recall, `recall of ${kind}`).toBeGreaterThanOrEqual(0.8)
    }
  })
})

describe('personal data', () => {
  const bits = (text: string, direction: 'in' | 'out' = 'in') => readSignals(text, null, direction).bits
  it.each([
    ['My card is 4111 1111 1111 1111', signal.card],
    ['4111-1111-1111-1111 bitte abbuchen', signal.card],
    ['卡号4111111111111111谢谢', signal.card],
    ['Amex 378282246310005', signal.card],
    ['IBAN DE89 3704 0044 0532 0130 00', signal.iban],
    ['mon iban est FR1420041010050500013M02606', signal.iban],
    ['write to anna.smith@gmail.com', signal.email],
    ['a@b.example und DE89370400440532013000', signal.email | signal.iban],
  ])('is seen: %s', (text, expected) => {
    expect(bits(text)).toBe(expected)
  })
  it.each([
    'My card is 4111 1111 1111 1112',
    'Order 1234567890123456',
    'Call me at +49 170 1234567',
    'Tracking number 00340434161094042557',
    'DE00 3704 0044 0532 0130 00',
    'The price is 4.111.111,11',
    'see you @ 5',
    '12.05.2026 10:00 – 13.05.2026 12:00',
    'EAN 4006381333931 please',
    'Rechnung RE-2026-0001234567',
  ])('is not seen: %s', (text) => {
    expect(bits(text)).toBe(0)
  })
  it('of ours counts an address of a private person only', () => {
    expect(bits('I found anna.smith@gmail.com here', 'out')).toBe(signal.email)
    expect(bits('Write to service@shop.example', 'out')).toBe(0)
  })
})

describe('a promise', () => {
  const due = (text: string, now: string, zone = 'UTC') => {
    const { promise } = readSignals(text, null, 'out')
    return promise === null ? null : dueOf(promise, at(now), zone)
  }
  it('is due when the writer’s day is over, in the workspace’s zone', () => {
    expect(due('I will call you tomorrow', '10:00', 'Europe/Berlin')).toBe(at('+1d 22:00'))
    // 23:30 UTC is the next day there.
    expect(due('I will call you tomorrow', '23:30', 'Asia/Taipei')).toBe(at('+2d 16:00'))
  })
  it('on a day whose clocks change is due at its own end', () => {
    const { promise } = readSignals('Ich rufe Sie morgen an', null, 'out')
    // 28 March 2026 in Berlin: the next day has 23 hours.
    expect(dueOf(promise!, Date.UTC(2026, 2, 28, 9), 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 22))
    expect(dueOf(promise!, Date.UTC(2026, 9, 24, 9), 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 23))
  })
  it('of a time of day already past means its next one', () => {
    expect(due('I will call you at 3 pm', '16:00')).toBe(at('+1d 15:00'))
    expect(due('I will email you this morning', '16:00')).toBe(at('+1d 00:00'))
  })
  it('of a weekday named on that day means the next', () => {
    expect(due('I will call you on Monday', '10:00')).toBe(at('+8d 00:00'))
  })
  it('is told of agents only', () => {
    expect(readSignals('I will call you tomorrow', 'en', 'in').promise).toBeNull()
  })
})
