/** From plans to figures: what of the rows each metric demands, and what is made of it. */
import { assertNever } from '../../shared/assertNever.ts'
import type { Figure, TargetOverride, Targets, ValueFigure } from '../../shared/contract.ts'
import type { NumberRules } from '../../shared/rules.ts'
import type { Numbers } from './counting.ts'
import type { Dictionary } from './dictionary.ts'
import type { Plan } from './plans.ts'
import type { Question } from './question.ts'
import { durationFigure } from './rank.ts'
import { ownTeams } from './selection.ts'
import type { Demand, Tallied, TargetOf } from './tally.ts'
import { tally } from './tally.ts'

/** The settings figures depend on. */
export interface FigureSettings {
  readonly rules: NumberRules
  readonly targets: Targets
  readonly targetOverrides: readonly TargetOverride[]
}

/** One figure a cell, and that of all rows together. */
export interface CellFigures {
  readonly cells: readonly Figure[]
  readonly total: Figure
}

/** Totals of a scope that another question of the same round trip counted already; by demand. */
export type Totals = Map<string, Tallied>

/** The figures of every plan, in their order. Cells may be found on the way: there is a figure for each in the end. */
export function figuresOf(
  question: Question,
  plans: readonly Plan[],
  settings: FigureSettings,
  totals: Totals = new Map(),
): readonly CellFigures[] {
  const demands = new Map<string, Demand>()
  const asked = plans.map((plan) =>
    demandsOf(plan, settings, question.subject.dictionary).map((demand) => {
      const key = keyOf(demand)
      const known = demands.get(key)
      if (known === undefined) demands.set(key, demand)
      return known ?? demand
    }),
  )
  const isTotal = question.axes.length === 0
  const missing = [...demands].filter(([key]) => !isTotal || !totals.has(key))
  const tallied = tally(
    question,
    missing.map(([, demand]) => demand),
  )
  for (const [index, [key]] of missing.entries()) {
    const found = tallied[index]
    if (found !== undefined) totals.set(key, found)
  }
  const answers = new Map([...demands].map(([key, demand]) => [demand, totals.get(key)]))
  question.cells.fillTime()
  const { size } = question.cells
  return plans.map((plan, index) => {
    const [first, second] = (asked[index] ?? []).map((demand) => answers.get(demand))
    const figures = figuresFrom(plan, first, second, size)
    // What was counted for a question with other cells is only good in total.
    return isTotal ? { cells: [figures.total], total: figures.total } : figures
  })
}

// ── what is demanded ─────────────────────────────────────────────────────────────────────────────────────────────

const partNumbers = new WeakMap<object, number>()
let lastPart = 0

/** Equal demands, which metrics share, have equal keys. */
function keyOf(demand: Demand): string {
  const number = partNumbers.get(demand.part) ?? ++lastPart
  partNumbers.set(demand.part, number)
  return `${number} ${demand.want} ${demand.want === 'within' ? demand.endless : ''}`
}

function demandsOf(plan: Plan, settings: FigureSettings, dictionary: Dictionary): readonly Demand[] {
  switch (plan.shape) {
    case 'count':
      if (plan.over === undefined) return [{ part: plan.part, want: 'count' }]
      return [{ part: plan.part, want: 'over', limit: settings.rules[plan.over] * 1000 }]
    case 'share':
    case 'ratio':
      return [
        { part: plan.part, want: 'count' },
        { part: plan.of, want: 'count' },
      ]
    case 'duration':
      return [{ part: plan.part, want: 'durations' }]
    case 'mean':
      return [{ part: plan.part, want: 'sum' }]
    case 'inTarget': {
      const targetOf = targetsOf(plan.target, settings, dictionary)
      return [{ part: plan.part, want: 'within', targetOf, endless: plan.endless !== undefined }]
    }
    case 'contacts':
      return [{ part: plan.part, want: 'contacts' }]
    case 'special':
      return []
    default:
      return assertNever(plan)
  }
}

/** The target of a row: its channel's before its team's before the workspace's. */
export function targetsOf(
  name: keyof Targets,
  { targets, targetOverrides }: FigureSettings,
  dictionary: Dictionary,
): TargetOf {
  const { channels, teams } = dictionary
  const own = targets[name]
  const teamOf = ownTeams(dictionary)
  const found = targetOverrides.flatMap((override) => {
    const value = (override.targets as Partial<Targets>)[name]
    if (value === undefined) return []
    return [
      {
        value,
        channel: channels.find(({ id }) => id === override.channel)?.row ?? null,
        team: teams.find(({ id }) => id === override.team)?.row ?? null,
        names: Number(override.channel !== null) * 2 + Number(override.team !== null),
      },
    ]
  })
  // The most particular first.
  found.sort((a, b) => b.names - a.names)
  return (channel, inForce, agent) => {
    // As with working hours: without a team in force it is the agent's own.
    const team = inForce === 0 ? (teamOf.get(agent) ?? 0) : inForce
    const match = found.find(
      (one) =>
        one.names > 0 &&
        (one.names < 2 || one.channel === channel) &&
        (one.names % 2 === 0 || one.team === team),
    )
    const seconds = match === undefined ? own : match.value
    return seconds === null ? null : seconds * 1000
  }
}

// ── what is made of it ───────────────────────────────────────────────────────────────────────────────────────────

function figuresFrom(
  plan: Plan,
  first: Tallied | undefined,
  second: Tallied | undefined,
  size: number,
): CellFigures {
  switch (first?.want) {
    case undefined:
      return { cells: Array.from({ length: size }, () => ({ value: null })), total: { value: null } }
    case 'count':
      if (second?.want === 'count') return rates(first.counts, second.counts, size)
      return each(size, [first.counts], ([value = 0]) => ({ value }))
    case 'durations': {
      const none = durationFigure(new Float64Array(0), 0, 0)
      return {
        cells: Array.from({ length: size }, (_, cell) => first.cells[cell] ?? none),
        total: first.total,
      }
    }
    case 'sum':
      return rates(first.sums, first.counts, size)
    case 'within':
      return each(
        size,
        [first.within, first.targeted, first.counts],
        ([within = 0, targeted = 0, all = 0]) =>
          targeted === 0 ? { value: null, of: all } : { value: within / targeted, of: targeted },
      )
    case 'contacts':
      return each(
        size,
        [plan.shape === 'contacts' && plan.returning ? first.returning : first.fresh],
        ([value = 0]) => ({ value }),
      )
    default:
      return assertNever(first)
  }
}

function rates(parts: Numbers, wholes: Numbers, size: number): CellFigures {
  return each(size, [parts, wholes], ([part = 0, of = 0]) => ({ value: of === 0 ? null : part / of, of }))
}

/** One figure of the numbers in each cell, and of their totals. A cell no row was counted in has zeros. */
function each(
  size: number,
  numbers: readonly Numbers[],
  figureOf: (values: readonly number[]) => ValueFigure,
): CellFigures {
  return {
    cells: Array.from({ length: size }, (_, cell) => figureOf(numbers.map(({ cells }) => cells[cell] ?? 0))),
    total: figureOf(numbers.map(({ total }) => total)),
  }
}
