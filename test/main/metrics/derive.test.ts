import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import { rowsOf } from '../../../src/main/metrics/rows.ts'
import { at, factSettings, factsOf, noFlags, timelineOf } from './timelines.ts'

/** First-response seconds of each episode, or why there is none. */
function firstResponses(text: string) {
  return factsOf(text).episodes.map((episode) =>
    episode.firstReplyAt === null
      ? episode.noFirstResponse
      : (episode.firstReplyAt - (episode.clockAt ?? 0)) / 1000,
  )
}

/** Waits as `first|next from-to ending`. */
function waits(text: string) {
  return factsOf(text).waits.map(
    ({ first, from, to, endedBy }) =>
      `${first ? 'first' : 'next'} ${(from - at('00:00')) / 1000}-${to === null ? '' : (to - at('00:00')) / 1000} ${endedBy}`,
  )
}

function starts(text: string) {
  return factsOf(text).episodes.map(({ startedAt, openedBy }) => [startedAt, openedBy])
}

describe('episodes', () => {
  it('begin with the opening and end with the close', () => {
    const [episode] = factsOf(`
      09:00 opened by contact
      09:00 in
      09:05 assigned 1 team 2
      09:10 out by agent 1
      09:20 closed by agent 3`).episodes
    expect(episode).toMatchObject({
      startedAt: at('09:00'),
      clockAt: at('09:00'),
      firstReplyAt: at('09:10'),
      firstReplyAgent: 1,
      firstAssignedAt: at('09:05'),
      firstAssignedAgent: 1,
      closedAt: at('09:20'),
      closedByType: 'agent',
      closedByAgent: 3,
      agentAtClose: 1,
      teamAtClose: 2,
      assignedAtStart: -1,
      noFirstResponse: null,
    })
  })

  it('an inbound message in a closed conversation reopens it at its own time', () => {
    expect(
      starts(`
      09:00 opened by contact
      09:10 closed
      10:00 in`),
    ).toEqual([
      [at('09:00'), 'contact'],
      [at('10:00'), 'contact'],
    ])
  })

  it('a reopening within 60 s of the message is that message’s own, 61 s later it is not', () => {
    const told = (second: string) => `
      09:00 opened by contact
      09:10 closed
      10:00:00 in
      ${second} reopened by system
      10:05:00 out by agent 1`
    expect(starts(told('10:01:00'))).toEqual([
      [at('09:00'), 'contact'],
      [at('10:01'), 'contact'],
    ])
    // The message starts no wait of its own: the customer waits from the reopening.
    expect(firstResponses(told('10:01:00'))).toEqual(['no_inbound', 240])
    expect(waits(told('10:01:00'))).toEqual(['first 36060-36300 reply'])
    expect(starts(told('10:01:01'))).toEqual([
      [at('09:00'), 'contact'],
      [at('10:00'), 'contact'],
    ])
    expect(waits(told('10:01:01'))).toEqual(['first 36000-36300 reply'])
  })

  it('closing what is closed and reopening what is open change nothing', () => {
    const facts = factsOf(`
      09:00 opened by contact
      09:00 in
      09:05 reopened by agent 2
      09:10 closed by agent 1
      09:30 closed by agent 2`)
    expect(facts.episodes).toHaveLength(1)
    expect(facts.episodes[0]).toMatchObject({ closedAt: at('09:10'), closedByAgent: 1, openedBy: 'contact' })
  })

  it('begin with the first thing known where nobody states the opening', () => {
    expect(starts('09:00 in')).toEqual([[at('09:00'), 'contact']])
    expect(starts('09:00 out by campaign template')).toEqual([[at('09:00'), 'campaign']])
    expect(starts('09:00 out by app')).toEqual([[at('09:00'), 'agent']])
    expect(starts('09:00 closed')).toEqual([])
  })

  it('a message after the close and of us opens nothing and is no reply', () => {
    expect(
      firstResponses(`
      09:00 opened by contact
      09:00 in
      09:10 closed
      09:11 out by agent 1`),
    ).toEqual(['closed_without_reply'])
  })
})

