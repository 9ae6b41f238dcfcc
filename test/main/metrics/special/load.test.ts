/** How much agents have in hand, each figure worked out by hand. Times are of 11 May 2026, in UTC. */
import { describe, expect, it } from 'vitest'
import { at } from '../timelines.ts'
import type { World } from './grounds.ts'
import { explain, figure, figures, spans } from './grounds.ts'

const minutes = (count: number) => count * 60

// a1 has 1 from 09:00 to 09:10 and 2 from 09:04 to 09:06; a2 takes 1 over at 09:10 and has it until 09:20.
const twoAtOnce: World = {
  rows: {
    spans: spans(
      `09:00 1 a1 engaged waiting until 09:10
       09:04 2 a1 engaged waiting until 09:06
       09:06 2 a1 until 11:00
       09:10 1 a2 engaged waiting until 09:20
       09:20 1 nobody waiting until 09:30`,
    ),
  },
}

describe('engaged time', () => {
  it('counts what overlaps once, and agents together', () => {
    // a1: 09:00–09:10 = 10 min, the two minutes of 2 lie inside; a2: 10 min.
    expect(figure(twoAtOnce, 'engaged_time')).toEqual({ value: minutes(20) })
    expect(figures(twoAtOnce, 'engaged_time', ['agent'])).toEqual({
      a1: { value: minutes(10) },
      a2: { value: minutes(10) },
    })
  })
  it('is clipped to the period on both sides, over midnight too', () => {
    const world: World = { rows: { spans: spans('23:50 1 a1 engaged until +1d 00:30') } }
    expect(figure(world, 'engaged_time')).toEqual({ value: minutes(10) })
    const next = { ...world, scope: { from: at('+1d 00:00'), to: at('+1d 00:10') } }
    // Of the 30 minutes of Tuesday only the ten of the period.
    expect(figure(next, 'engaged_time')).toEqual({ value: minutes(10) })
    expect(figures({ ...world, scope: { to: at('+2d 00:00') } }, 'engaged_time', ['day'])).toEqual({
      '2026-05-11': { value: minutes(10) },
      '2026-05-12': { value: minutes(30) },
    })
  })
  it('is cut at the hours of the zone', () => {
    // Kathmandu is 5:45 ahead: 09:00–09:40 UTC is 14:45–15:25 there.
    const world: World = {
      rows: { spans: spans('09:00 1 a1 engaged until 09:40') },
      scope: { zone: 'Asia/Kathmandu' },
    }
    expect(figures(world, 'engaged_time', ['hour'])).toEqual({
      '14': { value: minutes(15) },
      '15': { value: minutes(25) },
    })
  })
  it('goes on until now, and not beyond', () => {
    const world: World = { rows: { spans: spans('09:00 1 a1 engaged waiting') }, now: '09:07' }
    expect(figure(world, 'engaged_time')).toEqual({ value: minutes(7) })
  })
  it('of nobody is nothing', () => {
    expect(figure({ rows: {} }, 'engaged_time')).toEqual({ value: 0 })
  })
  it('shows the conversations, with parts that add up', () => {
    const { figure: total, included, excluded } = explain(twoAtOnce, 'engaged_time')
    // Of a1's ten minutes 1 has 4 + 2/2 + 4 = 9 and 2 has 2/2 = 1.
    expect(included.map(({ conversation, agent, value }) => [conversation, agent, value])).toEqual([
      [1, 1, minutes(9)],
      [2, 1, minutes(1)],
      [1, 2, minutes(10)],
    ])
    expect(excluded).toEqual([])
    expect(total).toEqual({ value: minutes(20) })
  })
})

describe('handle time', () => {
  it('shares each minute among the conversations live at once', () => {
    // 9 min and 1 min of a1, 10 min of a2: mean 20/3, median 9.
    expect(figure(twoAtOnce, 'handle_time')).toMatchObject({
      count: 3,
      mean: minutes(20) / 3,
      median: minutes(9),
      p90: minutes(10),
      min: minutes(1),
      max: minutes(10),
    })
  })
  it('does not change with a filter that hides the other conversation', () => {
    const world: World = {
      ...twoAtOnce,
      conversations: { 2: { channel: 2 } },
      scope: { channels: ['c1'], agents: ['a1'] },
    }
    expect(figure(world, 'handle_time')).toMatchObject({ count: 1, mean: minutes(9) })
    // What overlaps only counts once, so the engaged time of the channel alone is the whole ten minutes.
    expect(figure(world, 'engaged_time')).toEqual({ value: minutes(10) })
  })
  it('along channels shares what is in all of them', () => {
    const world: World = { ...twoAtOnce, conversations: { 2: { channel: 2 } } }
    expect(figures(world, 'handle_time', ['channel'])).toMatchObject({
      c1: { count: 2, min: minutes(9), max: minutes(10) },
      c2: { count: 1, mean: minutes(1) },
    })
  })
  it('is cut at the hour, and shares there too', () => {
    const world: World = {
      rows: { spans: spans('08:50 1 a1 engaged until 09:10\n08:50 2 a1 engaged until 09:10') },
    }
    // Ten minutes of each hour, shared by two: 5 min each.
    expect(figures(world, 'handle_time', ['hour'])).toMatchObject({
      '08': { count: 2, mean: minutes(5) },
      '09': { count: 2, mean: minutes(5) },
    })
  })
})

