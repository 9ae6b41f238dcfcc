import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterQuestions, type Cluster, type Question } from '../../../src/main/consistency/clusters.ts'
import { createLikeness, nearlyEqual } from '../../../src/main/consistency/likeness.ts'
import { similarity, type Terms } from '../../../src/main/consistency/terms.ts'

function cluster(questions: readonly Question[]): readonly Cluster[] {
  const steps = clusterQuestions(questions)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const english = (text: string): Question => ({ text, language: 'en' })

const terms: fc.Arbitrary<Terms> = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', '=h', '=i', '?j'), {
    minLength: 1,
    maxLength: 7,
  })
  .map((list) => new Map(list.map((term) => [term, term.startsWith('=') ? 1.4 : term < 'c' ? 0.08 : 1])))

describe('nearly equal sets of terms', () => {
  it('are found as comparing each with each finds them, as long as few are alike', () => {
    fc.assert(
      fc.property(fc.array(terms, { maxLength: 30 }), terms, (added, asked) => {
        const likeness = createLikeness([...added, asked])
        for (const one of added) likeness.add(likeness.rank(one))
        const best = Math.max(0, ...added.map((one) => similarity(one, asked)))
        const found = likeness.likest(likeness.rank(asked))
        // A hair's breadth from the limit either answer is right.
        if (Math.abs(best - nearlyEqual) < 1e-6) return
        expect(found !== null).toBe(best > nearlyEqual)
        if (found !== null)
          expect(
            added.some((one) => similarity(one, asked) === best && one.size === found.ranks.length),
          ).toBe(true)
      }),
    )
  })
})

describe('clusters of questions', () => {
  it('put near-identical wordings together, and no others', () => {
    const clusters = cluster(
      [
        'How long does delivery take?',
        'hi, how long is delivery',
        'How much is delivery?',
        'How long does delivery take?',
        'Do you ship to Malta?',
        'do you deliver to malta please',
        'ok?',
        '??',
      ].map(english),
    )
    expect(clusters.map(({ members }) => members)).toEqual([[0, 1, 3], [4, 5], [2]])
  })

  it('keep languages apart', () => {
    const text = 'Taxi hotel bus station?'
    expect(cluster([english(text), { text, language: 'de' }, { text, language: null }])).toHaveLength(3)
  })

  it('hold each question once at most, the same whatever the order of equally common wordings', () => {
    const words = fc.constantFrom(
      'tent',
      'boots',
      'return',
      'refund',
      'open',
      'monday',
      'how long',
      'price',
      'blue',
      '退貨',
      '幾天',
    )
    const question = fc
      .array(words, { minLength: 1, maxLength: 5 })
      .map((list) => english(`${list.join(' ')}?`))
    fc.assert(
      fc.property(fc.array(question, { maxLength: 25 }), (questions) => {
        const clusters = cluster(questions)
        const members = clusters.flatMap((one) => one.members)
        expect(new Set(members).size).toBe(members.length)
        const texts = (of: readonly Question[], list: readonly Cluster[]) =>
          list
            .map((one) =>
              one.members
                .map((index) => of[index]?.text ?? '')
                .sort((a, b) => (a < b ? -1 : 1))
                .join('|'),
            )
            .sort()
        const turned = questions.toReversed()
        expect(texts(turned, cluster(turned))).toEqual(texts(questions, clusters))
      }),
    )
  })
})