describe('the first response', () => {
  it('counts from the first inbound message in episodes of ours', () => {
    for (const opener of ['agent', 'campaign', 'automation', 'api'])
      expect(
        firstResponses(`
        09:00 opened by ${opener}
        09:00 out by agent 1
        09:30 in
        09:31 out by agent 1`),
      ).toEqual([60])
  })

  it('is none in an episode of ours nobody answered', () => {
    expect(firstResponses('09:00 opened by agent 1\n09:00 out by agent 1')).toEqual(['agent_opened'])
    expect(firstResponses('09:00 opened by campaign\n09:00 out by campaign')).toEqual(['campaign'])
    expect(firstResponses('09:00 opened by api')).toEqual(['no_inbound'])
  })

  it('is by a person: no bot, no automation, no campaign, no unknown author; the phone app is one', () => {
    for (const author of ['bot', 'automation', 'campaign', 'unknown', 'system'])
      expect(
        firstResponses(`
        09:00 opened by contact
        09:00 in
        09:01 out by ${author}
        09:03 out by agent 1`),
      ).toEqual([180])
    const facts = factsOf('09:00 opened by contact\n09:00 in\n09:01 out by app')
    expect(facts.episodes[0]).toMatchObject({ firstReplyAt: at('09:01'), firstReplyAgent: -1 })
  })

  it('is no reaction, edit, revoke, system line or internal message', () => {
    expect(
      firstResponses(`
      09:00 opened by contact
      09:00 in
      09:01 out by agent 1 reaction
      09:02 out by agent 1 edit
      09:03 out by agent 1 revoke
      09:04 out by agent 1 system
      09:05 internal by agent 1
      09:06 out by agent 1`),
    ).toEqual([360])
  })

  it('says why there is none', () => {
    const opening = '09:00 opened by contact\n09:00 in\n'
    expect(firstResponses(opening)).toEqual(['no_reply_yet'])
    expect(firstResponses(`${opening}09:10 closed`)).toEqual(['closed_without_reply'])
    expect(firstResponses(`${opening}09:01 out by bot\n09:10 closed`)).toEqual(['bot'])
    expect(firstResponses(`${opening}09:01 out by bot\n09:02 bot_handoff\n09:10 closed`)).toEqual([
      'closed_without_reply',
    ])
    expect(firstResponses('09:00 opened by contact')).toEqual(['no_inbound'])
  })

  it('goes by the sender, whoever is assigned', () => {
    const facts = factsOf(`
      09:00 opened by contact
      09:00 in
      09:00 assigned 1
      09:01 out by agent 2`)
    expect(facts.episodes[0]!.firstReplyAgent).toBe(2)
    expect(facts.waits[0]).toMatchObject({ agent: 2, assigned: 1 })
  })
})

describe('waits', () => {
  it('are counted once, from the first unanswered message to the reply', () => {
    expect(
      waits(`
      00:00:00 opened by contact
      00:00:10 in
      00:00:20 in
      00:01:00 out by agent 1
      00:01:10 out by agent 1
      00:02:00 in
      00:02:30 out by bot
      00:03:00 out by agent 2
      00:04:00 in
      00:05:00 closed
      00:06:00 out by agent 1
      00:07:00 in`),
    ).toEqual(['first 10-60 reply', 'next 120-180 reply', 'next 240-300 close', 'first 420- null'])
  })

  it('take events of one instant in order: inbound, outbound, closed', () => {
    const facts = factsOf(`
      09:00 opened by contact
      09:05 closed by agent 1
      09:05 out by agent 1
      09:05 in
      09:05 assigned 4
      09:05 rated 5`)
    expect(facts.episodes).toHaveLength(1)
    expect(facts.waits).toEqual([
      expect.objectContaining({ from: at('09:05'), to: at('09:05'), endedBy: 'reply' }),
    ])
    expect(facts.ratings[0]!.agent).toBe(4)
    expect(facts.episodes[0]!.agentAtClose).toBe(4)
  })
})

