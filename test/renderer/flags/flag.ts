/** A flag of a customer who waits, to be changed as a test needs it. */
import type { Flag } from '../../../src/shared/flags.ts'

export function flag(change: Partial<Flag> = {}): Flag {
  return {
    id: 'unresolved:c1:1000',
    rule: 'unresolved',
    severity: 'danger',
    madeBy: 'rule',
    subject: { kind: 'conversation', id: 'c1', name: 'Ana' },
    conversation: 'c1',
    contact: { id: 'k1', name: 'Ana' },
    agent: 'a1',
    from: 1_000_000,
    raisedAt: 1_300_000,
    endedAt: null,
    seconds: 2820,
    target: 300,
    code: null,
    text: null,
    message: null,
    messages: [],
    late: false,
    owner: null,
    snoozedUntil: null,
    decision: null,
    reason: null,
    ...change,
  }
}
