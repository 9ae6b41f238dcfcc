/** What is open and who waits at a moment, worked out by hand. */
import { describe, expect, it } from 'vitest'
import { at } from '../timelines.ts'
import { answerSpecials } from '../../../../src/main/metrics/special/catalogue.ts'
import type { World } from './grounds.ts'
import { explain, figure, figures, groundOf, spans } from './grounds.ts'

// 1 waits for nobody from 09:00, for a1 from 09:10, is answered at 09:30 and closed at 10:00.
// 2 is with a1 and answered since 09:20, still open; 3 waits for a2 since 09:50, after 5 min before the span.
const morning: World = {
  rows: {
    spans: spans(
      `09:00 1 nobody waiting until 09:10
       09:10 1 a1 engaged waiting waited 600 until 09:30
       09:30 1 a1 until 10:00
       09:20 2 a1
       09:50 3 a2 engaged waiting waited 300`,
    ),
  },
}
const ending = (time: string): World => ({ ...morning, scope: { to: at(time) } })

describe('the state', () => {
  it('is that of the end of the period', () => {
    // 09:05: 1 alone, with nobody. 09:55: all three. 10:30: 1 is closed.
    expect(figure(ending('09:05'), 'open_now')).toEqual({ value: 1 })
    expect(figure(ending('09:05'), 'unassigned_now')).toEqual({ value: 1 })
    expect(figure(ending('09:55'), 'open_now')).toEqual({ value: 3 })
    expect(figure(ending('09:55'), 'unassigned_now')).toEqual({ value: 0 })
    expect(figure(ending('10:30'), 'open_now')).toEqual({ value: 2 })
    expect(figure(ending('09:55'), 'waiting_now')).toEqual({ value: 1 })
  })
  it('is that of now while the period is not over', () => {
    expect(figure({ ...morning, now: '09:25' }, 'open_now')).toEqual({ value: 2 })
    // 1 has waited 10 min before the span and 15 in it.
    expect(figure({ ...morning, now: '09:25' }, 'longest_wait')).toEqual({ value: 25 * 60 })
  })
  it('does not see what happens at the very end, and sees what happened this moment', () => {
    // 09:20:00 belongs to the next period: 2 is not open yet.
    expect(figure(ending('09:20'), 'open_now')).toEqual({ value: 1 })
    expect(figure({ ...morning, now: '09:20' }, 'open_now')).toEqual({ value: 2 })
    // Closed at 10:00: still open at the end of the hour before, no longer now.
    expect(figure(ending('10:00'), 'open_now')).toEqual({ value: 3 })
    expect(figure({ ...morning, now: '10:00' }, 'open_now')).toEqual({ value: 2 })
  })
  it('belongs to whoever has the conversation then', () => {
    expect(figures(ending('09:55'), 'open_now', ['agent'])).toEqual({ a1: { value: 2 }, a2: { value: 1 } })
    expect(figures(ending('09:55'), 'longest_wait', ['agent'])).toEqual({ a2: { value: 600 } })
    expect(figure({ ...ending('09:55'), scope: { to: at('09:55'), teams: ['t2'] } }, 'open_now')).toEqual({
      value: 1,
    })
  })
  it('by day is that of the end of each, and unknown for days to come', () => {
    const world: World = {
      rows: { spans: spans('09:00 1 a1 until +1d 12:00\n09:30 2 a1') },
      scope: { to: at('+4d 00:00') },
      now: '+2d 12:00',
    }
    expect(figures(world, 'open_now', ['day'])).toEqual({
      '2026-05-11': { value: 2 },
      '2026-05-12': { value: 1 },
      '2026-05-13': { value: 1 },
    })
  })
  it('has no hour of the day', () => {
    const answer = answerSpecials(groundOf(morning, ['hour']), ['open_now'])
    expect(answer.figureOf('open_now', ['09'])).toEqual({ value: null })
  })
  it('of the future is unknown', () => {
    const world: World = { ...morning, now: '+0d 08:00', scope: { from: at('08:30') } }
    expect(figure(world, 'open_now')).toEqual({ value: null })
    expect(figure(world, 'longest_wait')).toEqual({ value: null })
  })
  it('shows what is behind it', () => {
    const { figure: count, included } = explain(ending('09:55'), 'open_now')
    expect(count).toEqual({ value: included.length })
    expect(included.map(({ conversation, value }) => [conversation, value])).toEqual([
      [1, null],
      [2, null],
      [3, 600],
    ])
  })
  it('without anybody waiting has no longest wait', () => {
    expect(figure({ rows: { spans: spans('09:00 1 a1') } }, 'longest_wait')).toEqual({ value: null })
  })
})