describe('waiting for a person, in the live views', () => {
  const since = (text: string) => factsOf(text).head.waitingSince
  const opening = '09:00 opened by contact\n09:00 in\n'

  it('starts with the first message where there is no bot', () => {
    expect(since(`${opening}09:05 in`)).toBe(at('09:00'))
    expect(since(`${opening}09:05 out by automation`)).toBe(at('09:00'))
  })
  it('does not run while a bot has the conversation, and starts at the hand-off', () => {
    expect(since(`${opening}09:01 out by bot`)).toBeNull()
    expect(since(`${opening}09:01 out by bot\n09:02 in`)).toBeNull()
    expect(since(`${opening}09:01 out by bot\n09:02 in\n09:04 bot_handoff`)).toBe(at('09:04'))
    expect(since(`${opening}09:01 out by bot\n09:02 in\n09:04 assigned 1`)).toBe(at('09:04'))
  })
  it('does not start while the bot was there first', () => {
    expect(since('09:00 opened by contact\n09:00 out by bot\n09:01 in')).toBeNull()
    expect(since('09:00 opened by bot\n09:01 in')).toBeNull()
    expect(since('09:00 opened by bot\n09:01 in\n09:02 bot_handoff')).toBe(at('09:02'))
  })
  it('goes on over what a bot says once a person was asked for', () => {
    expect(since(`${opening}09:04 bot_handoff\n09:05 out by bot`)).toBe(at('09:00'))
    expect(since(`${opening}09:04 out by agent 1\n09:05 in\n09:06 out by bot`)).toBe(at('09:05'))
  })
  it('ends with the reply and with the close', () => {
    expect(since(`${opening}09:04 out by app`)).toBeNull()
    expect(since(`${opening}09:04 closed`)).toBeNull()
  })
  it('leaves response times alone: they count from the start', () => {
    expect(firstResponses(`${opening}09:01 out by bot\n09:04 bot_handoff\n09:06 out by agent 1`)).toEqual([
      360,
    ])
  })
})

describe('assignments', () => {
  it('say who had it before, also where the record does not', () => {
    expect(
      factsOf(`
      09:00 opened by contact
      09:01 assigned 1 team 7
      09:02 assigned 2
      09:03 assigned nobody`).assignments,
    ).toMatchObject([
      { at: at('09:01'), from: -1, to: 1, team: 7 },
      { at: at('09:02'), from: 1, to: 2, team: 7 },
      { at: at('09:03'), from: 2, to: -1, team: -1 },
    ])
  })

  it('of one instant follow each other, whatever order they came in', () => {
    const facts = factsOf(`
      09:00 opened by contact
      09:01 assigned 2
      09:05 assigned 1
      09:05 assigned nobody from 2`)
    expect(facts.assignments.map(({ from, to }) => [from, to])).toEqual([
      [-1, 2],
      [2, -1],
      [-1, 1],
    ])
    expect(facts.head.agent).toBe(1)
  })

  it('hold from their moment on, before what else happens in it', () => {
    const facts = factsOf(`
      09:00 opened by contact
      09:00 assigned 1
      09:00 in
      09:05 assigned 2
      09:05 surveyed
      09:05 rated 4`)
    expect(facts.messages[0]!.assigned).toBe(1)
    expect(facts.ratings[0]!.agent).toBe(2)
    expect(facts.surveys[0]!.agent).toBe(2)
    // The opening itself comes first: nobody was assigned yet.
    expect(facts.episodes[0]!.assignedAtStart).toBe(-1)
  })
})

describe('messages', () => {
  const status = (words: string) =>
    factsOf(`09:00 opened by agent 1\n09:00 out by agent 1 ${words}`).messages[0]

  it('reach what their statuses say; read implies delivered', () => {
    expect(status('')).toMatchObject({ tracked: false, delivered: false, read: false, failed: false })
    expect(status('sent')).toMatchObject({ tracked: true, delivered: false })
    expect(status('sent delivered')).toMatchObject({ delivered: true, read: false })
    expect(status('read')).toMatchObject({ tracked: true, delivered: true, read: true })
    expect(status('played')).toMatchObject({ delivered: true, read: true })
    expect(status('failed 131047')).toMatchObject({ failed: true, errorCode: 131047, delivered: false })
    // Both at one instant: a failure stands only where nothing higher came with it or later.
    expect(status('failed 131047 read')).toMatchObject({ failed: false, errorCode: -1, read: true })
  })

  it('fall into the window up to 24 h after the last inbound message, 72 h after an ad', () => {
    const windows = (text: string, lastInboundBefore: number | null = null) =>
      factsOf(text, undefined, { lastInboundBefore })
        .messages.filter((message) => message.direction === 'out')
        .map((message) => message.inWindow)
    expect(windows('09:00 in\n+1d 09:00 out by agent 1\n+1d 09:00:01 out by agent 1')).toEqual([true, false])
    expect(windows('09:00 in ad\n+3d 09:00 out by agent 1\n+3d 09:00:01 out by agent 1')).toEqual([
      true,
      false,
    ])
    expect(windows('09:00 out by campaign')).toEqual([false])
    expect(windows('09:00 out by campaign', at('00:00'))).toEqual([true])
    expect(windows('09:00 in reaction\n09:01 out by agent 1')).toEqual([false])
    expect(windows('09:00 in\n09:01 out by app')).toEqual([null])
  })
})