describe('concurrency', () => {
  it('is all spans over their union', () => {
    // a1: (10 + 2) / 10; a2: 10 / 10; both: 22 / 20.
    expect(figures(twoAtOnce, 'concurrency', ['agent'])).toEqual({
      a1: { value: 1.2, of: 2 },
      a2: { value: 1, of: 1 },
    })
    expect(figure(twoAtOnce, 'concurrency')).toEqual({ value: 1.1, of: 3 })
  })
  it('of nobody engaged is unknown', () => {
    expect(figure({ rows: {} }, 'concurrency')).toEqual({ value: null, of: 0 })
  })
})

describe('occupancy', () => {
  const online = (agent: number, from: string, to: string, state: 'online' | 'busy' | 'away' = 'online') => ({
    agent,
    from: at(from),
    to: at(to),
    state,
  })
  const recorded: World = {
    ...twoAtOnce,
    side: {
      presence: () => [
        online(1, '08:00', '09:05'),
        online(1, '09:05', '09:08', 'away'),
        online(1, '09:08', '09:40', 'busy'),
        online(2, '09:00', '09:40'),
      ],
    },
  }
  it('is engaged time while online over time online', () => {
    // a1: online 65 + 32 = 97 min, engaged there 09:00–09:05 and 09:08–09:10 = 7; a2: 40 min, engaged 10.
    expect(figures(recorded, 'occupancy', ['agent'])).toEqual({
      a1: { value: 7 / 97, of: minutes(97) },
      a2: { value: 10 / 40, of: minutes(40) },
    })
    expect(figure(recorded, 'occupancy')).toEqual({ value: 17 / 137, of: minutes(137) })
  })
  it('along channels is of the same time online', () => {
    const world: World = { ...recorded, conversations: { 2: { channel: 2 } } }
    expect(figures(world, 'occupancy', ['channel'])).toEqual({
      c1: { value: 17 / 137, of: minutes(137) },
      // 2 is engaged 09:04–09:06, of which a1 was online for a minute.
      c2: { value: 1 / 137, of: minutes(137) },
    })
  })
  it('without presence is estimated from the first to the last thing done that day', () => {
    const sent = 2 | 256
    const world: World = {
      ...twoAtOnce,
      rows: {
        ...twoAtOnce.rows,
        messages: [
          { at: '08:50', conversation: 9, agent: 1, bits: sent },
          { at: '09:20', conversation: 9, agent: 1, bits: sent },
          // A message of the contact is nobody's action.
          { at: '20:00', conversation: 9, agent: 1, bits: 1 },
        ],
        closes: [{ at: '09:40', conversation: 1, agent: 2, other: 1 }],
      },
    }
    // a1 from 08:50 to the close at 09:40 = 50 min, engaged 10. Nothing was done by a2.
    expect(figures(world, 'occupancy', ['agent'])).toEqual({
      a1: { value: 10 / 50, of: minutes(50), estimated: true },
      a2: { value: null, of: 0 },
    })
    expect(figure(world, 'occupancy')).toEqual({ value: 10 / 50, of: minutes(50), estimated: true })
  })
  it('is null where nobody was there', () => {
    expect(figure({ rows: {} }, 'occupancy')).toEqual({ value: null, of: 0 })
  })
})

describe('utilization', () => {
  it('is engaged time within shifts over shifts', () => {
    const world: World = {
      ...twoAtOnce,
      side: { shifts: () => [{ agent: 1, from: at('09:05'), to: at('09:25') }] },
    }
    // 09:05–09:10 of the shift of 20 minutes; a2 has no shift and did nothing.
    expect(figure(world, 'utilization')).toEqual({ value: 5 / 20, of: minutes(20) })
  })
  it('counts hours in which nothing was done', () => {
    const world: World = {
      ...twoAtOnce,
      side: { shifts: () => [{ agent: 1, from: at('09:00'), to: at('11:00') }] },
    }
    expect(figures(world, 'utilization', ['hour'])).toEqual({
      '09': { value: 10 / 60, of: 3600 },
      '10': { value: 0, of: 3600 },
    })
  })
})
