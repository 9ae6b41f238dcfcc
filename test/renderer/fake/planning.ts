/** Forecast, staffing, what-if and automation advice of the preview: steady, so that screens look the same twice. */
import type { Api } from '../../../src/shared/contract.ts'
import { addDays, startOfDay } from '../../../src/shared/period.ts'
import type { ReplayFigures } from '../../../src/shared/planning.ts'

type Planning = Pick<Api, 'forecast' | 'staffing' | 'whatIf' | 'automation'>

const halfHour = 1_800_000

/** Most at eleven and at seven in the evening, nothing at night. */
function course(slot: number): number {
  const bump = (centre: number, width: number) => Math.exp(-(((slot - centre) / width) ** 2))
  return 4.6 * bump(22, 5) + 3.8 * bump(38, 4) + 0.2 * bump(28, 12)
}

const figures = (response: number, utilization: number, hours: number): ReplayFigures => ({
  conversations: 420,
  medianFirstResponse: response,
  p90FirstResponse: response * 22,
  inTarget: 1 - response / 110,
  medianWait: response * 1.1,
  utilization,
  hours,
})

export const planning: Planning = {
  forecast({ scope }) {
    const at = Date.now()
    const today = startOfDay(at, scope.zone)
    const end = addDays(today, 2, scope.zone)
    const steps = []
    for (let from = at - ((at - today) % halfHour); from < end; from += halfHour) {
      const expected = course(Math.floor((from - today) / halfHour) % 48)
      steps.push({ from, expected, low: Math.max(0, expected - 1.6), high: expected * 1.2 + 1.4 })
    }
    return Promise.resolve({
      at,
      stepSeconds: 1800,
      steps,
      error: { model: 0.63, lastWeek: 0.85, fourWeeks: 0.68, days: 28 },
      covered: 0.8,
    })
  },
  staffing: ({ scope, target, share }) =>
    Promise.resolve({
      target,
      share,
      hours: Array.from({ length: 24 }, (_, hour) => {
        const arrivals = Math.round(course(hour * 2) + course(hour * 2 + 1))
        const present = hour < 8 || hour >= 20 ? 0 : hour < 12 ? 7 : hour < 16 ? 11 : 5.5
        const needed = arrivals === 0 ? 0 : Math.ceil(arrivals * 0.9)
        return {
          from: scope.from + hour * 2 * halfHour,
          arrivals,
          present,
          needed: hour === 7 ? null : needed,
        }
      }),
      replayed: figures(44, 0.41, 87),
      real: figures(46, 0.24, 110),
    }),
  whatIf: ({ changes }) => {
    const agents = changes.reduce((sum, change) => sum + change.agents, 0)
    const factor = Math.max(0.4, 1 - agents * 0.12)
    return Promise.resolve({
      real: figures(42.6, 0.24, 625),
      modelled: figures(42.9, 0.27, 625),
      changed: figures(42.9 * factor, 0.27 * factor, 625 + agents * 40),
      error: {
        firstResponse: 0.36,
        wait: 0.21,
        utilization: 0.29,
        naiveLastWeek: 1.22,
        naiveMean: 0.74,
        days: 28,
      },
      byHour: Array.from({ length: 24 }, (_, hour) => {
        const arrivals = Math.round(7 * (course(hour * 2) + course(hour * 2 + 1)))
        const there = hour >= 8 && hour < 20
        const wait =
          arrivals === 0 ? null : there ? 40 + ((hour * 7) % 30) : 3600 * (hour < 8 ? 8 - hour : 12)
        return {
          hour,
          arrivals,
          present: there ? 7 : 0,
          changedPresent: there ? 7 + agents : 0,
          real: wait,
          modelled: wait === null ? null : wait * 1.04,
          changed: wait === null ? null : wait * factor,
        }
      }),
    })
  },
  automation: () =>
    Promise.resolve([
      {
        question: 'Wie schicke ich die Jacke zurück?',
        answer: 'Das Rücksendeetikett hängt hier an. Einfach aufs Paket kleben und in jeder Filiale abgeben.',
        language: 'de',
        asked: 23,
        agents: 6,
        alike: 1,
        waited: 123_468,
        conversations: ['v1', 'v2', 'v3'],
      },
      {
        question: 'How long does the refund take?',
        answer: 'Two to three working days once the parcel is checked in at the warehouse.',
        language: 'en',
        asked: 15,
        agents: 3,
        alike: 0.8,
        waited: 73_919,
        conversations: ['v2', 'v4'],
      },
    ]),
}