describe('the head', () => {
  it('shows what the list needs', () => {
    expect(
      factsOf(`
      09:00 opened by contact
      09:00 in
      09:01 out by agent 1
      09:10 closed category 3
      10:00 in
      10:05 assigned 2
      10:06 snoozed`).head,
    ).toEqual({
      state: 'snoozed',
      startedAt: at('09:00'),
      lastAt: at('10:06'),
      lastMessage: 2 ** 20 + 3,
      agent: 2,
      team: -1,
      category: 3,
      waitingSince: at('10:00'),
      firstResponse: 60,
      resolution: 600,
      messages: 3,
    })
  })
  it('a message wakes a snoozed conversation, not a pending one', () => {
    const state = (text: string) => factsOf(`09:00 opened by contact\n${text}`).head.state
    expect(state('09:01 snoozed')).toBe('snoozed')
    expect(state('09:01 snoozed\n09:02 in')).toBe('open')
    expect(state('09:01 pending\n09:02 in')).toBe('pending')
    expect(state('09:01 closed\n09:02 pending')).toBe('closed')
  })
})

describe('neglect', () => {
  const opening = '09:00 opened by contact\n09:00 in\n'
  const neglect = (text: string) =>
    factsOf(text).episodes.map((episode) =>
      episode.neglect === null ? null : [episode.neglect.from, episode.neglect.at],
    )

  it('is a wait for a person that the close cut off', () => {
    expect(neglect(`${opening}09:01 in\n09:10 closed`)).toEqual([[at('09:00'), at('09:10')]])
    expect(neglect(`${opening}09:05 out by agent 1\n09:06 in\n09:10 closed`)).toEqual([
      [at('09:06'), at('09:10')],
    ])
    expect(neglect(`${opening}09:05 out by agent 1\n09:10 closed`)).toEqual([null])
  })
  it('or that 24 h went by without a word; it is known ahead', () => {
    expect(neglect(`${opening}10:00 in`)).toEqual([[at('09:00'), at('+1d 10:00')]])
    expect(neglect(`${opening}10:00 in\n+1d 10:00 in\n+1d 11:00 out by agent 1`)).toEqual([null])
    expect(neglect(`${opening}10:00 in\n+1d 10:00:00.001 in\n+1d 11:00 out by agent 1`)).toEqual([
      [at('09:00'), at('+1d 10:00')],
    ])
    // The close comes before the day is over.
    expect(neglect(`${opening}20:00 closed`)).toEqual([[at('09:00'), at('20:00')]])
  })
  it('counts from the hand-off where a bot had it', () => {
    expect(neglect(`${opening}09:01 out by bot\n12:00 bot_handoff`)).toEqual([[at('12:00'), at('+1d 12:00')]])
    expect(neglect(`${opening}09:01 out by bot`)).toEqual([null])
  })
  it('is an episode’s first', () => {
    expect(neglect(`${opening}+2d 09:00 out by agent 1\n+2d 10:00 in\n+2d 11:00 closed`)).toEqual([
      [at('09:00'), at('+1d 09:00')],
    ])
  })
  it('is each episode’s own', () => {
    expect(neglect(`${opening}09:10 closed\n10:00 in\n10:05 out by app\n10:10 closed`)).toEqual([
      [at('09:00'), at('09:10')],
      null,
    ])
  })
})

describe('rests', () => {
  const rests = (text: string) =>
    factsOf(`09:00 opened by contact\n${text}`).episodes.map((episode) => episode.rests)

  it('last from pending or snoozed to what ends them', () => {
    expect(rests('09:10 pending\n09:20 reopened by agent 1\n09:30 snoozed\n09:40 in\n10:00 closed')).toEqual([
      [
        { from: at('09:10'), to: at('09:20') },
        { from: at('09:30'), to: at('09:40') },
      ],
    ])
    expect(rests('09:10 pending\n09:15 snoozed\n09:20 in\n10:00 closed')).toEqual([
      [{ from: at('09:10'), to: at('09:20') }],
    ])
  })
  it('end with the close, or go on', () => {
    expect(rests('09:10 pending\n10:00 closed\n11:00 in')).toEqual([
      [{ from: at('09:10'), to: at('10:00') }],
      [],
    ])
    expect(rests('09:10 snoozed')).toEqual([[{ from: at('09:10'), to: null }]])
    expect(rests('09:10 closed\n09:20 snoozed')).toEqual([[]])
  })
})

