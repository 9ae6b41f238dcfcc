/**
 * The labelled messages. All are invented, and the labels are not bent to fit the lexicons. Those the lexicons were tuned
 * on were written before them; those held out were written after, from other trades and in other words, and measured
 * without anything being changed for them.
 *
 * - negative: the customer is dissatisfied, angry, or reports that something went wrong for them
 * - neutral: a question, a request, information, an acknowledgement, thanks or a greeting as a formula
 * - positive: praise, relief, satisfaction, thanks beyond the formula
 */
import type { Sentiment } from '../../../../src/main/text/sentiment.ts'

export interface Labelled {
  readonly language: string
  readonly text: string
  readonly sentiment: Sentiment
  /** Not looked at while the lexicons are tuned. */
  readonly heldOut: boolean
}

/** One message a line. */
export function labelled(
  language: string,
  lines: Readonly<Record<Sentiment, string>>,
  heldOut = false,
): readonly Labelled[] {
  return (['negative', 'neutral', 'positive'] as const).flatMap((sentiment) =>
    lines[sentiment]
      .trim()
      .split('\n')
      .map((line) => ({ language, text: line.trim(), sentiment, heldOut })),
  )
}
