/** How well questions are taken for one and answers for conflicting: the same count for the printed table and the test. */
import { tellsEnough } from '../../../src/main/consistency/clusters.ts'
import { nearlyEqual } from '../../../src/main/consistency/likeness.ts'
import { divergencesOf } from '../../../src/main/consistency/divergences.ts'
import { statementsIn } from '../../../src/main/consistency/statements.ts'
import { similarity, termsOf } from '../../../src/main/consistency/terms.ts'
import type { DivergenceKind } from '../../../src/shared/audits.ts'
import type { LabelledAnswers, LabelledPair } from './labelled.ts'

export interface Measure {
  readonly there: number
  readonly found: number
  readonly right: number
}

export function likenessOf({ one, other, language }: LabelledPair): number {
  const [first, second] = [termsOf(one, language), termsOf(other, language)]
  return tellsEnough(first) && tellsEnough(second) ? similarity(first, second) : 0
}

export function isSame(pair: LabelledPair): boolean {
  return likenessOf(pair) >= nearlyEqual - 1e-9
}

export function measurePairs(pairs: readonly LabelledPair[]): Measure {
  return {
    there: pairs.filter(({ same }) => same).length,
    found: pairs.filter(isSame).length,
    right: pairs.filter((pair) => pair.same && isSame(pair)).length,
  }
}

export function conflictsOf({ one, other, language }: LabelledAnswers): readonly DivergenceKind[] {
  return divergencesOf([
    { agent: 'a1', statements: statementsIn(one, language) },
    { agent: 'a2', statements: statementsIn(other, language) },
  ]).map(({ kind }) => kind)
}

/** Kinds of conflict, counted one by one. */
export function measureAnswers(answers: readonly LabelledAnswers[]): Measure {
  const judged = answers.map((one) => ({ there: one.kinds, found: conflictsOf(one) }))
  const sum = (count: (one: (typeof judged)[number]) => number) =>
    judged.reduce((all, one) => all + count(one), 0)
  return {
    there: sum(({ there }) => there.length),
    found: sum(({ found }) => found.length),
    right: sum(({ there, found }) => found.filter((kind) => there.includes(kind)).length),
  }
}