describe('moods', () => {
  const mood = (text: string) => factsOf(text).mood

  it('remember the message that decides, who had the conversation, and what settled it', () => {
    expect(
      mood(`
      09:00 opened by contact
      09:00 in neutral language 1
      09:01 assigned 1 team 2
      09:02 in negative language 3
      09:03 assigned 2
      09:04 in negative language 1
      09:05 out by agent 2
      09:10 in`),
    ).toEqual({
      at: at('09:02'),
      message: 2 ** 20 + 2,
      sentiment: 'negative',
      language: 3,
      agent: 1,
      team: 2,
      settledAt: at('09:05'),
    })
  })
  it('are unscored at the last message, in the last language known', () => {
    expect(mood('09:00 in language 3\n09:01 in')).toMatchObject({
      at: at('09:01'),
      sentiment: null,
      language: 3,
    })
    expect(mood('09:00 out by agent 1')).toBeNull()
    expect(mood('09:00 in reaction negative')).toBeNull()
  })
})

describe('the category', () => {
  it('is the stated one, else the topic', () => {
    const category = (text: string) => factsOf(text, noFlags, { topic: 7 }).category
    expect(category('09:00 in')).toBe(7)
    expect(category('09:00 in\n09:10 closed category 3')).toBe(3)
    expect(factsOf('09:00 in', noFlags, { topic: 7 }).head.category).toBe(7)
    expect(factsOf('09:00 in').category).toBe(-1)
  })
})

describe('episodes’ clocks', () => {
  it('know the first inbound message and the last hand-off before the reply', () => {
    expect(
      factsOf(`
      09:00 opened by contact
      09:01 in
      09:02 in
      09:03 bot_handoff
      09:04 bot_handoff
      09:05 out by agent 1
      09:06 bot_handoff`).episodes[0],
    ).toMatchObject({
      firstInboundAt: at('09:01'),
      handoffAt: at('09:04'),
      botTookPart: true,
      askedForPerson: true,
    })
  })
  it('begin with the reopening that a message announced', () => {
    const facts = factsOf(
      '09:00 opened by contact\n09:10 closed\n10:00:00 in\n10:00:30 reopened\n10:05 out by agent 1',
    )
    expect(facts.episodes[1]).toMatchObject({ firstInboundAt: at('10:00:30'), clockAt: at('10:00:30') })
  })
})

describe('waits', () => {
  it('know their last message', () => {
    const [first, next] = factsOf(
      '09:00 in\n09:05 in\n09:10 out by agent 1\n09:11 in\n09:12 in reaction',
    ).waits
    expect([first!.from, first!.last]).toEqual([at('09:00'), at('09:05')])
    expect([next!.from, next!.last]).toEqual([at('09:11'), at('09:11')])
  })
})

describe('long timelines', () => {
  // Quadratic, each of these would take minutes.
  const many = 50_000
  const clock = (index: number) => at('09:00') + index * 1000

  it('of many assignments in few instants', () => {
    const assignments = Array.from({ length: many }, (_, index) => ({
      at: clock(index >> 1),
      from: null,
      to: (index % 3) + 1,
      team: null,
      byType: 'system' as const,
      byAgent: null,
      source: 'stated' as const,
      notBefore: null,
      hash: index,
    }))
    const facts = deriveFacts({ ...timelineOf('09:00 opened by contact'), assignments }, factSettings())
    expect(facts.assignments).toHaveLength(many)
  })
  it('of campaigns nobody answers', () => {
    const [first] = timelineOf('09:00 out by campaign template 5').messages
    const messages = Array.from({ length: many }, (_, index) => ({ ...first!, k: index, at: clock(index) }))
    const facts = deriveFacts({ ...timelineOf(''), messages }, factSettings())
    let campaigns = 0
    rowsOf(facts, (stream) => (campaigns += stream === 'campaigns' ? 1 : 0))
    expect(campaigns).toBe(many)
  })
  it('of messages that wait for one reopening after the other', () => {
    const [first] = timelineOf('09:00 in').messages
    const messages = Array.from({ length: many }, (_, index) => ({ ...first!, k: index, at: clock(index) }))
    const events = Array.from({ length: many }, (_, index) => ({
      at: clock(index + 100_000),
      event: 'reopened' as const,
      byType: 'agent' as const,
      byAgent: 1,
      category: null,
    }))
    const facts = deriveFacts(
      {
        ...timelineOf('08:00 opened by contact\n08:30 closed'),
        messages,
        events: [...timelineOf('08:00 opened by contact\n08:30 closed').events, ...events],
      },
      factSettings(),
    )
    expect(facts.episodes).toHaveLength(2)
  })
})
