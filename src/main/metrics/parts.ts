/** How parts of streams are put together. */
import type { ExclusionReason } from '../../shared/contract.ts'
import { anyReason } from './bits.ts'
import type { LeftOut, Part, PartValue } from './plans.ts'
import type { StreamName, ValueName } from './streams.ts'

export function partOf(stream: StreamName, all = 0, none = 0, more: Partial<Part> = {}): Part {
  return { stream, credit: 'agent', all, none, ...more }
}

/** The rows of a stream that carry no reason. */
export function counting(stream: StreamName, more: Partial<Part> = {}): Part {
  return partOf(stream, 0, anyReason, more)
}

/** The rows of a stream that carry one, each for its own. */
export function others(stream: StreamName, credit: Part['credit'] = 'agent'): readonly LeftOut[] {
  return [{ part: partOf(stream, 0, 0, { credit }), reason: 'own' }]
}

export function value(name: ValueName, missing?: ExclusionReason): PartValue {
  return missing === undefined ? { name, without: [] } : { name, without: [], missing }
}
