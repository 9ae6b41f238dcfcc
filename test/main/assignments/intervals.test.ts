import { describe, expect, it } from 'vitest'
import { heldIntervals } from '../../../src/main/assignments/intervals.ts'
import { at, factsOf } from '../metrics/timelines.ts'

const clock = (ms: number) => new Date(ms).toISOString().slice(11, 16)

/** `from–to agent source ended`; `~earliest` where it may have begun before. */
function told(text: string): readonly string[] {
  return heldIntervals(factsOf(text)).map(({ agent, team, from, earliest, to, source, endedBy }) =>
    [
      `${earliest === from ? '' : `~${clock(earliest)} `}${clock(from)}-${to === null ? '' : clock(to)}`,
      agent < 0 ? 'nobody' : agent,
      ...(team < 0 ? [] : [`team ${team}`]),
      source,
      ...(endedBy === null ? [] : [endedBy]),
    ].join(' '),
  )
}

describe('intervals', () => {
  it('follow what is stated, with the gaps in which nobody had it', () => {
    expect(
      told(`
      09:00 opened by contact
      09:05 assigned 1
      09:20 assigned 2
      09:30 assigned nobody
      09:40 assigned 1
      10:00 closed`),
    ).toEqual([
      '09:00-09:05 nobody inferred passed_on',
      '09:05-09:20 1 stated passed_on',
      '09:20-09:30 2 stated unassigned',
      '09:30-09:40 nobody stated passed_on',
      '09:40-10:00 1 stated closed',
    ])
  })
  it('say how early a change that was only noticed may have happened', () => {
    expect(told('09:00 opened by contact\n09:30 assigned 1 noticed after 09:10')).toEqual([
      '09:00-09:30 nobody inferred passed_on',
      '~09:10 09:30- 1 diffed',
    ])
    // Not before the change before it, nor before the opening, and with no look known not after either.
    expect(
      told('09:00 opened by contact\n09:20 assigned 1\n09:30 assigned 2 noticed after 09:10').at(-1),
    ).toBe('~09:20 09:30- 2 diffed')
    expect(told('09:00 opened by contact\n09:30 assigned 1 noticed after 08:00').at(-1)).toBe(
      '~09:00 09:30- 1 diffed',
    )
    expect(told('09:00 opened by contact\n09:20 assigned 1\n09:30 assigned 2 noticed').at(-1)).toBe(
      '~09:20 09:30- 2 diffed',
    )
  })
  it('drop what was noticed where the source states the same after the last look', () => {
    const noticed = '09:00 opened by contact\n09:30 assigned 1 noticed after 09:10'
    expect(told(`${noticed}\n09:12 assigned 1`)).toEqual([
      '09:00-09:12 nobody inferred passed_on',
      '09:12- 1 stated',
    ])
    // At the very look it was not so yet: what happened then was undone before it was noticed again.
    expect(told(`${noticed}\n09:10 assigned 1\n09:20 assigned 2`)).toEqual([
      '09:00-09:10 nobody inferred passed_on',
      '09:10-09:20 1 stated passed_on',
      '09:20-09:30 2 stated passed_on',
      '~09:20 09:30- 1 diffed',
    ])
    // At the moment of the look itself what is stated is taken.
    for (const other of [0, 2])
      expect(told(`${noticed}\n09:30 assigned ${other}`)).toEqual([
        '09:00-09:30 nobody inferred passed_on',
        `09:30- ${other} stated`,
      ])
  })
  it('take two looks that notice the same change as one', () => {
    expect(
      told(
        '09:00 opened by contact\n09:30 assigned 1 noticed after 09:10\n09:40 assigned 1 from 2 noticed after 09:20',
      ),
    ).toEqual(['09:00-09:30 nobody inferred passed_on', '~09:10 09:30- 1 diffed'])
    // The looks lie in the wrong order, so nothing is known of when it was not so.
    expect(
      told('09:00 opened by contact\n09:10 assigned 1\n09:30 assigned 1 from 2 noticed after 09:50'),
    ).toEqual(['09:00-09:10 nobody inferred passed_on', '09:10- 1 stated'])
  })

  describe('that are inferred', () => {
    it('begin with a reply while nobody is known to have it, and end with the next change or the close', () => {
      expect(
        told(`
        09:00 opened by contact
        09:00 in
        09:10 out by agent 1
        09:20 out by agent 2
        09:30 assigned 3
        09:40 out by agent 1
        09:50 assigned nobody
        09:55 out by agent 1
        10:00 closed
        11:00 in
        11:05 out by agent 2`),
      ).toEqual([
        '09:00-09:10 nobody inferred passed_on',
        '09:10-09:20 1 inferred passed_on',
        '09:20-09:30 2 inferred passed_on',
        '09:30-09:50 3 stated unassigned',
        // Said to be nobody's: that a colleague writes does not make it theirs.
        '09:50-10:00 nobody stated closed',
        '11:00-11:05 nobody stated passed_on',
        '11:05- 2 inferred',
      ])
    })
    it('become known as soon as somebody says so, and never take the place of what is known', () => {
      expect(told('09:00 opened by contact\n09:00 out by agent 1\n09:10 assigned 1')).toEqual([
        '09:00-09:10 1 inferred',
        '09:10- 1 stated',
      ])
      expect(told('09:00 opened by contact\n09:00 assigned 1\n09:10 assigned 2 inferred')).toEqual([
        '09:00- 1 stated',
      ])
      expect(told('09:00 opened by contact\n09:10 assigned 2 inferred team 4')).toEqual([
        '09:00-09:10 nobody inferred passed_on',
        '09:10- 2 team 4 inferred',
      ])
    })
    it('are not taken from bots, from the phone, or from campaigns', () => {
      expect(
        told('09:00 opened by contact\n09:10 out by bot\n09:20 out by app\n09:30 out by campaign'),
      ).toEqual(['09:00- nobody inferred'])
    })
    it('reach back to the opening for whom the first change of all says had it before', () => {
      expect(told('09:00 opened by contact\n09:30 assigned 2 from 1')).toEqual([
        '09:00-09:30 1 inferred passed_on',
        '09:30- 2 stated',
      ])
      expect(
        told('09:00 opened by contact\n09:10 out by agent 3\n09:30 assigned 2 from 1').slice(0, 2),
      ).toEqual(['09:00-09:10 nobody inferred passed_on', '09:10-09:30 3 inferred passed_on'])
    })
  })

  describe('of what cannot be', () => {
    it('keep the holder known, whoever a later change says had it before', () => {
      expect(told('09:00 opened by contact\n09:00 assigned 1\n09:30 assigned 3 from 2')).toEqual([
        '09:00-09:30 1 stated passed_on',
        '09:30- 3 stated',
      ])
    })
    it('take contradictory statements of one instant in the order that fits', () => {
      expect(
        told(`
        09:00 opened by contact
        09:00 assigned 1
        09:30 assigned 3 from 2
        09:30 assigned 2 from 1`),
      ).toEqual(['09:00-09:30 1 stated passed_on', '09:30- 3 stated'])
    })
    it('begin with the opening what was assigned before it, and with the reopening what was after the close', () => {
      expect(
        told('08:50 assigned 1\n09:00 opened by contact\n09:30 closed\n09:40 assigned 2\n10:00 in'),
      ).toEqual(['09:00-09:30 1 stated closed', '10:00- 2 stated'])
    })
    it('leave nothing of what lasted for no time', () => {
      expect(
        told('09:00 opened by contact\n09:00 assigned 1\n09:10 assigned 2\n09:10 assigned 1 from 2'),
      ).toEqual(['09:00- 1 stated'])
      expect(told('09:00 opened by contact\n09:00 in\n09:00 closed')).toEqual([])
    })
  })

  it('go on with the agent when only the team changes', () => {
    expect(told('09:00 opened by contact\n09:00 assigned 1 team 5\n09:30 assigned 1 team 6')).toEqual([
      '09:00-09:30 1 team 5 stated',
      '09:30- 1 team 6 stated',
    ])
  })
  it('count a look that is not before its change as none', () => {
    const [, interval] = heldIntervals(
      factsOf('09:00 opened by contact\n09:30 assigned 1 noticed after 09:30'),
    )
    expect(interval).toMatchObject({ from: at('09:30'), earliest: at('09:00') })
  })
})
