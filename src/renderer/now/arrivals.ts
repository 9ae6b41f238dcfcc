/** Today's arrivals beside the usual day, step by step. Pure. */
import type { Arrivals } from '../../shared/live.ts'

export interface ArrivalStep {
  /** Epoch milliseconds. */
  readonly from: number
  readonly to: number
  /** Conversations opened; null: the step is still to come. */
  readonly today: number | null
  /** It has begun but not ended, so its count will grow. */
  readonly unfinished: boolean
  readonly usual: { readonly median: number; readonly low: number; readonly high: number } | null
  readonly forecast: { readonly expected: number; readonly low: number; readonly high: number } | null
}

/** Quiet steps before the first and after the last in which something happens are left out; one is kept on each side. */
export function arrivalSteps(arrivals: Arrivals, now: number): readonly ArrivalStep[] {
  const { from, stepSeconds, today, usual, forecast } = arrivals
  const length = stepSeconds * 1000
  const expected = new Map(forecast?.map(({ step, ...rest }) => [step, rest]))
  const count = Math.max(today.length, usual?.length ?? 0, ...[...expected.keys()].map((step) => step + 1), 0)
  const steps = Array.from({ length: count }, (_, index): ArrivalStep => {
    const start = from + index * length
    return {
      from: start,
      to: start + length,
      today: today[index] ?? null,
      unfinished: index < today.length && start + length > now,
      usual: usual?.[index] ?? null,
      forecast: expected.get(index) ?? null,
    }
  })
  const first = steps.findIndex(isBusy)
  if (first < 0) return steps
  return steps.slice(Math.max(0, first - 1), steps.findLastIndex(isBusy) + 2)
}

/** The last step that has ended, whose count is final; null: none has. */
export function lastWhole(steps: readonly ArrivalStep[]): ArrivalStep | null {
  return steps.findLast((step) => step.today !== null && !step.unfinished) ?? null
}

function isBusy({ today, usual, forecast }: ArrivalStep): boolean {
  return (today ?? 0) > 0 || (usual?.high ?? 0) > 0 || (forecast?.expected ?? 0) >= 0.5
}
