import { defaultFlagRules } from '../../../src/shared/flags.ts'
import { describe, expect, it } from 'vitest'
import type { FlagRules } from '../../../src/shared/flags.ts'
import { allFlags, at, factsOf, noFlags } from '../metrics/timelines.ts'

function flags(text: string, rules: Partial<FlagRules>) {
  return factsOf(text, { ...noFlags, ...rules }).flags
}

const opening = '09:00 opened by contact\n09:00 in\n'

describe('unresolved', () => {
  const unresolved = (text: string) =>
    flags(text, { unresolved: { ...defaultFlagRules.unresolved, threshold: 300 } })

  it('is known ahead, while the customer waits', () => {
    expect(unresolved(`${opening}08:50 assigned 1 team 2`)).toEqual([
      {
        id: `unresolved:v1:${at('09:00')}`,
        rule: 'unresolved',
        severity: 'danger',
        agent: 1,
        team: 2,
        from: at('09:00'),
        raisedAt: at('09:05'),
        endedAt: null,
        seconds: null,
        target: 300,
        code: null,
        text: null,
        message: 'm1.001',
        messages: ['m1.001'],
      },
    ])
  })
  it('ends with the reply or the close, and belongs to who had it when it was raised', () => {
    expect(unresolved(`${opening}09:01 assigned 1\n09:06 assigned 2\n09:10 out by agent 2`)).toMatchObject([
      { agent: 1, endedAt: at('09:10'), seconds: 600 },
    ])
    expect(unresolved(`${opening}09:10 closed`)).toMatchObject([{ endedAt: at('09:10') }])
  })
  it('is not raised when the wait ended sooner; at the very limit it is', () => {
    expect(unresolved(`${opening}09:04:59 out by agent 1`)).toEqual([])
    expect(unresolved(`${opening}09:05 out by agent 1`)).toHaveLength(1)
  })
  it('leaves the bot its time: it runs from the hand-off', () => {
    expect(unresolved(`${opening}09:01 out by bot`)).toEqual([])
    expect(unresolved(`${opening}09:01 out by bot\n09:20 bot_handoff`)).toMatchObject([
      { raisedAt: at('09:25'), endedAt: null },
    ])
  })
  it('is raised once a wait', () => {
    const text = `${opening}09:10 out by agent 1\n09:20 in\n09:40 in\n09:50 out by agent 1`
    expect(unresolved(text).map((flag) => flag.raisedAt)).toEqual([at('09:05'), at('09:25')])
  })
})

describe('first response', () => {
  const late = (text: string) =>
    flags(text, { first_response: { ...defaultFlagRules.first_response, threshold: 120 } })

  it('is raised when the limit passes and ends with the reply, which it is credited to', () => {
    expect(late(`${opening}09:01 assigned 1\n09:03 out by agent 2`)).toMatchObject([
      {
        id: `first_response:v1:${at('09:00')}`,
        severity: 'warning',
        agent: 2,
        raisedAt: at('09:02'),
        endedAt: at('09:03'),
        seconds: 180,
        target: 120,
      },
    ])
    expect(late(opening)).toMatchObject([{ agent: -1, raisedAt: at('09:02'), endedAt: null }])
  })
  it('is not raised by a reply in time, an early close, a bot, or an episode of ours', () => {
    expect(late(`${opening}09:02 out by agent 1`)).toEqual([])
    expect(late(`${opening}09:01 closed`)).toEqual([])
    expect(late(`${opening}09:01 out by bot\n09:30 closed`)).toEqual([])
    expect(late('09:00 opened by agent 1\n09:00 out by agent 1')).toEqual([])
  })
  it('is raised for every episode', () => {
    expect(late(`${opening}09:30 closed\n10:00 in\n10:30 closed`)).toHaveLength(2)
  })
})

describe('a failed message', () => {
  const failed = (text: string) => flags(text, { message_failed: defaultFlagRules.message_failed })

  it('is flagged with its code until a person’s next message gets through', () => {
    const text = `${opening}09:01 out by agent 1 failed 131047\n`
    expect(failed(text)).toMatchObject([
      {
        id: 'message_failed:v1:m1.002',
        agent: 1,
        raisedAt: at('09:01:01'),
        endedAt: null,
        code: 131047,
        message: 'm1.002',
      },
    ])
    const ended = (more: string) => failed(text + more)[0]!.endedAt
    expect(ended('09:02 out by agent 2 delivered')).toBe(at('09:02'))
    expect(ended('09:02 out by app')).toBe(at('09:02'))
    // A bot's message settles nothing, nor one of which only the sending is known.
    expect(ended('09:02 out by bot delivered\n09:03 out by agent 1 sent')).toBeNull()
    expect(ended('09:05 closed')).toBe(at('09:05'))
  })
  it('each failure has its own; the one before does not settle the next', () => {
    expect(
      failed(`${opening}09:01 out by bot failed\n09:02 out by agent 1 failed\n09:03 closed`),
    ).toMatchObject([
      { agent: -1, code: null, endedAt: at('09:03') },
      { agent: 1, endedAt: at('09:03') },
    ])
  })
})

describe('a mention', () => {
  it('flags everyone named, once, until the close', () => {
    const mentioned = (more: string) =>
      flags(`${opening}09:01 comment by agent 1 mentions 2 3 2\n${more}`, {
        mentioned: defaultFlagRules.mentioned,
      })
    expect(mentioned('')).toMatchObject([
      { id: 'mentioned:v1:n1:0', agent: 2, raisedAt: at('09:01'), endedAt: null, text: 'please look' },
      { id: 'mentioned:v1:n1:1', agent: 3 },
    ])
    expect(mentioned('09:30 closed')).toMatchObject([{ endedAt: at('09:30') }, { endedAt: at('09:30') }])
  })
})

it('rules switched off raise nothing, and flags come in the order they are raised', () => {
  const text = `${opening}09:01 out by bot failed\n09:02 comment by agent 1 mentions 2\n09:03 bot_handoff`
  expect(flags(text, {})).toEqual([])
  expect(factsOf(text, allFlags).flags.map((flag) => flag.rule)).toEqual([
    'message_failed',
    'first_response',
    'mentioned',
    'waiting',
    'unresolved',
  ])
})
