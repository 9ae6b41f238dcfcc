import { describe, expect, it } from 'vitest'
import type { HeldBar, LaneBar } from '../../../src/renderer/assignments/bars.ts'
import { lanePaths } from '../../../src/renderer/assignments/lanePaths.ts'

function placed(bar: Partial<HeldBar>, more: Partial<LaneBar> = {}): LaneBar {
  const whole = {
    conversation: 'c',
    from: 10,
    to: 30,
    passedOn: false,
    source: 'stated',
    replies: [],
    waits: [],
    ...bar,
  } as const
  return { bar: whole, lane: 0, from: 10, to: 30, waits: [], ...more }
}

const x = (at: number) => at

describe('lanePaths', () => {
  it('draws each bar in the way its source is drawn, in its lane', () => {
    const paths = lanePaths(
      [
        placed({}),
        placed({ source: 'diffed' }, { lane: 1 }),
        placed({ source: 'inferred' }, { lane: 2 }),
        placed({ source: 'unknown' }, { from: 40, to: 50 }),
      ],
      x,
    )
    expect(paths.stated).toBe('M10 6H30M40 6H50')
    expect(paths.noticed).toBe('M10 9H30')
    expect(paths.inferred).toBe('M10 12H30')
  })

  it('keeps what is shorter than a pixel to be seen', () => {
    expect(lanePaths([placed({}, { to: 10.2 })], x).stated).toBe('M10 6H11')
  })

  it('marks waits, replies and where it was passed on, but no end that is cut off', () => {
    const paths = lanePaths(
      [placed({ passedOn: true, replies: [12, 99] }, { waits: [{ from: 14, to: 20 }] })],
      x,
    )
    expect(paths).toMatchObject({ waited: 'M14 6H20', replies: 'M12 4v4', passed: 'M30 3v6' })
    expect(lanePaths([placed({ passedOn: true, to: 99 })], x).passed).toBe('')
  })
})
