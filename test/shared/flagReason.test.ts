import { describe, expect, it } from 'vitest'
import { failureWords, flagWords } from '../../src/main/print/words.ts'
import { languages } from '../../src/shared/contract.ts'
import { flagReason, flagState, type FlagWords } from '../../src/shared/flagReason.ts'
import { flagRuleIds } from '../../src/shared/flags.ts'
import { formatFor } from '../../src/shared/numbers.ts'

const now = Date.parse('2026-05-11T12:00:00Z')
const wordsOf = (language: (typeof languages)[number]): FlagWords => ({
  say: flagWords(language),
  failure: (code) => failureWords(language, String(code)),
  format: formatFor(language, 'Europe/Berlin', now),
})
const blank = { raisedAt: now, endedAt: null, seconds: null, target: null, code: null }
const spaces = /[\u00A0\u202F]/g

describe.each(languages)('in %s', (language) => {
  const words = wordsOf(language)
  it.each(flagRuleIds)('%s has a name, a meaning and a reason in every state', (rule) => {
    const measured = { ...blank, seconds: 3, target: 2, code: 131047 }
    const said = [
      words.say(`rule.${rule}`),
      words.say(`means.${rule}`),
      flagReason({ ...blank, rule }, words),
      flagReason({ ...measured, rule }, words),
      flagReason({ ...measured, rule, endedAt: now }, words),
    ]
    // A key without words stands for itself; a value that is missing stays in its braces.
    for (const text of said) expect(text).not.toMatch(/reason\.|rule\.|means\.|[{}]|–/)
  })
})

describe('a reason', () => {
  const en = wordsOf('en')
  const say = (flag: Partial<Parameters<typeof flagReason>[0]>) =>
    flagReason({ ...blank, rule: 'unresolved', ...flag }, en).replaceAll(spaces, ' ')

  it('tells what goes on from what is over', () => {
    expect(say({ seconds: 2820 })).toBe('No reply for 47 min')
    expect(say({ seconds: 2820, endedAt: now })).toBe('Waited 47 min for a reply')
    expect(say({})).toBe('Waited too long for a reply')
  })
  it('counts', () => {
    expect(say({ rule: 'reopened', seconds: 1 })).toBe('Reopened 1 time within 7 days')
    expect(say({ rule: 'reopened', seconds: 2 })).toBe('Reopened 2 times within 7 days')
  })
  it('counts the chats of who holds too many', () => {
    expect(say({ rule: 'overloaded', seconds: 9, target: 8 })).toBe('Holds 9 chats, the limit is 8')
    expect(say({ rule: 'overloaded', seconds: 9, target: 8, endedAt: now })).toBe(
      'Held 9 chats, the limit is 8',
    )
  })
  it('says how low a rating was', () => {
    expect(say({ rule: 'low_rating', seconds: 0.25 })).toBe('Rated low, at 25% of the scale')
    expect(say({ rule: 'low_rating', seconds: 0 })).toBe('Rated with the lowest value')
  })
  it('names why a message failed, and the code', () => {
    expect(say({ rule: 'message_failed', code: 131047 })).toBe(
      'Message failed: Outside the 24 h window (131047)',
    )
    expect(say({ rule: 'message_failed', code: 99 })).toBe('Message failed: Other reason (99)')
  })
  it('says until when something was promised, a day by its own name', () => {
    expect(say({ rule: 'promise' })).toBe('Promised by Mon 11 May 14:00, nothing written')
    const midnight = Date.parse('2026-05-11T22:00:00Z')
    expect(say({ rule: 'promise', raisedAt: midnight })).toBe('Promised by Mon 11 May, nothing written')
  })
})

describe('a flag', () => {
  const open = { decision: null, endedAt: null, snoozedUntil: null }
  it('is open while its cause holds, nobody decided and it does not rest', () => {
    expect(flagState(open, now)).toBe('open')
    expect(flagState({ ...open, endedAt: now + 1 }, now)).toBe('open')
    expect(flagState({ ...open, snoozedUntil: now }, now)).toBe('open')
  })
  it('is what was decided first, then ended, then at rest', () => {
    expect(flagState({ ...open, endedAt: now, decision: 'done', snoozedUntil: now + 1 }, now)).toBe('done')
    expect(flagState({ ...open, endedAt: now, snoozedUntil: now + 1 }, now)).toBe('ended')
    expect(flagState({ ...open, snoozedUntil: now + 1 }, now)).toBe('snoozed')
  })
})
